"""Names of bodies (instanties): their kind, their other forms, and finding them in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from protocheck.facts import party_bodies
from protocheck.facts.reading import lower
from protocheck.model.facts import Party, PartyKind
from protocheck.model.geometry import Span
from protocheck.record import record
from protocheck.regex import inline, lazy

# In the order of trial: 'politiezone van de stad' is police, 'OCMW van de gemeente' an OCMW.
_KINDS: tuple[tuple[PartyKind, re.Pattern[str]], ...] = (
    ("police", lazy(r"\bpolitie(?:zone)?\b|\bpz\b|\blokale politie\b")),
    (
        "ocmw",
        lazy(r"\bocmw\b|\bo\.c\.m\.w|openbaar centrum voor maatschappelijk welzijn|\bcpas\b"),
    ),
    (
        "federal",
        lazy(
            r"\b[fp]od\b|federale? |\brijks(?:dienst|instituut|register)|\brs(?:z|vz)\b|\brva\b|\briziv\b"
            r"|\bksz\b"
            r"|kruispuntbank van de sociale|\bfedasil\b|\behealth|\bfamifed\b|\bfavv\b|\bfagg\b"
            r"|hulpkas voor werkl"
        ),
    ),
    ("department", lazy(r"\bdepartement")),
    ("province", lazy(r"\bprovinci(?:e|aal)\b")),
    (
        "other",
        lazy(
            r"autonoom gemeentebedrijf|\bagb\b|\bvzw\b|\bigs\b|intercommunale|vereniging|hogeschool"
            r"|universiteit"
            r"|\bcaw\b|stichting|\bnv\b|\bcv\b|\bbv\b"
        ),
    ),
    ("municipality", lazy(r"\bgemeente(?:bestuur)?\b|\bstad(?:sbestuur)?\b|\blokaal bestuur\b")),
    (
        "agency",
        lazy(
            r"agentschap|\b[ie]va\b|\bopgroeien\b|\bkind en gezin\b|\bvdab\b|\bvaph\b|\bovam\b|\bvmm\b"
            r"|\bvmsw\b|\bvlabel\b"
            r"|\bvlm\b|\bvlaio\b|\bwonen in vlaanderen|digitaal vlaanderen|\bfluvius\b|\bvlir\b|\bvreg\b"
            r"|\bsyntra\b"
            r"|toegankelijk vlaanderen|\bagodi\b|\bahovoks\b|\bwse\b|\bvutg\b|vlaamse belastingdienst"
            r"|\bde lijn\b"
        ),
    ),
)
_BODY_WORDS = lazy(
    r"\b(?:agentschap|\w{0,20}vereniging|\w{0,20}maatschappij|\w{0,20}regio|netbeheerder|departement|ocmw"
    r"|openbaar centrum|gemeente|stad|provincie|politiezone|politie|lokaal bestuur|vzw"
    r"|federale overheidsdienst|overheidsdienst|fod|pod|rijks\w+|kruispuntbank|dienst|hogeschool"
    r"|universiteit|bestuur"
    r"|intercommunale|instelling|centrum|instituut|fonds|raad|commissie|vlaams\w*|caw|kabinet"
    r"|\w+bedrijf|opdrachthoudende|hulpverleningszone|brandweerzone|\w{0,20}autoriteit|bibliotheek"
    r"|kinderopvang)\b"
)
_LEGAL_FORM = lazy(
    r"^(?:het |de )?(?:(?:intern|extern) verzelfstandigd )?agentschap(?: (?:met"
    r"|zonder) (?:eigen )?rechtspersoonlijkheid)?"
    r"(?:,? van publiek recht)?,? "
)
_ARTICLE = lazy(r"^(?:het|de|een|'t) (?=\S)", re.IGNORECASE)
_OCMW_LONG = lazy(
    r"^openbaar centrum voor maatschappelijk welzijn(?: \(ocmw\))?,? (?:van |te )?(?:de (?:gemeente"
    r"|stad) )?(?=\w)"
)
_OCMW_SHORT = lazy(r"^ocmw(?:-| van (?:de (?:gemeente|stad) )?| te | )(?=\w)")
_TOWN = lazy(r"^(?:stad|gemeente|lokaal bestuur|gemeentebestuur|stadsbestuur)(?: van)? (?=\w)")
_PLURAL = lazy(
    r"\b(?:partijen|instanties|besturen|gemeenten|diensten|ontvangers|afnemers"
    r"|verwerkingsverantwoordelijken)\b"
)
_GENERIC = lazy(
    r"^(?:(?:de|het|een|beide|elke) )?(?:\w{4,20}(?:nde|de|te) )?(?:lokaal bestuur|lokale besturen|bestuur"
    r"|besturen|partij"
    r"|partijen|instantie|instanties|overheid|ontvanger|ontvangers|afnemer|afnemers|leverancier|verstrekker"
    r"|aanvrager"
    r"|verzender|zender|bron|verwerkingsverantwoordelijken?|gegevensleverancier"
    r"|gegevensontvanger)(?: van de gegevens)?(?: [a-c1-9])?$"
)


def kind_of(name: str, representatives: Iterable[str] = ()) -> PartyKind:
    """Tell what kind of body a name names; a bare town is known by who represents it."""
    low = lower(name)
    if low.startswith(("lokaal bestuur", "gemeente ", "stad ")):
        return "municipality"
    for kind, pattern in _KINDS:
        if pattern.search(low):
            return kind
    spoken = " ".join(representatives).lower()
    if "college van burgemeester" in spoken or "burgemeester" in spoken:
        return "municipality"
    return "ocmw" if "vast bureau" in spoken else "other"


def is_body(name: str) -> bool:
    """Tell whether a name holds a word that only bodies carry."""
    return _BODY_WORDS.search(lower(name)) is not None


def is_generic(name: str) -> bool:
    """Tell whether a name says a role or a group ('ontvangende instanties') and not who."""
    low = lower(name)
    plural = _PLURAL.search(low)
    # 'Agentschap Lokale Besturen' is one body, and says what it is about.
    many = plural is not None and not party_bodies.has_kind(name[: plural.start()])
    return many or _GENERIC.match(low) is not None


# The word by which a text goes on to speak of a body, with its article.
_NOUNS = (
    ("ocmw", "het ocmw"),
    ("openbaar centrum", "het ocmw"),
    ("gemeentebedrijf", "het bedrijf"),
    ("politiezone", "de politiezone"),
    ("agentschap", "het agentschap"),
    ("departement", "het departement"),
    ("provincie", "de provincie"),
    ("vereniging", "de vereniging"),
    ("maatschappij", "de maatschappij"),
    ("stad", "de stad"),
    ("gemeente", "de gemeente"),
    ("lokaal bestuur", "het lokaal bestuur"),
    ("hogeschool", "de hogeschool"),
    ("universiteit", "de universiteit"),
    ("vzw", "de vzw"),
    ("fonds", "het fonds"),
    ("zorgkas", "de zorgkas"),
    ("hulpverleningszone", "de zone"),
    ("scholengroep", "de scholengroep"),
    ("ziekenhuis", "het ziekenhuis"),
    ("instituut", "het instituut"),
    ("samenwerkingsverband", "het samenwerkingsverband"),
    ("intercommunale", "de intercommunale"),
    ("cultuurcentrum", "het cultuurcentrum"),
    ("museum", "het museum"),
    ("archief", "het archief"),
    ("polder", "de polder"),
    ("federatie", "de federatie"),
    ("bond", "de bond"),
    ("stichting", "de stichting"),
    ("school", "de school"),
    ("instelling", "de instelling"),
    ("bibliotheek", "de bibliotheek"),
    ("administratie", "de administratie"),
    ("verhuurkantoor", "het verhuurkantoor"),
    ("kerkfabriek", "de kerkfabriek"),
    ("koepel", "de koepel"),
    ("waterschap", "het waterschap"),
    ("watering", "de watering"),
    ("centrum", "het centrum"),
    ("kliniek", "de kliniek"),
)


_TELLING = 5
_PLACES = frozenset({"Vlaanderen", "België", "Brussel", "VLAANDEREN", "BRUSSEL"})
_OWN_KIND = lazy(
    r"\w{3}(?:bond|fonds|federatie|koepel|maatschappij|bedrijf|regio|instituut|museum|bibliotheek)$"
)
# A kind of body that says what it is for: 'havenbedrijf', but no bare 'vereniging' or 'bestuur'.
_COMPOUND = lazy(
    r"\w{3,}(?:bond|fonds|federatie|koepel|maatschappij|bedrijf|instituut|museum|bibliotheek|dienst"
    r"|vereniging|kas|centrum|school|huis|raad|zone|bestuur|kantoor|waterschap|depot|archief)"
)


@functools.lru_cache(maxsize=256)
def noun_of(name: str) -> str:
    """Return the common word for a body with its article ('de stad'), empty when none fits."""
    low = lower(name)
    return next(
        (form for word, form in _NOUNS if word in low and re.search(rf"\b\w{{0,14}}{word}\b", low)), ""
    )


@functools.lru_cache(maxsize=256)
def spoken_forms(name: str) -> tuple[str, ...]:
    """Return the shorter forms under which a text may go on to speak of a body, likeliest first."""
    words = bare(name).split()
    first = next((i for i, word in enumerate(words) if word[:1].isupper() and word.isalpha()), 0)
    forms = [noun_of(name)]
    if forms[0] == "de vzw":
        forms.append(noun_of(inline(r"\bvzw\b").sub("", lower(name))))
    # 'autonoom gemeentebedrijf Cultuurcentrum De Zaal': what it runs is spoken of as well.
    forms += [
        form
        for word, form in _NOUNS
        if form != forms[0] and word.capitalize() in name and re.search(rf"\b{word.capitalize()}\b", name)
    ]
    if "politiezone" in name.lower() or "hulpverleningszone" in name.lower():
        forms.append("de zone")
    kind = (
        len(words) > 1
        and party_bodies.has_kind(words[0])
        and words[0].lower() not in {"ocmw", "vlaams", "vlaamse", "dienst"}
    )
    if first == 0 and kind and words[1][:1].isupper():
        forms.append(" ".join(words[1:]))
    known = bare(forms[0]) == words[0].lower() if words else True
    if (
        not known
        and party_bodies.has_kind(words[0])
        and words[0].lower() not in {"vlaams", "vlaamse", "dienst", "ocmw"}
    ):
        forms.append(words[0].lower())
    # 'Vlaamse Belastingadministratie', of which the text goes on as 'de belastingadministratie'.
    forms += [
        word.lower()
        for word in words
        if len(word) > _TELLING + 3 and word[:1].isupper() and word.isalpha() and party_bodies.has_kind(word)
    ]
    forms += [
        word
        for word in words[1:]
        if len(word) > _TELLING and word[:1].isupper() and _OWN_KIND.search(word.lower())
    ]
    if 0 < first < len(words):
        forms.append(" ".join(words[first:]))
    if words and len(words[0]) > _TELLING and not is_body(words[0]) and words[0][:1].isupper():
        forms.append(words[0])
    if (
        words
        and len(words[0]) > _TELLING
        and inline(r"[A-Z]\w+(?:regio|dienst|bedrijf|net|punt)").fullmatch(words[0])
    ):
        forms.append(words[0])
    forms += _of_compounds(words)
    distinct = {form.lower(): form for form in forms if form and form not in _PLACES}
    return tuple(distinct[low] for low in dict.fromkeys(form.lower() for form in forms) if low in distinct)


def _of_compounds(words: list[str]) -> Iterator[str]:
    """Yield the kind that a name says in small letters: 'havenbedrijf' of 'stedelijk havenbedrijf Kaai'."""
    for at, word in enumerate(words[1:], 1):
        if len(word) > _TELLING + 3 and word.isalpha() and word.islower() and _COMPOUND.fullmatch(word):
            yield word
            yield " ".join(words[at:])


def bare(name: str) -> str:
    """Return a name without its article."""
    return _ARTICLE.sub("", name, count=1)


def aliases(party: Party) -> tuple[str, ...]:
    """Return the lower-case forms under which a text may name the party, longest first."""
    forms = {lower(bare(name)) for name in (party.name, party.short_name, *party.mentions)}
    derived: set[str] = set()
    for form in forms:
        derived.update(_derived(form))
    known = {" ".join(f.split()) for f in forms | derived}
    return tuple(sorted((f for f in known if len(f) > 1), key=lambda f: (-len(f), f)))


def _derived(form: str) -> Iterator[str]:
    core = _LEGAL_FORM.sub("", form, count=1)
    if core != form and len(core) > 3:  # noqa: PLR2004 - 'regie' is a name, 'wsz' without its form is not
        yield core
        yield f"agentschap {core}"
    if "openbaar centrum" in form or form.startswith("ocmw"):
        town = _OCMW_SHORT.sub("", _OCMW_LONG.sub("", form, count=1), count=1)
        if town != form:
            yield from (f"ocmw {town}", f"ocmw van {town}", f"ocmw-{town}", f"ocmw te {town}")
    town = _TOWN.sub("", form, count=1)
    if town != form:
        yield from (f"stad {town}", f"gemeente {town}", f"lokaal bestuur {town}", town)


@record
class Mention:
    """A party named in a text; `parties` holds several for a collective name."""

    parties: tuple[int, ...]
    span: Span


class Roster:
    """Finds the parties of a document in its text by any of their names."""

    __slots__ = ("_by_alias", "_pattern")

    def __init__(self, parties: Iterable[Party]) -> None:
        """Collect the forms of every party; one form may stand for several."""
        self._by_alias: dict[str, tuple[int, ...]] = {}
        for index, party in enumerate(parties):
            for alias in aliases(party):
                self._by_alias[alias] = (*self._by_alias.get(alias, ()), index)
        self._pattern = _pattern_of(self._by_alias)

    def find(self, low: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """Yield the mentions between two places of a lower-case text, in order."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(low, start, len(low) if end is None else end):
            if match.group("both"):
                town = match.group("town")
                parties = (*self._exact(town), *self._exact(f"ocmw {town}"))
            else:
                parties = self._exact(match.group())
            if parties:
                yield Mention(tuple(dict.fromkeys(parties)), Span(*match.span()))

    def _exact(self, form: str) -> tuple[int, ...]:
        return self._by_alias.get(" ".join(form.split()), ())


def _pattern_of(by_alias: dict[str, tuple[int, ...]]) -> re.Pattern[str] | None:
    """Compile all forms into one pattern, longest first; 'stad en OCMW X' names two bodies."""
    if not by_alias:
        return None
    forms = sorted(by_alias, key=lambda f: (-len(f), f))
    each = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
    towns = sorted({f[5:] for f in forms if f.startswith("ocmw ")}, key=lambda f: (-len(f), f))
    both = "(?P<both>(?!))(?P<town>)"
    if towns:
        town = "|".join(re.escape(t) for t in towns)
        both = rf"(?P<both>(?:stad|gemeente)\s+(?:en|&)\s+(?:het\s+)?ocmw\s+(?:van\s+)?(?P<town>{town}))"
    return re.compile(rf"(?<![\w@.-])(?:{both}|{each})(?![\w@]|-\w)")
