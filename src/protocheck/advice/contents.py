"""What the protocol communicates, to whom, on which statutes and when, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from protocheck import language
from protocheck.advice import dutch
from protocheck.advice.context import Context, sentence_around
from protocheck.advice.places import cite, cite_one, paper_noun
from protocheck.advice.templates import Value
from protocheck.model.facts import AnnexMention, Citation, DataItem, DateRole
from protocheck.regex import lazy

MOST_DATA = 15
_BRIEF = 9  # words of a title
NAME, SHORT, REASON, TITLE = 160, 110, 220, 320

# The statutes of data protection itself are never the basis of a communication or a collection.
EGOV = "decreet 2008-07-18"
FRAME = frozenset({"avg", EGOV, "decreet 2018-06-08", "wet 2018-07-30"})
_TITLE_OPENS = frozenset("tot betreffende houdende over inzake met waarbij aangaande ter op voor in".split())
# Behind a comma, a title does not go on like this: the sentence around it does, or an address.
_RUNS_ON = lazy(
    r", (?=(?:om|die|dat|waar\w{2,8}|zodat|opdat|aangenomen|vertegenwoordigd)\b|[A-Z][\w-]{1,40} \d)"
)
_DESCRIBES = frozenset("betreffende houdende inzake aangaande over tot".split())
_ARTICLE = {
    "wet": "de",
    "grondwet": "de",
    "verordening": "de",
    "richtlijn": "de",
    "omzendbrief": "de",
    "codex": "de",
    "ordonnantie": "de",
    "beraadslaging": "de",
    "machtiging": "de",
}

_RELATIVE = frozenset({"die", "dat", "waarin", "waarmee", "waarop", "wie", "en", "of"})
_BROKEN = _RELATIVE | {"zij", "hij", "het", "de", "een", "van", "voor", "met", "op", "in", "te", "als"}


def title(context: Context) -> Value:
    """The title of the protocol, between quotation marks."""
    return dutch.quoted(context.package.main.outline.title or context.package.main.facts.title, TITLE)


def data_items(context: Context) -> Value:
    """Each datum with its justification and, where they differ, its retention."""
    items = context.data_items[1]
    each_own = len({item.retention for item in items}) > 1
    shown = [_datum(item, with_retention=each_own) for item in items[:MOST_DATA]]
    left = len(items) - MOST_DATA
    return (
        (*shown, f"nog {dutch.counted(left, 'ander gegeven', 'andere gegevens')}")
        if left > 0
        else tuple(shown)
    )


def _datum(item: DataItem, *, with_retention: bool) -> str:
    details = []
    if item.justification:
        details.append(f"verantwoording: {dutch.quoted(item.justification, REASON)}")
    if with_retention and item.retention:
        details.append(f"bewaartermijn: {dutch.quoted(item.retention, REASON)}")
    name = dutch.inline(item.name, NAME)
    return f"{name} ({'; '.join(details)})" if details else name


def data_names(context: Context) -> Value:
    """The names of the data alone."""
    items = context.data_items[1]
    names = tuple(dutch.inline(item.name, SHORT) for item in items[:MOST_DATA])
    left = len(items) - MOST_DATA
    return (*names, f"{dutch.number(left)} andere") if left > 0 else names


def data_count(context: Context) -> Value:
    """How many data or clusters of data there are: 'vier gegevens'."""
    count = len(context.data_items[1])
    return dutch.counted(count, "gegeven of groep gegevens", "gegevens of groepen gegevens") if count else ""


def data_unjustified(context: Context) -> Value:
    """The data without a justification, when at least as many others have one."""
    items = context.data_items[1]
    bare = [item for item in items if not item.justification]
    return _bare(items, bare) if len(bare) * 2 <= len(items) else ()


def data_justified(context: Context) -> Value:
    """The data with a justification, when more others have none."""
    items = context.data_items[1]
    told = [item for item in items if item.justification]
    return tuple(dutch.inline(item.name, NAME) for item in told) if 0 < len(told) * 2 < len(items) else ()


def data_without_retention(context: Context) -> Value:
    """The data without a retention period, when others have one."""
    items = context.data_items[1]
    return _bare(items, [item for item in items if not item.retention])


def _bare(items: Sequence[DataItem], bare: Sequence[DataItem]) -> Value:
    names = tuple(dutch.inline(item.name, NAME) for item in bare)
    return names if len(bare) < len(items) else ()


def retention(context: Context) -> Value:
    """The retention period that serves all data, quoted; empty when they differ."""
    items = context.data_items[1]
    periods = dutch.unique(item.retention for item in items if item.retention)
    if len({item.retention for item in items}) > 1:
        return ()  # then each stands with its own datum
    return tuple(dutch.quoted(period, REASON * 3) for period in periods)


def where_data(context: Context) -> Value:
    """Where the data are listed."""
    reading, items = context.data_items
    return cite((context.mention(item.span, reading) for item in items), context.papers)


def recipients(context: Context) -> Value:
    """Who of the parties gets to see the data."""
    return _recipients(context, third_party=False, excluded=False)


def third_parties(context: Context) -> Value:
    """The third parties that may get the data."""
    return _recipients(context, third_party=True, excluded=False)


def excluded(context: Context) -> Value:
    """Who may not get the data."""
    found = [each for each in context.recipients if each.excluded]
    return tuple(dutch.quoted(text, REASON) for text in dutch.unique(each.text for each in found)[:3])


def _recipients(context: Context, *, third_party: bool, excluded: bool) -> Value:
    found = [e.text for e in context.recipients if (e.third_party, e.excluded) == (third_party, excluded)]
    return tuple(dutch.inline(text, REASON) for text in dutch.unique(found)[:8] if _names_someone(text))


def _names_someone(text: str) -> bool:
    """Tell whether a recipient says who: more than one word, and no clause that breaks off."""
    words = text.lower().split()
    if len(words) < 2 or words[0].isdigit() or words[-1].isdigit():  # noqa: PLR2004 - a number is of a table
        return False
    return words[-1] not in _BROKEN and words[-2] not in _RELATIVE


def statutes(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The statutes cited, each once with all its articles; those of data protection itself left out."""
    merged: dict[str, tuple[Citation, list[str]]] = {}
    for each in citations:
        if each.key not in FRAME:
            merged.setdefault(each.key, (each, []))[1].extend(each.articles)
    return tuple(_statute(citation, dutch.unique(articles)) for citation, articles in merged.values())


