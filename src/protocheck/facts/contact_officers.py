"""Whether a contact is that of a data protection officer (functionaris voor gegevensbescherming)."""

from __future__ import annotations

from protocheck.facts.reading import Reading
from protocheck.model.facts import ContactKind
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import lazy

_ADDRESS_WORD = lazy(r"\S{1,64}@\S{1,200}")
_PROCESSOR = lazy(r"\b(?:sub)?verwerkers?(?:overeenkomst)?\b|\bsoftwareleverancier\b|\bonderaannemer\b")
# Words of the data protection officer.
OFFICER = (
    r"functionaris\w{0,4}|\bdpo'?s?\b|\bfgb?'?s?\b|data protection officer|gegevensbeschermingsfunctionaris"
)
# Who works as a processor, and his own officer.
_ITS_OFFICER = lazy(
    rf"\b(?:sub)?verwerker\b[^.\n@]{{0,60}}\b(?:zijn|haar|diens|wiens|wier|waarvan de"
    rf"|met als)(?: eigen)? (?:{OFFICER})"
    rf"|(?:{OFFICER})(?: voor (?:de )?gegevensbescherming)? (?:van|bij) (?:(?:de|het|onze|deze|die|haar"
    rf"|zijn|hun) )?(?:(?:sub)?verwerker"
    rf"|\w*leverancier|software\w*"
    r"|hostingpartner|onderaannemer|ontwikkelaar)\b"
)
_COMPANY = lazy(r"[^.\n:@]{0,60}\b(?:bv|nv|cv|bvba)\b[^.\n@]{0,20}\b(?:dat|die|als)\b")
_WORKS = lazy(r"\b(?:verwerker|opdracht|instructies?|host\w*|onderhoud\w*|software|platform)\b")
NAMES_OFFICER = lazy(OFFICER)
OFFICER_AT = lazy(rf"(?:{OFFICER})[^\n.;@]{{0,80}}$")
_DPO = lazy(
    rf"{OFFICER}|\bprivacy(?:contact|team|verantwoordelijke)?\b|informatieveiligheid\b|gegevensbewaking"
)
# Who watches over the security of information alone is no officer, and a general box is nobody's.
_CONSULTANT = lazy(r"veiligheidsconsulent|heidsconsulent|\bsecurity officer|\bciso\b")
_PROJECT = lazy(
    r"\bproject\w*|\bcontactperso|\bdossier\w{4,}|\bhelpdesk\b|\binhoudelijk|\btechnische? (?:contact|vragen"
    r"|dienst)"
    r"|\boperationeel|\bstudie\b|\bdienst(?:hoofd|verantwoordelijke)"
)
_GENERAL_BOX = lazy(
    r"(?:info|onthaal|contact|gemeente|stad|stadhuis|algemeen|secretariaat|post|mail|bestuur|balie|loket)$"
)
_PRIVACY_LABEL = lazy(r"\bprivacy\w{0,12}[^\n.:]{0,20}: *$")
# A number over which the key of a file goes is nobody's contact.
_SECRET = lazy(r"\b(?:sleutel|wachtwoord|paswoord|toegangscode|pincode|ontcijferingscode)\b")
_ON_DUTY = lazy(r"\bpermanentie\b|\bdispatching\b|\bwachtdienst\b|\bonthaal\b|\bcentrale\b|\bhelpdesk\b")
# 'Voor de vzw doet kantoor X dat': the sentence before says what.
_SAME = lazy(
    r"\b(?:die|deze|dezelfde|hetzelfde|dit|dat) (?:functie|rol|taak|opdracht|ambt|mandaat|werk)\b"
    r"|\bis dat\b|\bdoet dat\b|\bdie van\b"
    r"|\bde (?:uwe|hare|zijne|onze|ander)\b|\bdat is\b"
    r"|\bwerkt met\b"
)
_BREACH = lazy(
    r"gegevenslek|datalek|inbreuk\w* (?:in verband met|op de beveiliging|op persoons)|\blek(?:ken)?\b"
    r"|beveiligingsincident|veiligheidsincident"
)
# What one does on a page of the officer, and what one does on any other.
_ASKED = lazy(
    r"formulier|\bpagina\b|\bwebpagina|contact|\bvrag(?:en|t)\b|\bvraag\b|\bstel(?:t|len)\b|\bwend(?:t|en)\b"
    r"|\bterecht\b|\bmeld(?:t|en|ing)\w{0,3}\b|\bschrijf|\bschrijven\b|\bbericht\b|\bverzoek|\bindien"
    r"|\bgegevens van\b"
    r"|\bvia\b|\bfunctionaris[^.\n]{0,60}: ?$|\b(?:dpo|fg)[^.\n]{0,60}: ?$"
)
_PUBLISHED = lazy(
    r"publice|publicatie|gepubliceerd|bekend(?:gemaakt|making|te maken|maken)|bekend te maken|nalezen"
    r"|te lezen"
    r"|geplaatst|raadpleg|privacyverklaring|terug te vinden|advies|adviezen"
)
OFFICERS_BOX = lazy(
    r"(?:^|[._-])(?:dpo|privacy|fgb?|gdpr|avg|ivc|informatieveiligheid|infoveiligheid|gegevensbescherming"
    r"|dataprotection|security|informatiebeveiliging|functionaris)(?:[._-]|$)|informatieveiligheid"
    r"|gegevensbescherming|^dpo|privacy"
)
NEAR = 160
LONGEST_LABEL = 60


