"""What a body (instantie) is called: which words make a name, and which never do."""

from __future__ import annotations

import functools
from itertools import pairwise

from protocheck.facts.reading import lower
from protocheck.regex import inline, lazy

_SUFFIX = r"vzw|nv|bv|bvba|cv|cvba|cvso|ivzw|ebvba|comm\.? ?v|van publiek recht|so|asbl"
# The head words of bodies, alone or at the end of a compound ('projectvereniging').
KIND = (
    r"(?:\w{0,20}agentschap|departement|ocmw|cpas|\w{0,12}gemeente|gemeentebestuur|stadsbestuur|stad"
    r"|(?:lokaal|lokale) bestuur"
    r"|\w{0,12}provincie|\w{0,16}zone|(?:lokale |federale )?politie|intercommunale|\w{0,20}vereniging"
    r"|\w{0,20}maatschappij|\w{0,16}fonds|ziekenfonds|mutualiteit|zorgkas|hulpkas|rijkskas|kas"
    r"|\w{0,14}ziekenhuis|kliniek|\w{0,12}scholengroep|scholengemeenschap|(?:\w{2,14})?school"
    r"|hogeschool|universiteit|\w{0,20}bedrijf"
    r"|\w{0,12}instituut|instelling|\w{0,14}stichting|\w{0,16}dienst|overheidsdienst|kruispuntbank"
    r"|centrum|\w{2,14}centrum|openbaar centrum|cultuurcentrum"
    r"|\w{0,14}federatie|\w{0,12}bond|verbond|\w{0,12}koepel|unie|\w{0,12}raad|\w{0,14}commissie"
    r"|\w{0,14}autoriteit|\w{0,10}bank|\w{0,14}bibliotheek|museum|\w{2,14}museum|\w{0,8}archief"
    r"|samenwerkingsverband|\w{0,14}regio|netbeheerder|\w{0,14}beheer|\w{0,14}beheerder|polder|watering"
    r"|landschap|steunpunt|huis|\w{2,12}huis|academie|kerkfabriek|bisdom|orde|kamer|hof|fod|pod"
    r"|gemeenschapsinstelling|lijn|haven|havenbedrijf|kringwinkel|parket|gewest|regie|gemeenschap"
    r"|belastingdienst|veiligheidshuis|secretariaat|bureau|kantoor|ministerie|\w{0,20}administratie|caw|clb"
    r"|agb|apb|rva|rsz"
    r"|vdab|gerechtshof|loket|werkplaats|club|korps|\w{2,14}net|ondernemingsloket|toezicht"
    r"|(?:heemraad|hoogheemraad|water)schap|(?:school|kerk|haven|sport|jeugd)bestuur|\w{0,12}vennootschap"
    r"|\w{2,14}(?:kas|kantoor|bureau|groep|punt|atelier)|co\u00f6peratie|inrichtende macht|woonzorggroep"
    r"|lyceum|atheneum|crèche|omroep|luchthaven|laboratorium|brandweer|ombudsdienst|collectief)"
)
_KIND = lazy(rf"\b{KIND}\b")
_HAS_SUFFIX = lazy(rf"\b(?:{_SUFFIX})$|\b(?:vzw|nv|bv|cv|cvba|bvba)\b")
# 'Vlaamse Zorgkas', 'Provinciaal Instituut': there is but one.
_OF_ALL = lazy(
    r"(?:Vlaamse?|VLAAMSE?|Federale?|Belgische?|Nationale?|Koninklijke?|Provincia(?:al|le)) "
    r"(?!Overheid|Regering|Gemeenschap|Gewest|Agentschap$|OVERHEID|Departement$)[A-ZÀ-Þ]"
    r"|(?:[Aa]gentschap|[Dd]epartement)(?: voor| van)? (?!Vlaamse? |Met |Zonder )[A-ZÀ-Þ][a-z]"
)
# Words that say what kind of body it is, and never which.
_ADJECTIVE = (
    r"(?:intern|extern|verzelfstandigd|verzelfstandigde|autonoom|autonome|openbaar|openbare|lokaal|lokale"
    r"|intergemeentelijke?|interlokale|provinciaal|provinciale|regionaal|regionale|federale?|vlaamse?"
    r"|gemeentelijke?|stedelijke?|dienstverlenende|opdrachthoudende|publiekrechtelijke?|privaatrechtelijke?"
    r"|naamloze|erkende?|koninklijke?|nationale?|katholieke?|vrije?|sociale?|algemene?|maatschappelijk"
    r"|welzijn|rechtspersoonlijkheid|vormgegeven|eigen|meergemeentezone|eengemeentezone|verzorgingsinstelling"
    r"|vennootschap|besloten|publiek|recht|gewest|gemeenschap|overheid|belgisch|belgische|eerste|tweede|hele"
    r"|afdeling|directie|commissie|distributienetbeheerder|instantie|bestuur|cooperatieve|coöperatieve)"
)
_LITTLE = r"(?:van|voor|de|het|een|en|der|den|te|ten|met|zonder|in|aan|op|bij|tot|om|&|uit|'t|als|d'|l')"
# Compounds that every body of their kind carries; another one ('Landmaatschappij') can be a name.
_COMMON = (
    r"(?:agentschap|departement|ocmw|cpas|gemeente|gemeentebestuur|stadsbestuur|stad|bestuur|provincie"
    r"|provinciebestuur|(?:politie|hulpverlenings|brandweer|eerstelijns|meergemeente)?zone|politie"
    r"|intercommunale"
    r"|(?:project|welzijns|interlokale |ocmw-)?vereniging|(?:woon|water)?maatschappij"
    r"|(?:vervoer|huisvestings)maatschappij|fonds|ziekenfonds|mutualiteit|zorgkas|kas|ziekenhuis|kliniek"
    r"|scholengroep|scholengemeenschap|school|hogeschool|universiteit|(?:gemeente|water|haven|nuts)?bedrijf"
    r"|instituut|instelling|stichting|dienst|erfgoeddienst|overheidsdienst|centrum|cultuurcentrum|federatie"
    r"|sportfederatie|bond|verbond|koepel|unie|raad|zorgraad|commissie|adviescommissie|autoriteit|bank"
    r"|bibliotheek|museum|archief|samenwerkingsverband|(?:water|net|distributienet)?beheerder|polder|watering"
    r"|landschap|steunpunt|huis|academie|kerkfabriek|kamer|hof|regie|gewest|gemeenschap|haven|kringwinkel"
    r"|secretariaat|kantoor|ministerie|administratie|caw|clb|agb|apb|loket|club|korps|toezicht|lijn"
    r"|vzw|nv|bv|cv|cvba|rechtspersoon|entiteit|overheid)"
)
_EMPTY = lazy(rf"(?:(?:{_COMMON}|{_ADJECTIVE}|{_LITTLE})(?:[\s,/-]+|$))+")
# What stands in the place of a name in forms, headings and letters, and is none.
_NO_NAME = lazy(
    r"(?:de |het |een |elke |iedere |onze |uw |hun |haar |zijn |deze |dit |die |dat |alle |andere? )?"
    r"(?:artikel|art\b|deel \w{1,3}\b|vak \w{1,2}\b|hoofdstuk|bijlage|punt|paragraaf|colofon|nummer|adres\b"
    r"|naam\b|zetel\b"
    r"|op (?:heden|datum|de |\d)|heden\b|vandaag\b|functionaris|dpo\b|fgb?\b|partij(?:en)?\b|contact"
    r"|tussen\b|betreft|geachte|beste\b|voor\b"
    r"|namens\b|gelezen|titel"
    r"|(?:elektronische |structurele |periodieke )?(?:mededeling|uitwisseling|doorgifte|overdracht)\b"
    r"|inleiding|context|aanleiding|overweg|gelet|gezien|protocol|overeenkomst|samenwerkingsprotocol"
    r"|besluit\b"
    r"|datum|handtekening|opgemaakt|gedaan|getekend|goedgekeurd|aanwezig|zitting|uittreksel|onderwerp|dossier"
    r"|medewerkers?|personeel|ambtenaren|ambtenaar|leden\b|burgers?\b|inwoners?\b|aanvragers?\b|eigenaars?\b"
    r"|huurders?\b|rijksregister|insz|gegevens|lijst\b|bestand\b|persoon|personen|diensthoofd|burgemeester"
    r"|voorzitter|directeur|algemeen directeur|korpschef|schepen|gouverneur|administrateur|gedeputeerde"
    r"|mevrouw|mevr|dhr|de heer|meneer|dokter|dr\b|prof|stuurgroep|werkgroep|team\b|cel\b|advies\b"
    r"|verwerkers?\b"
    r"|verantwoordelijken?\b|wet\b|decreet|ondertekenaar|ondertekende|wie\b|wat\b|waar\b|hoe\b"
    r"|welke?\b|wij\b|we\b"
    r"|ons\b|zij\b|hij\b|men\b|er\b|bereikbaar|telefoon|e-?mail|website|kbo\b|ondernemings|btw|iban|rekening"
    r"|college\b|vast bureau|gemeenteraad\b(?! van)|deputatie|raad van bestuur|ouders?\b|leerlingen|klant"
    r"|toezichthoud|gegevensbeschermingsautoriteit|vlaamse toezichtcommissie|rechtbank|aanvraag\b|formulier\b"
    r"|toetredingsformulier|ja\b|nee\b|be$|akkoord|met\b|ook\b|als\b|indien|wanneer|omdat|om\b|na\b|ter\b"
    r"|tot\b|per\b"
    r"|directie [A-ZÀ-Þa-z]|(?:dienst|team|cel|afdeling) (?:informatie|gegevens(?:bescherming)?|privacy|data"
    r"|gdpr|avg|dpo|fg)\w{0,14}"
    r"|(?:dienst|afdeling|onderdeel|project|initiatief) van\b|aan\b(?! de)|aan de (?:voorzitter|heer"
    r"|directie|bestuur|(?:ene |andere )?(?:kant|zijde)\b|overkant)|identificatie|afspraak\b|afspraken"
    r"|afsprakennota"
    r"|fiche|verstrekker|verzender|ontvanger|zender|afnemer|leverancier|bron\b"
    r"|meedelende|ontvangende|gegevensbron|instelling(?:en)?$|straat|postcode|belgi\w|vlaanderen\b"
    r"|vlaamse (?:overheid|regering|gemeenschap|gewest|codex)\b|vlaamse gewest|europese"
    # A building, and no body; a service may be about buildings.
    r"|(?!(?:departement|agentschap|dienst|afdeling|instituut|fonds|[fp]od)\b)[\w' -]{3,40}gebouw$)",
)
# A lower-case word of this shape behind a noun is a verb, save those nouns that end like it.
_VERB_SHAPE = lazy(r"(?<![A-Z])\b[a-z]{2,20}t\b")
_NOUNS = lazy(
    r"(?:\w*(?:schap|ment|dienst|recht|wacht|markt|kunst|sport|kust|vaart|post|macht|jacht|tocht"
    r"|stadt?|tuut|uut"
    r"|nst|licht|lucht|gracht|vocht|district|gewest|\w+ject|\w+ract|\w+duct|budget|nest|front|punt"
    r"|vorst|\w+ort|rest"
    r"|pact|krediet|\w+iteit|ambacht|inzet|talent|horst)|met"
    r"|het|tot|uit|naast)$"
)
_FINITE = lazy(
    r"\b(?:is|heeft|hebben|wordt|worden|was|waren|werd|werden|kan|kunnen|mag|mogen|moet|moeten|zal|zullen"
    r"|doet|doen|gaat|gaan|staat|staan|geeft|geven|krijgt|krijgen|deelt|delen|levert|bewaart|gebruikt"
    r"|verwerkt|ontvangt|vraagt|houdt|wil|weet|sluiten|komen|verklaren|dienen|zijn (?:overeen|te|de|het)"
    r"|treedt|tekent|tekenen|waarmee|waarvan|waarop|wiens|we|men|zich|zodat|omdat|voor zover|niet|reeds"
    r"|onderling)\b"
)
_APPOSITION = lazy(
    rf", (?:(?:de|het|een) )?(?=(?:{_ADJECTIVE}|{KIND}|die|dat|dewelke|vertegen\w+|handelend)\b(?! [A-ZÀ-Þ]))"
)
_UNIT = lazy(r", (?:(?:dienst|afdeling|directie|team|cel)\b|[^,\n]{2,40} \d{1,4}\w?(?:,|$))")
_LETTERS = lazy(r"[^\W\d_]")
_LONGEST, _MOST_WORDS = 140, 18
_BAD = lazy(
    r"\b(?:FGB?|DPO)\b|[Ff]unctionaris|[@?!:;\u00b7\u2194\u2192|\[\]{}<>_=]|\.{2}|\d{3}\.\d{3}|https?"
    r"|\d{1,2}/\d{1,2}/"
    r"|\d (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
_ADJECTIVES = lazy(rf"{_ADJECTIVE}\b")
_ADJECTIVE_WORD, _LITTLE_WORD = lazy(_ADJECTIVE), lazy(_LITTLE)
# 'departement landbouw en visserij', 'agentschap voor natuur': what it is about tells which.
_SUBJECT = lazy(
    rf"(?:departement|agentschap|[fp]od|dienst|fonds|intercommunale|rijksdienst|{KIND} voor) [a-zà-ÿ]{{3}}"
)
_PROPER = lazy(r"[A-ZÀ-ÞÉ][\w'À-ÿ-]+|\b[A-Z]{2,}\b")


# 'Kempenwater en Licht, opdrachthoudende vereniging': what it is stands behind the name.
_APPOSED = lazy(
    rf" ?[,(\u2013-] ?(?:(?:een|het|de|als) )?(?:(?:{_ADJECTIVE}) ){{0,3}}(?:{KIND}|rechtspersoon|{_SUFFIX}"
    rf"|bestuur|entiteit)\b"
)


def is_explained(low: str, end: int) -> bool:
    """Tell whether the words behind a name say what kind of body it names."""
    return _APPOSED.match(low, end) is not None


@functools.lru_cache(maxsize=512)
def has_kind(name: str) -> bool:
    """Tell whether a name says what kind of body it names, or carries a legal form."""
    low = lower(name)
    return _KIND.search(low) is not None or _HAS_SUFFIX.search(low) is not None


def says_only_kind(name: str) -> bool:
    """Tell whether nothing in the words says which body it is: 'opdrachthoudende vereniging'."""
    return _EMPTY.fullmatch(lower(name).strip() + " ") is not None and _OF_ALL.match(name) is None


@functools.lru_cache(maxsize=512)
def looks_like_body(name: str) -> bool:
    """Tell whether a text can be the name of a body: a name, and no sentence, heading or datum."""
    if not 2 <= len(name) <= _LONGEST or len(name.split()) > _MOST_WORDS or _BAD.search(name):  # noqa: PLR2004 - 'PZ'
        return False
    low = lower(name)
    if not _LETTERS.search(name) or _NO_NAME.match(low) or says_only_kind(name):
        return False
    if low.count("(") != low.count(")") or low.count('"') % 2:
        return False
    if _FINITE.search(name) or _has_verb(name):
        return False
    first = name.split(maxsplit=1)[0].strip("\"'(")
    known = _KIND.match(low) or _HAS_SUFFIX.match(low) or _ADJECTIVES.match(low)
    if (first[:1].islower() and not known) or first[:1].isdigit():
        return False
    return _PROPER.search(name) is not None or _SUBJECT.match(low) is not None


def _has_verb(name: str) -> bool:
    """Tell whether a lower-case word behind a noun can only be a verb ('dienst levert')."""
    words = name.split()
    for before, word in pairwise(words):
        behind = lower(before) not in {
            "van",
            "voor",
            "en",
            "de",
            "het",
            "der",
            "met",
            "op",
            "in",
            "te",
            "tot",
        }
        if behind and _VERB_SHAPE.fullmatch(word) and not _NOUNS.match(word) and not _KIND.fullmatch(word):
            return _ADJECTIVE_WORD.fullmatch(word) is None
    return False


def without_apposition(name: str) -> str:
    """Return a name without what explains it behind a comma: ', meergemeentezone met ...'."""
    for comma in _APPOSITION.finditer(name):
        if looks_like_body(name[: comma.start()]):
            return name[: comma.start()]
    unit = _UNIT.search(name)
    return name[: unit.start()] if unit is not None and looks_like_body(name[: unit.start()]) else name


def before_verb(name: str) -> str:
    """Return the words up to the first that can only be a verb: 'Energiehuis Zuid helpt hen'."""
    words = name.split()
    for index, (before, word) in enumerate(pairwise(words), start=1):
        if before[:1].isupper() and _VERB_SHAPE.fullmatch(word) and _has_verb(f"{before} {word}"):
            return " ".join(words[:index])
    return name


@functools.lru_cache(maxsize=256)
def key_of(name: str) -> str:
    """Return the words by which two mentions of a body are the same."""
    low = inline(r"[^\w ]+").sub(" ", lower(name))
    low = inline(r"\bopenbaar centrum voor maatschappelijk welzijn\b").sub("ocmw", low)
    words = [word for word in low.split() if not _LITTLE_WORD.fullmatch(word)]
    telling = [word for word in words if not _ADJECTIVE_WORD.fullmatch(word)]
    return " ".join(telling or words)