def merged(citations: Iterable[Citation]) -> Sequence[Citation]:
    """Return each statute once, with all the articles of it that are cited."""
    found: dict[str, Citation] = {}
    for each in citations:
        known = found.get(each.key, each)
        found[each.key] = replace(known, articles=tuple(dutch.unique((*known.articles, *each.articles))))
    return list(found.values())


def briefly(citation: Citation) -> Citation:
    """Return a citation that may be named without its title: a long one may run on into the sentence."""
    words = citation.title.split()
    clean = not any(sign.isdigit() or sign == "," for sign in citation.title) and words[:1] != ["waarbij"]
    return citation if clean and len(words) <= _BRIEF else replace(citation, title="")


def _statute(citation: Citation, articles: Sequence[str]) -> str:
    cited = f" (art. {dutch.listing(articles)})" if articles else ""
    return f"{statute_name(citation)}{cited}"


def statute_name(citation: Citation) -> str:
    """Return 'het decreet van 9 februari 2018 over ...' from the kind, date and title of a citation."""
    kind, name = citation.kind.strip(), _whole_title(citation.title.strip(" ,;."))
    if kind and not name.lower().startswith(kind.lower()) and kind.lower() not in _opening(name):
        day = f" van {language.day(citation.date)}" if citation.date else ""
        name = f"{kind}{day} {name}".strip()
    words = name.lower().split()
    if not words or words[0] in {"de", "het"}:
        return name
    noun = next((word for word in words[:3] if word in _ARTICLE), words[-1] if len(words) == 1 else "")
    article = "de" if noun and any(noun.endswith(ending) for ending in _ARTICLE) else "het"
    return f"{article} {dutch.shorten(name, REASON)}"


def _whole_title(title: str) -> str:
    """Return a title without a description that breaks off: 'het besluit houdende de uitvoering van'."""
    title = _RUNS_ON.split(title, maxsplit=1)[0]
    words = title.split()
    if not words or words[-1].lower() not in _BROKEN:
        return title
    opens = next((at for at, word in enumerate(words) if word.lower() in _DESCRIBES), len(words) - 1)
    return " ".join(words[:opens])


