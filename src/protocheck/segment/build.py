"""The outline of a whole paper: its zones first, then the tree in each.

The zones are found in this order, since each narrows the next: tables of contents, annexes, headings,
signature block, and what stands above the first heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from protocheck.model.alignment import RepairedText
from protocheck.model.geometry import Span
from protocheck.model.structure import Outline, Segment, SegmentKind
from protocheck.segment import agreement, annexes, blocks, decisions, landmarks, sections, tables
from protocheck.segment.contents import find_contents
from protocheck.segment.front import has_front, read_front, subject_of
from protocheck.segment.furniture import with_furniture
from protocheck.segment.headings import Heading, find_headings
from protocheck.segment.lines import opens_a_line
from protocheck.segment.notes import marks_of
from protocheck.segment.ornaments import with_ornaments
from protocheck.segment.recitals import find_recitals
from protocheck.segment.refs import Names, Place
from protocheck.segment.rows import Sheet, read_rows
from protocheck.segment.signature import block_end, find_signature, heads_sheet

_SUBTITLE: Final = 3
_FEWEST_SECTIONS: Final = 2
_MOST_ABOVE_PARTIES: Final = 3
_MOST_ABOVE_AGREED: Final = 2
_LONGEST_TITLE: Final = 160
_LONGEST_LETTERHEAD: Final = 40


def segment(text: RepairedText) -> Outline:
    """Return the outline of `text`.

    Every line of the text lies in exactly one part of the outermost level. A paper without any
    structure comes back as a title and one part of kind other that holds its paragraphs.
    """
    sheet = tables.with_unmarked(with_furniture(with_ornaments(read_rows(text))))
    contents = find_contents(sheet.rows)
    starts = annexes.find_annexes(sheet, contents)
    bounds = [start.first for start in starts] + [len(sheet.rows)]
    names = Names()
    found, title = _protocol(sheet, bounds[0], contents, names)
    for start, end in zip(starts, bounds[1:], strict=True):
        found.append(_annex(sheet, start, end, names))
    return _with_notes_at_home(Outline(text, tuple(found), title or text.source.title))


def _with_notes_at_home(outline: Outline) -> Outline:
    """Give a footnote at the end of the paper the reference of the part in which its mark stands."""
    if all(part.kind != "footnote" for part in outline.segments):
        return outline
    parts = [_at_home(outline, part) if part.kind == "footnote" else part for part in outline.segments]
    return replace(outline, segments=tuple(parts))


def _at_home(outline: Outline, note: Segment) -> Segment:
    # A mark in notation ('[^1]') stands in the document as it came, no longer in the repaired text.
    text, raw = outline.text, outline.text.source.text
    end = text.to_raw(note.span).start
    places = [at for mark in marks_of(note.number) if 0 <= (at := raw.find(mark)) < end]
    if not places:
        return note
    # In the raw text the mark stands right behind a word of the part it belongs to.
    at = text.from_raw(Span(max(min(places) - 1, 0), min(places))).start
    path = outline.path_to(at)
    return replace(note, ref=path[-1].ref, label=path[-1].label) if path else note


def _protocol(sheet: Sheet, last: int, contents: Sequence[range], names: Names) -> tuple[list[Segment], str]:
    """Return the parts of the paper itself: the rows before its annexes."""
    found: list[Segment] = []
    title = ""
    at = 0
    for run in contents:
        if run.stop > last:
            continue
        above, own = read_front(sheet, at, run.start, names)
        title = title or own
        span = Span(sheet.rows[run.start].span.start, sheet.rows[run.stop - 1].span.end)
        found += [*above, Segment("contents", "contents", "inhoudstafel", span)]
        at = run.stop
    agreed = decisions.agreed_text(sheet, at, last)
    # Where both count their articles from 1, 'article 1' is that of the agreed text.
    below, named = _text(sheet, agreed, last, names, titled=False) if agreed < last else ([], "")
    above, own = _text(sheet, at, agreed, names, titled=bool(title))
    return [*found, *above, *below], title or own or named


def _text(sheet: Sheet, first: int, last: int, names: Names, *, titled: bool) -> tuple[list[Segment], str]:
    """Return front matter, articles and signature block among the rows from `first` up to `last`."""
    headings = _headings(sheet, first, last, titled=titled)
    signed = find_signature(sheet, headings, first, last)
    headings = [h for h in headings if h.first not in signed]
    inside = next((h for h in reversed(headings) if h.last <= signed.start and h.number), None)
    nested = inside is not None and landmarks.names_signature(inside.subject) and inside.last == signed.start
    top = min([signed.start, *(h.first for h in headings)])
    if has_front(sheet, first, top):
        front, title = read_front(sheet, first, top, names)
    elif headings:
        front, title = _plain_front(sheet, first, top, names)
    else:
        front, title = _loose(sheet, first, top, names)
    body = [h for h in headings if h.first < signed.start]
    after = [h for h in headings if h.first >= signed.stop]
    block = _signature(sheet, signed, names)
    found = [*front, *_tree(sheet, body, signed.start, names)]
    if nested and block:
        found = [*_put_inside(found, block[0]), *block[1:]]
    else:
        found += block
    return [*found, *_tree(sheet, after, last, names)], title or _heading_on_top(sheet, headings, first)


def _heading_on_top(sheet: Sheet, headings: Sequence[Heading], first: int) -> str:
    """Return the heading that opens a paper in which the title has the style of all headings."""
    above = headings and any(not row.aside for row in sheet.rows[first : headings[0].first])
    if not headings or above or headings[0].number or headings[0].title.endswith("?"):
        return ""
    return headings[0].title


def _plain_front(sheet: Sheet, first: int, last: int, names: Names) -> tuple[list[Segment], str]:
    """Return what stands above the articles of a paper without parties block: often sections."""
    above = [Heading.of_section(sheet, at, end) for at, end in sections.unnumbered(sheet, first, last)]
    above = _below_front(sheet, above, first, last, titled=False)
    if len(above) < _FEWEST_SECTIONS or above[0].first == first:
        return read_front(sheet, first, last, names)
    found, title = read_front(sheet, first, above[0].first, names)
    return [*found, *_tree(sheet, above, last, names)], title


def _headings(sheet: Sheet, first: int, last: int, *, titled: bool) -> list[Heading]:
    """Return the headings of the zone, from behind the words of agreement when they stand above them."""
    agreed = next(
        (
            at + 1
            for at in range(first, last)
            if agreement.resolves(sheet.rows[at].text) and opens_a_line(sheet, at)
        ),
        first,
    )
    found = find_headings(sheet, agreed, last)
    if agreed > first and (not found or found[0].key not in {"", "0", "1", "I", "A", "§ 1"}):
        whole = find_headings(sheet, first, last)
        found = whole if whole and (not found or whole[0].number) else found
    elif agreed > first and not any(h.number for h in found):
        found = _with_those_above(sheet, found, first, agreed, last)
    if found and found[0].kind == "section" and not any(h.number for h in found):
        found = _below_front(sheet, found, first, last, titled=titled)
    return found


def _with_those_above(
    sheet: Sheet, found: list[Heading], first: int, agreed: int, last: int
) -> list[Heading]:
    """Return the headings of the whole zone when several sections stand above the words of agreement.

    'De diensten komen het volgende overeen:' may stand in any section of a paper without numbers.
    """
    whole = find_headings(sheet, first, last)
    own = [] if any(h.number for h in whole) else _below_front(sheet, whole, first, last, titled=False)
    return whole if sum(h.last < agreed for h in own) > _MOST_ABOVE_AGREED else found


def _below_front(sheet: Sheet, found: list[Heading], first: int, last: int, *, titled: bool) -> list[Heading]:
    """Drop unnumbered headings that are the title, or that open the parties or the recitals."""
    bounds = [*(h.first for h in found[1:]), last]
    nearest = max(_MOST_ABOVE_PARTIES, len(found) // 2)
    fronts = [
        i
        for i, (h, end) in enumerate(zip(found[: nearest + 1], bounds, strict=False))
        if landmarks.opens_parties(h.title) or agreement.resolves(h.title) or _heads_recitals(sheet, h, end)
    ]
    kept = found[fronts[-1] + 1 :] if fronts else found
    far = kept[_MOST_ABOVE_PARTIES].first if len(kept) > _MOST_ABOVE_PARTIES else first
    parties = next((at for at in range(first, far) if _opens_parties(sheet, at)), first)
    parties = max(parties, _greeting(sheet, first))
    kept = [h for h in kept if h.first >= parties and h.title.strip(":. ").upper() != "EN"]
    twin = any(h.depth == kept[0].depth for h in kept[1:]) if kept else False
    declared = bool(kept) and sheet.rows[kept[0].first].role == "heading"
    asked = bool(kept) and kept[0].title.endswith("?")  # no paper has a question for its name
    if titled or fronts or not kept[1:] or (declared and twin) or asked:
        return kept
    above = [r for r in sheet.rows[first : kept[0].first] if not r.aside]
    below = [r for r in sheet.rows[kept[0].last : kept[1].first] if not r.aside]
    empty = len(below) <= _SUBTITLE and not any(r.text.endswith(".") for r in below)
    return kept[1:] if (not above or empty) and len(above) <= _SUBTITLE else kept


def _heads_recitals(sheet: Sheet, heading: Heading, last: int) -> bool:
    """Tell whether recitals stand below a heading; prose below 'Vooraf' or 'Context' is a section."""
    named = landmarks.opens_recitals(heading.title) or landmarks.opens_recitals(
        sheet.rows[heading.first].text
    )
    return named and find_recitals(sheet, heading.first, last)[1] != []


def _greeting(sheet: Sheet, first: int) -> int:
    """Return the row with which the text of a letter begins; `first` when there is none."""
    near = range(first, min(first + _LONGEST_LETTERHEAD, len(sheet.rows)))
    return next(
        (at for at in near if landmarks.greets(sheet.rows[at].text) and opens_a_line(sheet, at)), first
    )


def _opens_parties(sheet: Sheet, at: int) -> bool:
    return landmarks.opens_parties(sheet.rows[at].text) and opens_a_line(sheet, at)


def _loose(sheet: Sheet, first: int, last: int, names: Names) -> tuple[list[Segment], str]:
    """Return a text without structure: its title when it has one, and its paragraphs."""
    if first >= last:
        return [], ""
    place = names.fixed("text", "de tekst")
    rows = sheet.rows[first:last]
    children = blocks.build(sheet, rows, place)
    span = Span(rows[0].span.start, rows[-1].span.end)
    head = subject_of(rows) or next((row.text for row in rows if not row.aside), "")
    title = " ".join(head.split()) if len(head) <= _LONGEST_TITLE else ""
    return [Segment("other", place.ref, place.label, span, children=children)], title


def _tree(
    sheet: Sheet, headings: Sequence[Heading], last: int, names: Names, above: Segment | None = None
) -> list[Segment]:
    """Return the parts that `headings` begin, each with all below it, up to row `last`."""
    found: list[Segment] = []
    at = 0
    while at < len(headings):
        head = headings[at]
        following = at + 1
        while following < len(headings) and headings[following].depth > head.depth:
            following += 1
        end = headings[following].first if following < len(headings) else last
        found.append(_part(sheet, head, headings[at + 1 : following], end, names, above))
        at = following
    return found


def _part(
    sheet: Sheet, head: Heading, below: Sequence[Heading], last: int, names: Names, above: Segment | None
) -> Segment:
    """Return one article, chapter or section from its heading up to row `last`."""
    place = _place(head, names, above)
    rows = sheet.rows[head.last : below[0].first if below else last]
    rows = (head.body, *rows) if head.body is not None else rows
    own = blocks.build(sheet, rows, place)
    kind = cast("SegmentKind", head.kind)
    bare = Segment(
        kind,
        place.ref,
        place.label,
        head.span,
        number=head.number,
        heading=head.title,
        heading_span=head.span,
    )
    end = sheet.rows[last - 1].span.end
    children = (*own, *_tree(sheet, below, last, names, bare))
    return replace(bare, span=Span(head.span.start, max(end, head.span.end)), children=children)


def _place(head: Heading, names: Names, above: Segment | None) -> Place:
    if head.kind == "chapter":
        return names.chapter(head.word, head.number, head.title)
    if head.kind == "article":
        return names.article(head.word, head.number, head.key)
    if above is not None and above.kind == "article":
        return Place(above.ref, above.label)
    return names.section(head.title)


def _signature(sheet: Sheet, signed: range, names: Names) -> list[Segment]:
    """Return the signature block, and after it what stands below it without being part of it."""
    if not signed:
        return []
    end = block_end(sheet, signed)
    rows = blocks.with_stamps(sheet.rows[signed.start : end])
    titled = landmarks.names_signature(rows[0].text)
    place = names.fixed("signature", "ondertekening")
    block = Segment(
        "signature",
        place.ref,
        place.label,
        Span(rows[0].span.start, rows[-1].span.end),
        heading=rows[0].text if titled else "",
        heading_span=rows[0].span if titled else None,
        children=blocks.build(sheet, rows[titled:], place),
    )
    return [block, *_tail(sheet, end, signed.stop, names)]


def _tail(sheet: Sheet, first: int, last: int, names: Names) -> list[Segment]:
    """Return what stands below the signatures: a checklist, a technical sheet, the last footnotes."""
    if first >= last:
        return []
    rows = sheet.rows[first:last]
    place = names.fixed("other", "na de ondertekening")
    headings = find_headings(sheet, first, last) if rows[0].role == "heading" else []
    if heads_sheet(sheet, first, last):
        sheets = [at for at in range(first, last) if heads_sheet(sheet, at, last)]
        headings = headings or [Heading.of_section(sheet, at, at + 1) for at in sheets]
    if headings and headings[0].first == first:
        return _tree(sheet, headings, last, names)
    children = list(blocks.build(sheet, rows, place))
    notes: list[Segment] = []
    while children and children[-1].kind == "footnote":
        notes.insert(0, children.pop())
    if not children:
        return notes
    span = Span(rows[0].span.start, children[-1].span.end)
    return [Segment("other", place.ref, place.label, span, children=tuple(children)), *notes]


def _put_inside(found: list[Segment], block: Segment) -> list[Segment]:
    """Put the signature block inside the article that announces it, at every depth."""
    last = found[-1]
    if last.children and last.children[-1].kind in {"article", "chapter"}:
        inner = _put_inside(list(last.children), block)
    else:
        inner = [*last.children, block]
    return [*found[:-1], replace(last, span=Span(last.span.start, block.span.end), children=tuple(inner))]


def _annex(sheet: Sheet, start: annexes.AnnexStart, last: int, names: Names) -> Segment:
    """Return an annex with its own articles."""
    place = names.annex(start.number, start.title)
    inner = Names(prefix=place)
    headings = _headings(sheet, start.last, last, titled=True)
    signed = find_signature(sheet, headings, start.last, last)
    headings = [h for h in headings if h.first not in signed]
    top = min([signed.start, *(h.first for h in headings)])
    if has_front(sheet, start.last, top, within=True):
        children, _title = read_front(sheet, start.last, top, inner)
    else:
        children = list(blocks.build(sheet, sheet.rows[start.last : top], place))
    children += _tree(sheet, [h for h in headings if h.first < signed.start], signed.start, inner)
    children += _signature(sheet, signed, inner)
    children += _tree(sheet, [h for h in headings if h.first >= signed.stop], last, inner)
    span = Span(start.span.start, sheet.rows[last - 1].span.end)
    return Segment(
        "annex",
        place.ref,
        place.label,
        span,
        number=start.number,
        heading=start.title,
        heading_span=start.span,
        children=tuple(children),
    )