@record
class Around:
    """What stands around a contact: its own line or row, and the lines that lead to it.

    In a table also the head of its column and the label that its row begins with.
    """

    own: Span
    lead: Span | None
    header: str = ""
    column: tuple[Span, ...] = ()
    label: str = ""


def is_officer(reading: Reading, kind: ContactKind, value: str, span: Span, around: Around) -> bool:
    """Tell whether a contact reaches an officer, by its own words and those around it."""
    sentence = reading.sentence(span.start)
    if kind == "email" and (told := _by_box(reading, value, span, around)) is not None:
        return told
    if _DPO.search(around.header) or (len(around.label) <= LONGEST_LABEL and _DPO.search(around.label)):
        return True
    if kind == "phone" and _of_nobody(sentence.of(reading.low)):
        return False
    # What stands behind a number, in the next sentence, is about another way to reach someone.
    last = sentence.end if kind in {"phone", "email"} else around.own.end
    near = reading.low[max(around.own.start, sentence.start, span.start - 250) : min(last, span.end + 120)]
    said = not around.header and (_DPO.search(near) or _BREACH.search(near))
    if kind != "website" and (said or is_below_officer(reading, span)):
        return True
    if kind == "website":
        return not around.header and _is_page(reading, span, near)
    lead = around.lead.of(reading.low) if around.lead is not None and not around.header else ""
    return _DPO.search(lead) is not None or _BREACH.search(lead) is not None


def _is_page(reading: Reading, span: Span, near: str) -> bool:
    """Tell whether a page is one on which an officer is asked something: a form, or said to reach him."""
    if _DPO.search(near) is not None and "bereik" in near:
        return True
    words = _ADDRESS_WORD.split(reading.low[reading.sentence(span.start).start : span.start])[-1]
    if _PUBLISHED.search(words):
        return False
    page = span.of(reading.low).partition("/")[2]
    return bool(page) and NAMES_OFFICER.search(words) is not None and _ASKED.search(words) is not None


def _of_nobody(low: str) -> bool:
    """Tell whether a sentence gives the number of a key, or one that whoever is on duty answers."""
    on_duty = _ON_DUTY.search(low) and not NAMES_OFFICER.search(_ADDRESS_WORD.sub(" ", low))
    return bool(_SECRET.search(low)) or bool(on_duty)


def is_below_officer(reading: Reading, span: Span) -> bool:
    """Tell whether a contact stands below a heading that names the officers."""
    heads = [part.heading for part in reading.parts if span.start in part.span]
    return bool(heads) and len(heads[-1]) <= NEAR and NAMES_OFFICER.search(heads[-1].lower()) is not None


def _by_box(reading: Reading, value: str, span: Span, around: Around) -> bool | None:
    """Tell by its name and by whom it is said to be of whether a box is an officer's; None when open."""
    if _of_another(reading, value, span, around):
        return False
    box = OFFICERS_BOX.search(value.partition("@")[0].lower()) is not None
    return True if box or _goes_on(reading, reading.sentence(span.start)) else None


def _of_another(reading: Reading, value: str, span: Span, around: Around) -> bool:
    """Tell whether a box is of a security consultant, or of everyone, and named without an officer."""
    start = max(around.own.start, span.start - NEAR)
    label = f"{around.label} {around.header} " if around.label else ""
    words = label + _ADDRESS_WORD.split(reading.low[start : span.start])[-1]  # since the box before it
    if NAMES_OFFICER.search(words):
        return False
    general = bool(_GENERAL_BOX.match(value.partition("@")[0].lower())) and not _PRIVACY_LABEL.search(words)
    named = around.lead is not None and NAMES_OFFICER.search(around.lead.of(reading.low))
    other = bool(_CONSULTANT.search(words)) or bool(_PROJECT.search(words) and not _DPO.search(words))
    return other or (general and not named)


def _goes_on(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence goes on about the officer of the sentence before it."""
    if not _SAME.search(sentence.of(reading.low)):
        return False
    return _DPO.search(reading.sentence(max(0, sentence.start - 2)).of(reading.low)) is not None


def of_processor(reading: Reading, span: Span) -> bool:
    """Tell whether a contact stands with a processor and no officer: it reaches nobody's officer."""
    sentence = reading.sentence(span.start)
    if _ITS_OFFICER.search(reading.low, sentence.start, span.start):
        return True
    company = _COMPANY.match(reading.low, sentence.start, span.start)
    works = _WORKS.search(reading.low, company.end(), span.start) if company is not None else None
    if works is not None and NAMES_OFFICER.search(reading.low, works.end(), span.start):
        return True
    named = _PROCESSOR.search(sentence.of(reading.low)) is not None
    return named and _DPO.search(_others(reading, sentence, span)) is None


def _others(reading: Reading, sentence: Span, span: Span) -> str:
    """Return a sentence without its contacts, whose own words may be those of an officer."""
    return _ADDRESS_WORD.sub(
        " ", f"{reading.low[sentence.start : span.start]} {reading.low[span.end : sentence.end]}"
    )