def _opening(title: str) -> str:
    """Return the first words of a title in small letters, empty when it opens as a title behind a date."""
    words = title.lower().split()[:3]
    return "" if words and words[0] in _TITLE_OPENS else " ".join(words)


def where_egov(context: Context) -> Value:
    """Where the protocol itself cites the e-govdecreet."""
    main = context.package.main
    cited = [each for each in main.facts.citations if each.key == EGOV]
    return cite((context.mention(each.span) for each in cited[:1]), context.papers)


def special_categories(context: Context) -> Value:
    """What the protocol says of special categories of data or of offences (AVG, art. 9 and 10)."""
    return _on_gdpr(context, {"9", "10"})


def processors(context: Context) -> Value:
    """What the protocol says of processors (AVG, art. 28)."""
    return _on_gdpr(context, {"28"})


def breaches(context: Context) -> Value:
    """What the protocol says of notifying breaches (AVG, art. 33)."""
    return _on_gdpr(context, {"33"})


def _on_gdpr(context: Context, articles: set[str]) -> Value:
    for reading, citation in context.citations():
        cited = {article.split(",")[0].split(" ")[0] for article in citation.articles}
        if citation.key == "avg" and cited & articles:
            place = cite_one(context.mention(citation.span, reading), context.papers)
            said = dutch.quoted(sentence_around(reading, citation.span), 600)
            if said:
                return f"{said} ({place})" if place else said
    return ""


def date_of(context: Context, role: DateRole) -> Value:
    """The first legible date of that role."""
    values = [each.value for each in context.dates(role) if each.value is not None]
    return language.day(values[0]) if values else ""


def annexes_supplied(context: Context) -> tuple[str, ...]:
    """The annexes that were handed in, by name."""
    return tuple(context.papers[each.document] for each in context.package.annexes)


def annexes_named(context: Context) -> tuple[str, ...]:
    """The annexes that the protocol itself names; one without a number only when none has one."""
    supplied = annexes_supplied(context)
    return tuple(_by_its_name(name, supplied) for name in _annexes(context, context.annexes_named))


def _by_its_name(name: str, supplied: Sequence[str]) -> str:
    """Return what an annex is called that is at hand: no more than its noun."""
    noun = name.partition("(")[2].rstrip(")")
    return noun if noun and any(each.startswith(noun) for each in supplied) else name


def annexes_at_hand(context: Context) -> Value:
    """The annexes that the protocol names and that are part of it: those handed in are told elsewhere."""
    told = (*annexes_absent(context), *annexes_supplied(context))
    return tuple(name for name in annexes_named(context) if not any(name in each for each in told))


def annexes_absent(context: Context) -> tuple[str, ...]:
    """The annexes that the protocol names but that were not handed in and are not part of the file."""
    if context.package.annexes:
        return ()
    main = context.package.main
    inside = {each.number.upper() for each in main.outline.of_kind("annex")}
    absent = [each for each in context.annexes_named if each.number.upper() not in inside]
    return _annexes(context, absent if any(each.number for each in absent) or not inside else ())


def _annexes(context: Context, mentions: Sequence[AnnexMention]) -> tuple[str, ...]:
    numbered = sorted(dutch.unique(each.number for each in mentions), key=lambda n: (len(n), n))
    if numbered:
        return tuple(f"bijlage {number}" for number in numbered)
    for each in mentions:
        noun = paper_noun(sentence_around(context.package.main, each.span))
        if noun:
            return (f"een bijlage ({noun})",)
    return ("een bijlage",) if mentions else ()


def repairs(context: Context) -> Value:
    """How many reading errors were mended; empty when none."""
    count = context.repairs
    return dutch.counted(count, "herstelling", "herstellingen") if count else ""


def unreadable_pages(context: Context) -> Value:
    """The pages of the protocol that are too damaged to conclude that something is absent."""
    pages = [
        str(each.page) for each in context.package.main.text.quality.pages if not each.readable and each.page
    ]
    if not pages:
        return "" if context.package.main.text.quality.readable else "het document"
    return f"bladzijde {pages[0]}" if len(pages) == 1 else f"de bladzijden {dutch.listing(pages)}"
