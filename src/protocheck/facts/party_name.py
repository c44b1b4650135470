"""The name in a clause of the parties block: where it stands, and when it names two bodies."""

from __future__ import annotations

import re

from protocheck.facts import addresses, names
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

NAME_END = lazy(
    r"[ ,(]*(?:\b(?:hierna|hieronder|verder (?:ook |kortweg )?(?:genoemd|te noemen|aangeduid|vermeld"
    r"|afgekort|:)|verder:|voortaan\b|kortweg\b|in (?:wat volgt|het vervolg)\b|\((?:verder|kort)\b|afgekort"
    r"|ingeschreven|geregistreerd|met (?:als )?(?:maatschappelijke|sociale|administratieve|statutaire|zetel"
    r"|hoofdzetel|kbo"
    r"|ondernemings|adres|stadhuis|gemeentehuis|provinciehuis|commissariaat|standplaats|kantoor|kantoren"
    r"|vestiging|btw|nummer|hoofdvestiging)"
    r"|waarvan de (?:maatschappelijke )?(?:zetel|kantoren)"
    r"|in rechte vertegenwoordigd|gelegen|gevestigd|gehuisvest|zetelend|(?:kantoor|zetel) ?houdende?"
    r"|(?:rechts)?geldig vertegenwoordigd|rechtsgeldig"
    r"|(?:hier |te dezen |alhier )?vertegenwoordigd"
    r"|in de persoon van|bij monde van|(?:voor|namens) (?:wien?|(?:de|het)?welke?)\b|waarvoor|wi?en?s zetel"
    r"|wier zetel"
    r"|in naam (?:van|waarvan)|optredend|handelend|kbo|k\.b\.o|ondernemingsn"
    r"|kruispuntbank van (?:de )?onder|btw"
    r"|adres *[:\t]|zetel *[:\t]|maatschappelijke zetel|rpr\b|be ?0\d{3}|[01]\d{3}[ .]\d{3}[ .]\d{3}"
    r"|enerzijds|anderzijds|ten kantore"
    r"|als (?:de )?(?:meedelende|ontvangende|verwerkings|leverancier|afnemer|verstrekkende|verzender|zender"
    r"|bron|gegevens|partij|controller)"
    r"|in (?:haar|zijn|hun) hoedanigheid|opgericht|die (?:hier)?(?: optreedt| handelt)|bij wie"
    r"|contactgegevens|dpo|functionaris voor)"
    r"|[;\n\t]|\(\"|\('|\"|– "
    r"|, (?=[a-z][\w ]{2,40}? (?:agentschap|vereniging|vennootschap|bedrijf|instelling|rechtspersoon"
    r"|maatschappij)\b)"
    r"|, (?=(?:een|zijnde|afgekort|ook|(?:intern|extern) verzelfstandigd|autonoom|opdrachthoudende"
    r"|publiekrechtelijke|naamloze|openbare (?:instelling|vennootschap)"
    r"|(?:deel uit ?makend|res+orterend|vallend|behorend|ingebed|ondergebracht)e?"
    r"|zonder (?:eigen )?rechtspers\w+"
    r"|\w*vereniging|\w*vennootschap|instelling|vzw|rechtspersoon|onderdeel|agentschap|intercommunale"
    r"|\w*beheerder|organisator|dienst van|opgericht|bedrijf|lokaal bestuur)\b)"
    r"| (?=(?:is|wordt|heeft|bevindt|treedt|afgekort)\b))"
)
# 'Leverancier van de gegevens is het ...', 'De instantie die de gegevens ontvangt, is ...': then the name.
ROLE_IS = (
    r"(?:(?:de )?(?:(?:gegevens)?(?:verstrekker|leverancier|ontvanger|afnemer)|(?:ver)?zender|aanvrager|bron"
    r"|\w{4,20}nde (?:instantie|partij|overheid|dienst))(?: van de (?:persoons)?gegevens)?"
    r"|(?:de |het )?(?:instantie|partij|overheid|bestuur|dienst|organisatie) (?:die|dat) [^.,;:\n]{4,50}?)"
    r",? is:? (?=(?:de|het) |[^\W\d_]{3})"
)
_OPENING = lazy(
    rf"^(?:{ROLE_IS}"
    r"|[\s,;:–•·▪\"-]+|\(?\d{1,2}[.)°]+(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)|\(?(?:[a-h]|i{1,3}|iv"
    r"|vi?)[.)](?=\s)"
    r"|[eo] (?=[a-z])|(?:en|tussen|enerzijds|anderzijds|alsook|alsmede)\b"
    # 'Gelet op ...; hebben de stad Linde, ..., en de vzw Groen, ..., afgesproken wat volgt.'
    r"|(?:hebben|zijn|worden|komen(?: overeen)?|sluiten|maken|spreken|gaan|verklaren|verbinden|leggen|treffen"
    r"|besluiten|(?:wordt|werd|is|worden|werden|zijn) (?:door|tussen))"
    r",? +(?=(?:de|het|enerzijds)\b)"
    r"|aan (?:het|de) (?:college van burgemeester en schepenen|bestuur|gemeentebestuur|stadsbestuur"
    r"|directie|raad)\s+van\b"
    r"|aan de (?:ene|andere|een) (?:kant|zijde)\b|ten (?:eerste|tweede|derde|vierde)\b|(?:de )?(?:eerste"
    r"|tweede|derde|vierde) partij is\b|de (?:eerste"
    r"|tweede|derde) (?:partij|ondergetekende)\b|(?:de )?ondergetekenden?\b|met name\b|(?:opgesteld"
    r"|aangegaan|gesloten|ondertekend) door\b"
    r"|(?:de )?partij(?: (?:\d|[a-h])\b)?(?: ?\((?!kbo)[^)\n]{2,40}\))?(?=[\s:.–-])|(?:naam|benaming"
    r"|officiële naam|instantie|organisatie)(?: (?:van de )?(?:instantie|partij|organisatie|entiteit"
    r"|bestuur))? *[:\t]"
    r"|(?:de |het )?(?:\w{4,20}(?:ende|de) )?(?:instantie|partij|overheid|verwerkingsverantwoordelijke"
    r"|zender|verzender|ontvanger|afnemer"
    r"|leverancier|verstrekker|bron|aanvrager|gegevensleverancier|gegevensontvanger)(?: \d"
    r"| [ab])?(?: is)? *(?:[:–\t]|\((?:zender|ontvanger)\)|, zijnde|, te weten)"
    r"|(?:het|de)\b)"
)
_ABBREVIATION = lazy(r"\(((?:(?:het|de) )?[A-Z][A-Za-z&.-]{1,14})\)$")
_VERB = lazy(
    r"\b(?:wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|sluiten|komen|zijn overeen|verklaren"
    r"|dienen|bedoeld|vermeld"
    r"|gegevens(?!bescherming|autoriteit)|verwerkers?|stuurgroep|werkgroep|partijen|overeenkomst|protocol"
    r"|mevrouw|de heer)\b"
)
_TWO = lazy(
    r"^(?P<first>[^,;]{3,120}?),? (?:en|&|evenals|alsook) (?P<second>(?:het |de )?(?:ocmw|openbaar centrum"
    r"|stad|gemeente|agb|autonoom gemeentebedrijf"
    r"|politiezone|provincie|departement|agentschap|haar ocmw|zijn ocmw)\b.{0,100})$"
)
_ALONE = lazy(
    r"^(?:stad|gemeente|ocmw|het ocmw|de stad|de gemeente|(?:haar|zijn) ocmw|stadsbestuur|gemeentebestuur)$"
)
_SENTENCE = lazy(r"(?<!\bSt)[.?!] +[A-ZÀ-Þ]|[?!]$")
_PLACEHOLDER = lazy(r"[\[\]<>_]|\.{3}|\bxxx?\b", re.IGNORECASE)
_PRONOUN = lazy(
    r"(?:haar|zijn|zij|hij|wij|we|deze|dit|die|dat|men|ons|onze|er|algemeen|waarnemend|burgemeester"
    r"|voorzitter|mevr\w*|dhr|ontvanger|zender|wie|waarom|over)\b(?! [A-Z])"
)
_LONGEST_NAME = 160
_SHORT_LINE = 40


