"""What the text says of all data together: why they are needed, how long they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from protocheck.facts.headings import sections
from protocheck.facts.reading import Reading
from protocheck.model.facts import DataItem
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

_NEEDED = lazy(
    r"\b(?:noodzakelijk|nodig|vereist|onontbeerlijk|proportioneel|ter zake dienend|beperkt tot wat"
    r"|niet meer gegevens|dien(?:t|en) (?:om|voor|ter)|volsta(?:at|an)|onmisbaar|relevant|laten toe"
    r"|laat toe)\b"
)
_FOR = lazy(r"\b(?:om|voor|teneinde|opdat|zodat|ter|aangezien|omdat|want|met het oog op)\b")
# A pledge of proportionality says that there is a reason, not which.
_PLEDGE = lazy(
    r"\b(?:toereikend|ter zake dienend|niets te veel|beperkt tot (?:wat|hetgeen)|evenredig|proportioneel)\b"
)
_WHY = lazy(r"\b(?:om|omdat|want|zodat|opdat|teneinde|aangezien|nodig voor|dien(?:t|en))\b")
# Nor does 'noodzakelijk voor de doeleinden van dit protocol': the purpose is not named.
_UNNAMED = lazy(
    r"\b(?:noodzakelijk|nodig|vereist|relevant)\b[^.;]{0,60}\b(?:het|de|dit|deze|dat|die) (?:[\w-]+ ){0,2}"
    r"(?:doel|doeleinden?|finaliteit(?:en)?)(?: (?:van|in|vermeld|bepaald|beschreven|zoals)\b[^.;]{0,60})?"
    r"\s*[.;]?\s*$"
)
# 'zodat het proportionaliteitsbeginsel gerespecteerd is' tells no reason either.
_PROUD = lazy(
    r",? ?\b(?:zodat|waardoor|opdat|om|teneinde|ter) [^.;,]{0,60}\b(?:proportional\w+|evenredig\w+|minimale"
    r" gegevens\w*|dataminimal\w+|minimum\w+)\b[^.;,]{0,60}"
)
# A reason that is still to come is none.
_LATER = lazy(
    r"\b(?:zal|zullen|wordt nog|worden nog|zal worden|nader|later|nog te)\b[^.;]{0,60}\b(?:bepaald"
    r"|bepalen|geëvalueerd"
    r"|toegelicht|verantwoord|gemotiveerd|onderbouwd|onderzocht|nagegaan|bekeken|besproken|uitgewerkt"
    r"|vastgelegd)\b"
)
# The sentence right behind the data that points back at them: 'Met minder vindt men de akte niet.'
_BACK = lazy(
    r"(?:met minder|met (?:deze|die|dit|dat)|zonder (?:deze|die|dit|dat|ze|hen|zulke|een van)|dat|dit|die"
    r"|deze|zij|ze|daarmee|hiermee|zo"
    r"|elk van|beide|alle|samen|de eerste|het eerste|enkel zo|alleen zo|(?:de|het) (?:\w+ ){0,2}reden)\b"
)
_BACK_WHY = lazy(
    r"^(?:met minder|zonder)\b.{0,120}\b(?:niet|geen|niemand|onmogelijk|nergens)\b"
    r"|\b(?:omdat|want|opdat|zodat|aangezien)\b|\bom (?:\w+ ){1,9}te\b"
    r"|\b(?:volstaa[nt]|onmisbaar|vereist|nodig|noodzakelijk|dien(?:t|en)) (?:om|voor|omdat|opdat|ter)\b"
    r"|^(?:daarmee|hiermee|met (?:deze|die|dit|dat)(?: \w+){0,2}|enkel zo|alleen zo|zo) (?:kan|kunnen"
    r"|weet|weten|vindt|bereikt|ziet|bepaalt|is|wordt)\b"
)
_NOT_BACK = lazy(
    r"\b(?:bewaa?r\w*|gewist|vernietig\w*|bron|bronnen|afkomstig|beveilig\w*|versleutel\w*|toegang\w*|later"
    r"|vastgelegd|ontvangers?|foutief|verbeter\w*|doeleinden?|finaliteit\w*|dit protocol|niet (?:meegedeeld"
    r"|doorgegeven|gedeeld|verwerkt|gevraagd))\b"
)
_ALL = lazy(r"\b\w{0,20}gegevens?\b|\bze\b|\bnummer\b|\bdata\b")
_KEPT = lazy(
    r"\b(?:bewaard|bewaart|bewaren|bewaartermijn\w*|bewaarperiode|vernietig\w*|gewist|wist|wissen"
    r"|verwijderd?|verwijdert|verwijderen|uitgewist|bijgehouden|gearchiveerd)\b"
)
_THINGS = lazy(r"\b\w{0,20}gegevens?\b|\bbestand\w*|\bexcel\w*|\blijst\w*|\bdossier\w*|\bdata\b|\btermijn\b")
_WHEN = lazy(
    r"\b(?:jaar|jaren|maand\w*|dag|dagen|week|weken|uur|uren|tot|zolang|zodra|binnen|onmiddellijk|meteen"
    r"|termijn\w*|einde|nadat|na|conform|archie\w*|wettelijke)\b"
)
_LONGEST = 700
_OTHER = lazy(
    r"\blog(?:s|ging|bestand\w*|gegevens)?\b|\btoegangslog|\btable?l?\b|\btabel\b|\bsleutel|\bfoutieve\b"
    r"|\bonjuiste?\b|\brecht op\b|\bverwerker\b"
)


def justification(reading: Reading, items: tuple[DataItem, ...]) -> Span | None:
    """Return the sentence that says why the listed data are needed."""
    area = _section_of(reading, items)
    elsewhere = sections(reading, "recipients")
    for sentence in reading.sentences(area):
        low = sentence.of(reading.low)
        if any(sentence in other and items[0].span not in other for other in elsewhere):
            continue
        if sentence.end > items[0].span.start and any(i.span.overlaps(sentence) for i in items):
            continue
        low = _PROUD.sub("", low)
        if (_PLEDGE.search(low) and not _WHY.search(low)) or _UNNAMED.search(low) or _LATER.search(low):
            continue
        if (
            _NEEDED.search(low)
            and _FOR.search(low)
            and _ALL.search(low)
            and not inline(r"\bniet\b").search(low)
        ):
            return sentence
    return _pointing_back(reading, items)


def _pointing_back(reading: Reading, items: tuple[DataItem, ...]) -> Span | None:
    """Return the sentence right behind the data that points back at them and says why."""
    last = max(item.span.end for item in items)
    stop = reading.flat.find("\n", reading.flat.find("\n", last) + 1)
    area = Span(last, stop if stop > last else len(reading.flat))
    following = [each for each in reading.sentences(area) if each.start > last and len(each)]
    for sentence in following[:2]:
        low = _PROUD.sub("", sentence.of(reading.low))
        if not (_BACK.match(low) or _names_most(low, items)):
            continue
        if _BACK_WHY.search(low) and not (_NOT_BACK.search(low) or _PLEDGE.search(low)):
            return sentence
    return None


def _names_most(low: str, items: tuple[DataItem, ...]) -> bool:
    """Tell whether a sentence names at least half of the data again."""
    heads = [inline(r" van | \(|,").split(item.name.lower(), maxsplit=1)[0] for item in items]
    named = sum(head.removeprefix("de ").removeprefix("het ") in low for head in heads)
    return len(heads) > 1 and named * 2 >= len(heads)


def retention(reading: Reading, items: tuple[DataItem, ...]) -> Span | None:
    """Return the sentence that says how long the data are kept, nearest subject first."""
    headings = [part.heading_span for part in reading.parts if part.heading_span is not None]
    areas = [_section_of(reading, items), *sections(reading, "retention"), Span(0, len(reading.low))]
    for area in areas:
        sentences = list(reading.sentences(area))
        for index, sentence in enumerate(sentences):
            if _keeps(sentence.of(reading.low)) and not any(
                sentence.overlaps(heading) for heading in headings
            ):
                return _with_more(reading, sentence, sentences[index + 1 : index + 3])
    return None


def _with_more(reading: Reading, first: Span, following: Sequence[Span]) -> Span:
    """Take along a second sentence on keeping that follows at once, or after one between them."""
    last = next((each for each in reversed(following) if _keeps(each.of(reading.low))), None)
    return Span(first.start, last.end) if last and last.end - first.start < _LONGEST else first


def _keeps(low: str) -> bool:
    """Tell whether a sentence says how long the data are kept, and not what else is kept."""
    kept = _KEPT.search(low)
    return bool(kept and _THINGS.search(low) and _WHEN.search(low) and not _OTHER.search(low))


def _section_of(reading: Reading, items: tuple[DataItem, ...]) -> Span:
    start, end = items[0].span.start, items[-1].span.end
    around = [section for section in sections(reading, "data") if start in section]
    if around:
        return around[-1]
    return Span(max(0, start - 800), min(len(reading.low), end + 1200))
