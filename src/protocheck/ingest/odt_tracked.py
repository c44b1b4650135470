"""Deleted paragraphs of an OpenDocument text, put back where they stood before the document is read.

A deletion inside a paragraph is printed at its mark. One that spans paragraphs changes which paragraphs there
are, so that their headings and numbers are only right when they stand in the document again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocheck.ingest.odt_names import TEXT, XML_ID, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_INFO = "change-info"


def restore(content: _Element) -> None:
    """Put back every deletion of more than one paragraph whose mark stands between words."""
    deleted = {
        str(region.get(XML_ID) or region.get(f"{TEXT}id", "")): [
            each for each in found if local(each) != _INFO
        ]
        for region in content.iter(f"{TEXT}changed-region")
        if (found := region.find(f"{TEXT}deletion")) is not None
    }
    for mark in list(content.iter(f"{TEXT}change")):
        blocks = deleted.get(mark.get(f"{TEXT}change-id", ""), [])
        paragraph = mark.getparent()
        if len(blocks) > 1 and paragraph is not None and paragraph.tag in _PARAGRAPHS:
            _put_back(mark, paragraph, deleted.pop(mark.get(f"{TEXT}change-id", "")))


def _put_back(mark: _Element, paragraph: _Element, blocks: list[_Element]) -> None:
    """Let the deleted blocks follow the words before the mark, and the words behind it follow them."""
    first, last = next(blocks[0].iter(*_PARAGRAPHS), None), list(blocks[-1].iter(*_PARAGRAPHS))[-1:]
    if first is None or not last:
        return
    section = paragraph.makeelement(f"{TEXT}section", {})
    leads = bool((paragraph.text or "").strip()) or mark.getprevious() is not None
    behind: list[_Element | str] = [mark.tail or "", *mark.itersiblings()]
    paragraph.remove(mark)
    _add(last[0], behind)
    if leads:  # the paragraph stays, and goes on with the first deleted words
        _add(paragraph, [first.text or "", *first])
        holder = first.getparent()
        if holder is not None:
            holder.remove(first)
        section.extend(block for block in blocks if block is not first)
        paragraph.addnext(section)
    else:
        section.extend(blocks)
        paragraph.addprevious(section)
        holder = paragraph.getparent()
        if holder is not None:
            holder.remove(paragraph)


def _add(paragraph: _Element, content: list[_Element | str]) -> None:
    """Add words and elements at the end of a paragraph."""
    for each in content:
        if not isinstance(each, str):
            paragraph.append(each)
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + each
        else:
            paragraph.text = (paragraph.text or "") + each