def skip_opening(reading: Reading, span: Span) -> int:
    """Return where the name begins: behind markers, labels and the article."""
    start = span.start
    while match := _OPENING.match(reading.low[start : min(span.end, start + 160)]):
        if not match.end():
            break
        start += match.end()
    return start


def name_span(reading: Reading, span: Span) -> Span | None:
    """Return where the name stands: from the start of the clause to its first detail."""
    limit = min(span.end, span.start + 400)
    stop = NAME_END.search(reading.low, span.start, limit)
    end = stop.start() if stop else limit
    address = next(addresses.find(reading.flat, Span(span.start, end)), None)
    if address is not None:
        address = addresses.below_name(reading.text, reading.flat, address)
        comma = reading.flat.rfind(",", span.start, address.start)
        end = comma if comma > 0 and not reading.flat[comma + 1 : address.start].strip() else address.start
    end = span.start + len(reading.flat[span.start : max(span.start, end)].rstrip(" (\n"))
    name = reading.trim(Span(span.start, end))
    if not 2 <= len(name) <= _LONGEST_NAME or _VERB.search(reading.low, name.start, name.end):  # noqa: PLR2004 - 'PZ'
        return None
    name = _letterhead(reading, name)
    text = name.of(reading.flat)
    if not _begins_like_name(text) or _SENTENCE.search(text) or _PRONOUN.match(text.lower()):
        return None
    if names.is_generic(text) or _ALONE.match(text.lower()):
        return None
    return name


