"""The short names in a clause of the parties block: 'hierna: ...', 'verder genoemd ...'."""

from __future__ import annotations

from protocheck.facts import names, party_bodies
from protocheck.facts.reading import Reading
from protocheck.model.geometry import Span
from protocheck.regex import inline, lazy

# The word that brings in a short name, and the short name, quoted or up to the next stop.
_HEREAFTER = lazy(
    r"\b(?P<cue>hierna|hieronder|verder|voortaan|in wat volgt|in het vervolg|afgekort|kortweg"
    r"|in dit protocol)\b(?:[ ,:]+(?:ook|wel|tevens"
    r"|kortweg|noemen we (?:haar|hem|het)|te noemen|noemen|genoemd|vernoemd|vermeld|benoemd|aangeduid"
    r"|aangeduid als|als|afgekort|afgekort tot|tot|samen|gezamenlijk|beiden|elk|respectievelijk|met"
    r"|de term|heet (?:zij|ze|hij|het|(?:de|het) [a-z]{4,20})(?= (?:de|het) )))*[ ,:]*"
    r"(?:\"(?P<quoted>[^\"\n]{2,60})\"|'(?P<single>[^'\n]{2,60})'"
    r"|(?P<open>[^\s\"',;:.()\n][^\"',;:()\n]{1,50}?)(?=[,;).\n\"]| en (?:het|de) |$))"
)
_NAME_LIKE = lazy(r"(?:de|het|'t) |[^\n]{0,40}[A-ZÀ-Þ]|[^\s]{2,40}$")
_IN_BRACKETS = lazy(
    r"\( *(?:(?:hierna|verder|voortaan|de|het)\b[^\"'\n)]{0,30})?[\"'](?P<name>[^\"\n)]{2,60}?)[\"'] *\)"
)
# 'hierna "de stad" of "Oudenwalle"': a second short name.
_SECOND = lazy(r"[\"'] *(?:of|en|/|,) *(?:ook |kortweg )?[\"']([^\"'\n]{2,60})[\"']")
_VERB = lazy(
    r"\b(?:wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|sluiten|komen|verklaren|bedoeld"
    r"|vermeld|beschreven)\b|^(?:afzonderlijk|ook|elk|wel|samen|verder|met|door|bij|uit|zijn|is|werd|staat"
    r"|staan|volg(?:t|en)?|gaat|als|in|op|van|die|dat"
    r"|bepaald|opgenomen)\b"
)

# 'hierna respectievelijk "het fonds" en "de stad" genoemd': one for each party, in their order.
_EACH = lazy(
    r"\b(?:hierna|hieronder|verder|voortaan)[^\n\".]{0,30} respectievelijk[^\n\".]{0,20} "
    r"(?P<forms>[\"'][^\n\"']{2,50}[\"'](?:(?:, | en |, en )[\"'][^\n\"']{2,50}[\"']){1,5})"
)
# 'de eerste verder het Agentschap en de tweede verder de Gemeente genoemd'
_CALLED = r"(?: partij)?,? (?:hierna|hieronder|verder|voortaan|kortweg)(?: ook)?[ :]{1,2}[\"']?"
_IN_TURN = lazy(
    rf"\bde eerste{_CALLED}(?P<first>[^\"',.;\n]{{2,40}}?)[\"']?(?: genoemd)?,? (?:en )?de (?:tweede|laatste"
    rf"|andere)"
    rf"{_CALLED}(?P<second>[^\"',.;\n]{{2,40}}?)[\"']?(?= genoemd|[,.;\n])"
)
_TURN = lazy(r"\bde (?:eerste|tweede|laatste|andere|derde)(?: partij)?,? $")
# Who or what a sentence is about that goes on to name it.
_SUBJECT = lazy(
    r"(?:(?:de|het|een|elke?|alle) (?P<noun>[\w-]+)\b|(?:al )?(?:wie|wat|wat er)\b)[^.\n]*"
    r"\b(?:noemen|(?P<other>noemt)|heet|heten|wordt|worden)\b"
)
_AHEAD = 24


def respective(reading: Reading) -> tuple[str, ...]:
    """Return the short names that one sentence gives all parties in turn."""
    turns = _IN_TURN.search(reading.low)
    if turns is not None:
        return tuple(tidy(reading, Span(*turns.span(group))) for group in ("first", "second"))
    match = _EACH.search(reading.low)
    if match is None:
        return ()
    forms = inline(r"[\"']([^\"']{2,50})[\"']").finditer(reading.low, *match.span("forms"))
    return tuple(tidy(reading, Span(*form.span(1))) for form in forms)


def short_names(reading: Reading, span: Span) -> tuple[str, tuple[str, ...], bool]:
    """Return the short name, other short forms, and whether one of them names a group."""
    own: list[str] = []
    other: list[str] = []
    for match in _HEREAFTER.finditer(reading.low, span.start, span.end):
        if " respectievelijk" in match.group() or _TURN.search(reading.before(match.start(), _AHEAD)):
            continue  # of all parties together
        group = next(g for g in ("quoted", "single", "open") if match.group(g))
        form = tidy(reading, Span(*match.span(group)))
        if _of_another(reading, span.start, match.start()) and not names.is_generic(form):
            continue
        if group == "open" and not (_NAME_LIKE.match(form) and not _names_two(match.group(), form)):
            continue  # 'verder te bespreken met ...'
        (other if match.group("cue") == "afgekort" else own).append(form)
        second = _SECOND.match(reading.low, match.end() - 1, span.end)
        if second is not None:
            own.append(tidy(reading, Span(*second.span(1))))
    own += [
        tidy(reading, Span(*m.span("name"))) for m in _IN_BRACKETS.finditer(reading.low, span.start, span.end)
    ]
    generic = [form for form in dict.fromkeys(own) if usable(form) and names.is_generic(form)]
    telling = [form for form in dict.fromkeys(own) if usable(form) and form not in generic]
    short = telling[0] if telling else ""
    mentions = dict.fromkeys((*telling[1:], *(form for form in other if usable(form)), *generic))
    return short, tuple(form for form in mentions if form != short), bool(generic)


def _of_another(reading: Reading, start: int, cue: int) -> bool:
    """Tell whether a sentence behind the clause names something else: 'De lijst noemen we hierna ...'."""
    sentence = reading.sentence(cue)
    if sentence.start <= start:
        return False
    subject = _SUBJECT.match(reading.low, sentence.start, cue)
    if subject is None:
        return False
    who = subject.group("noun")  # who names something names no one that stands before
    return not who or subject.group("other") is not None or not party_bodies.has_kind(who)


def _names_two(said: str, form: str) -> bool:
    """Tell whether a name holds who is named and how: 'hierna noemen we het havenbedrijf de Kaai'."""
    return " noemen we" in said and inline(r"\S (?:de|het) ").search(form) is not None


def usable(form: str) -> bool:
    """Tell whether a short name can be one: it names no role of all, and holds no verb."""
    low = form.lower()
    return bool(form) and not inline(r"\bpartij(?:en)?\b").search(low) and not _VERB.search(low)


def tidy(reading: Reading, span: Span) -> str:
    """Return a short name as printed, without quotes and with its article in lower case."""
    text = reading.printed(reading.trim(span, " \t\n\"',;:.")).strip("“”„\"'’‘ ")
    text = inline(r" (?:genoemd|te noemen|vermeld)$").sub("", text)
    return inline(r"^(?:Het|De|HET|DE) (?=\w)").sub(lambda m: m.group().lower(), text)
