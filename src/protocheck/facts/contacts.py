"""Ways to reach someone (contactgegevens): e-mail, phone, website, post; whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocheck.facts import (
    addresses,
    contact_desks,
    contact_owners,
    contact_seats,
    contact_thirds,
    kbo,
    persons,
)
from protocheck.facts.contact_officers import (
    LONGEST_LABEL,
    NEAR,
    OFFICER_AT,
    OFFICERS_BOX,
    Around,
    is_officer,
    of_processor,
)
from protocheck.facts.grids import Grid
from protocheck.facts.names import Roster
from protocheck.facts.reading import Reading
from protocheck.model.facts import Contact, ContactKind, Party
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

# Searched from the sign that every such thing holds ('.be'), so that plain words cost nothing.
_URL = lazy(r"(?:https?://|www\.)[^\s<>()\"\[\]]{3,300}")
_DOMAIN_END = lazy(
    r"\.(?:be|brussels|vlaanderen|eu|gent|org|com|net|example)\b(?:/[^\s<>()\"\[\]]{0,200})?(?![@\w-])"
)
_DOMAIN = lazy(r"(?<![@\w.-])[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}$")
_PHONE = lazy(
    r"[+0(](?<![\w./-].)(?:(?:(?<=\+)|(?<=0)0) ?32 ?(?:\(0\) ?)?\d"
    r"|(?:(?<=\()0|(?<=0))\d)[\d]{0,2}\)?(?:[ ./-]{0,3}\d{2,3}){2,4}(?![\d./-]\d|\d)"
)
_PHONE_WORD = lazy(
    r"\b(?:tel|gsm|telefoon\w{0,10}|telefonisch|mobiel|sms|bel|bellen|nr|nummer|bereikbaar|t"
    r"|m)\b[ .:]*(?:\(?(?:op|via|naar|nr|nummer|het|dit|werk|gsm)\)?[ .:]*){0,3}$"
)
_NO_PHONE = lazy(
    r"\b(?:kbo|ondernemingsn\w*|btw|iban|rekening\w*|rijksregister\w*|insz|rpr|fax)\b[^\d\n]{0,30}$"
    r"|(?<![\w.@-])be[ .-]{0,2}$"  # 'BE 0123.456.789', and not the end of an address
)
# Parts of an address that name a service and no person.
_SERVICE = frozenset(
    """
    aanvragen admin afdeling algemeen avg balie belastingen beleid bestuur bevolking bibliotheek
    burgerzaken cel communicatie consulent contact cultuur data datalek datalekken dienst diensten
    directie dpo fg fgb financieel financien functionaris gdpr gegevens gegevensbeheer
    gegevensbescherming gemeente gezin groeipakket helpdesk hr huis ict incident info
    informatieveiligheid it ivc jeugd juridisch juridische kind kindengezin kinderopvang klacht
    klachten locale lokaal loket mail mailbox melding meldingen meldpunt milieu mobiliteit no
    noreply ocmw officer omgeving onderwijs onthaal opvang parkeren personeel politie post premie
    premies privacy protection protocol protocollen register reply school secretariaat security
    sociaal sociale sport stad support team toelagen veiligheid welzijn wonen zorg
    """.split()
)
# A label of a line of its own that brings in someone else than the officer of the lines above it.
_OTHER_LABEL = lazy(
    r"[\W\d_]{0,8}(?:\w+ ){0,3}(?:contact|project\w*|aanspreek\w*|helpdesk|dossier\w*|verwerker|technisch\w*"
    r"|inhoudelijk\w*|leverancier|software\w*|toezicht\w*)\b[^\n:@]{0,50}:"
)
_FIELD = lazy(r"\s*(?P<field>\(?(?:\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}[.)]|[a-z]\)))\s")
_NAME_PART = lazy(r"[a-zß-ÿ-]{2,}|[a-z]")
_SWITCHBOARD = lazy(
    r"algemeen (?:telefoon)?nummer|onthaal|centrale|balie|secretariaat|loket|helpdesk|permanentie|meldpunt"
    r"|gratis nummer"
)
_NAME_PARTS = (2, 3, 4)
_LEADING = 10  # 'E-mail: ' before a box
_MOST_ABOVE = 4
_DIGITS = (8, 9)  # of a Belgian number without its zero; mobile ones have nine


def contacts(reading: Reading, parties: Sequence[Party], tables: Sequence[Grid]) -> tuple[Contact, ...]:
    """Return the contacts in the order of the text; one that serves two parties comes twice."""
    roster = Roster(parties)
    people = tuple(p for party in parties for p in party.representatives)
    found: list[Contact] = []
    for kind, value, span in _all(reading):
        around = _around(reading, span, tables)
        dpo = _reaches_officer(reading, roster, (kind, value, span), around)
        dpo = dpo and not contact_thirds.of_third(reading, roster, parties, value, span)
        told = OFFICER_AT.search(reading.before(span.start, NEAR)) is not None
        if kind == "post" and (not dpo or (not told and any(span in party.span for party in parties))):
            continue
        named = _person(reading, Span(around.own.start, span.start))
        owners = contact_owners.owners(reading, roster, parties, span, around.own, around.column)
        if kind == "post" and (seated := contact_seats.owner(parties, value)):
            owners = (seated,)
        personal = _is_personal(reading, kind, value, named, around, [p.name for p in people])
        if dpo:
            owners = contact_owners.shared(reading, roster, parties, span) or owners
        found.extend(
            Contact(kind, value, owner, dpo, personal, span)
            for owner in (owners if dpo else owners[:1]) or (named,)
        )
    found += contact_seats.at_seats(reading, roster, parties)
    return tuple(sorted(found, key=lambda contact: contact.span.start))


def _reaches_officer(
    reading: Reading, roster: Roster, contact: tuple[ContactKind, str, Span], around: Around
) -> bool:
    """Tell whether a contact reaches the officer of a party, and no processor, desk or official."""
    kind, value, span = contact
    if of_processor(reading, span) or not is_officer(reading, kind, value, span, around):
        return False
    return not contact_desks.of_another(reading, roster, value, span, around)


def _all(reading: Reading) -> Iterator[tuple[ContactKind, str, Span]]:
    """Yield every e-mail address, phone number, website and postal address, in order."""
    everything = Span(0, len(reading.flat))
    found: list[tuple[ContactKind, str, Span]] = [
        ("email", "".join(span.of(reading.text).split()), span)
        for span in contact_owners.emails(reading, everything)
    ]
    for span in _websites(reading):
        if not any(span.overlaps(other) for _, _, other in found):
            found.append(("website", span.of(reading.text), span))
    for match in _PHONE.finditer(reading.flat):
        span = reading.trim(Span(*match.span()), " ./-")
        if _is_phone(reading, span) and not any(span.overlaps(other) for _, _, other in found):
            found.append(("phone", reading.printed(span), span))
    found += [("post", reading.printed(span), span) for span in addresses.find(reading.flat, everything)]
    return iter(sorted(found, key=lambda each: (each[2].start, each[2].end)))


def _websites(reading: Reading) -> Iterator[Span]:
    last = 0
    spans = [Span(*match.span()) for match in _URL.finditer(reading.flat)]
    for end in _DOMAIN_END.finditer(reading.flat):
        name = _DOMAIN.search(reading.flat[max(0, end.start() - 124) : end.start()])
        if name is not None:
            spans.append(Span(end.start() - len(name.group()), end.end()))
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= last:
            last = span.end
            yield reading.trim(span, ".,;:'!?/ ")


def _is_phone(reading: Reading, span: Span) -> bool:
    printed = span.of(reading.flat)
    digits = inline(r"\D").sub("", printed)
    before = reading.before(span.start, 40)
    own = digits.removeprefix("0032").removeprefix("32").lstrip("0")
    if len(own) not in _DIGITS or _NO_PHONE.search(before):
        return False
    if inline(r"[01]\d{3}\.\d{3}\.\d{3}").fullmatch(printed) or kbo.named(reading.low, span):
        return False
    if _PHONE_WORD.search(before):
        return True
    enterprise = inline(r"[01]\d{3}[ .]?\d{3}[ .]?\d{3}").fullmatch(printed) is not None
    date = inline(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}").fullmatch(printed) is not None
    return (
        not enterprise
        and not date
        and (printed.startswith(("+32", "0032", "04")) or bool(inline(r"\(?0\d{1,2}\)?[ /]").match(printed)))
    )


def _around(reading: Reading, span: Span, tables: Sequence[Grid]) -> Around:
    for grid in tables:
        if span in grid.span:
            for row in grid.rows:
                for column, cell in enumerate(row):
                    if span in cell:
                        top = grid.rows[0]
                        header = top[column].of(reading.low) if column < len(top) and row is not top else ""
                        header = header if len(header) <= LONGEST_LABEL else ""  # a list, numbered with tabs
                        cells = tuple(r[column] for r in grid.rows if r is not row and column < len(r))
                        label = row[0].of(reading.low) if column else ""
                        return Around(Span(row[0].start, row[-1].end), None, header, cells, label)
    line = reading.paragraph(span.start)
    lead = _lead(reading, line) or _stacked(reading, line, span)
    return Around(line, None if lead is not None and _of_its_own(reading, line, lead) else lead)


def _of_its_own(reading: Reading, line: Span, lead: Span) -> bool:
    """Tell whether a line has a label of its own, so that the label above it was left empty."""
    if _OTHER_LABEL.match(reading.low, line.start, line.end):
        return True
    last = reading.trim(Span(reading.flat.rfind("\n", 0, lead.end - 1) + 1, lead.end), " \t\n")
    above, own = (_FIELD.match(reading.low, each.start, each.end) for each in (last, line))
    if above is None or own is None:
        return False
    return above["field"].count(".") == own["field"].count(".")


def _stacked(reading: Reading, line: Span, span: Span) -> Span | None:
    """Return the short lines above a box that has a line of its own: 'Gezien door de functionaris'."""
    if span.start - line.start > _LEADING or line.end - span.end > 1:
        return None
    start = line.start
    for _ in range(_MOST_ABOVE):
        above = reading.flat.rfind("\n", 0, max(start - 1, 0)) + 1
        text = reading.flat[above : max(start - 1, above)]
        if not text.strip() or len(text) > LONGEST_LABEL or "@" in text or text.startswith("  "):
            break
        start = above
    return Span(start, line.start) if start < line.start else None


def _lead(reading: Reading, line: Span) -> Span | None:
    """Return the line that leads the list in which `line` stands, with the one before it."""
    position = line.start
    for _ in range(8):
        before = Span(0, max(position - 1, 0))
        start = reading.flat.rfind("\n", 0, before.end) + 1
        text = reading.flat[start : before.end].strip()
        if text.endswith(":"):
            above = reading.flat.rfind("\n", 0, max(start - 1, 0)) + 1
            return Span(above, before.end)
        if not text and start == 0:
            return None
        if len(text) > NEAR:
            return None
        position = start
        if start == 0:
            return None
    return None


def _person(reading: Reading, before: Span) -> str:
    near = Span(max(before.start, before.end - 120), before.end)
    last = None
    for last in persons.names(reading, near):  # noqa: B007 - the last one is wanted
        pass
    return reading.printed(last) if last is not None else ""


def _is_personal(
    reading: Reading, kind: ContactKind, value: str, person: str, around: Around, people: Sequence[str]
) -> bool:
    if kind == "email":
        return is_personal_box(value, people)
    if kind != "phone":
        return False
    digits = inline(r"\D").sub("", value)
    mobile = inline(r"^(?:0032|32)?0?").sub("", digits).startswith("4") and len(digits) >= 10  # noqa: PLR2004 - 04xx and six more
    own = around.own.of(reading.low)
    return mobile or (bool(person) and not _SWITCHBOARD.search(own))


def is_personal_box(value: str, people: Sequence[str] = ()) -> bool:
    """Tell whether a mailbox is a named person's own: 'an.peeters@', and not 'sociale.dienst@'."""
    local = value.partition("@")[0].lower()
    parts = [part for part in inline(r"[._+-]").split(local) if part and not part.isdigit()]
    if not parts or any(part in _SERVICE for part in parts) or OFFICERS_BOX.search(local):
        return False
    for person in people:
        words = person.lower().replace(".", " ").split()
        family = "".join(words[1:]).replace("-", "")
        if words and ((family and family in local.replace(".", "").replace("-", "")) or local == words[0]):
            return True
    shaped = all(_NAME_PART.fullmatch(part) for part in parts)
    return len(parts) in _NAME_PARTS and shaped and len(parts[-1]) > 2  # noqa: PLR2004 - a family name