def _begins_like_name(text: str) -> bool:
    """Tell whether a name starts with a capital, a word for a body, or a word before a capital."""
    if _PLACEHOLDER.search(text):
        return False
    first, _, rest = text.partition(" ")
    return first[:1].isupper() or names.is_body(text) or rest[:1].isupper()


def _letterhead(reading: Reading, name: Span) -> Span:
    """Keep the first line where short lines stand under each other, as in a letterhead."""
    newline = reading.text.find("\n", name.start, name.end)
    if newline < 0 or newline - name.start > _SHORT_LINE or not reading.text[newline:].lstrip()[:1].isupper():
        return name
    line = reading.text.rfind("\n", 0, name.start) + 1
    if "\t" in reading.text[line:newline]:
        return name  # the lines of a cell
    return reading.trim(Span(name.start, newline)) if newline - line <= _SHORT_LINE else name


def bodies(reading: Reading, name: Span) -> list[tuple[str, tuple[str, ...]]]:
    """Return the names in a head with the abbreviation behind each: mostly one, sometimes two."""
    text = inline(r"[\u00b9\u00b2\u00b3\u2070-\u2079]+").sub("", reading.printed(name)).rstrip(" ,")
    match = _TWO.match(text.lower()) if len(text.lower()) == len(text) else None
    if match is None or match.group("first").count("(") != match.group("first").count(")"):
        return [abbreviated(text)]
    first, second = text[: match.end("first")], text[match.start("second") :]
    first, second = names.bare(first), names.bare(inline(r"^(?:haar|zijn) ").sub("", second))
    if _ALONE.match(first.lower()):
        town = re.sub(
            r"^(?:ocmw|openbaar centrum voor maatschappelijk welzijn(?: \(OCMW\))?|\w+)(?: van| te)? ",
            "",
            second,
            count=1,
            flags=re.IGNORECASE,
        )
        first = f"{first} {town}"
    elif _ALONE.match(second.lower()):
        town = inline(r"^(?:stad|gemeente)(?:bestuur)? ", re.IGNORECASE).sub("", first, count=1)
        second = f"{second} {town}"
    return [abbreviated(first), abbreviated(second)]


def abbreviated(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without the abbreviation behind it, and that abbreviation."""
    text = names.bare(text).strip(" ,")
    match = _ABBREVIATION.search(text)
    if match is None or match.start() == 0:
        return text, ()
    return text[: match.start()].strip(" ,"), (match.group(1),)
