"""Drafts: a text with changes marked in it, which the writer of Word files tracks.

`revised` marks; what was typed is then the final text, and `original` tells what stood there before.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.documents import Block

_IN, _OUT, _END = "\ue000", "\ue001", "\ue002"  # an insertion, a deletion, the end of either
_ADDED, _GONE = "\ue003", "\ue004"  # a whole paragraph
_CHANGE = re.compile(f"([{_IN}{_OUT}])([^{_END}]{{1,200}}){_END}")
_WORD = re.compile(r"(?<= )\w{4,30}(?= )")
_EVERY, _WHOLE = 3, 9  # paragraphs with a changed word, and after which a whole one was deleted or inserted
_OLD = "voorheen"
_DROPPED = "Dit lid werd na overleg tussen de partijen geschrapt."
_AUTHOR = 'w:author="An Verstraeten" w:date="2026-03-02T09:00:00Z"'


def revised(blocks: list[Block]) -> list[Block]:
    """Return the blocks with changes marked; their final text is that of the blocks."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind not in {"paragraph", "item"}:
            found.append(block)
            continue
        text = block.text
        if number % _EVERY == 0:
            text = _WORD.sub(f"{_IN}\\g<0>{_END}{_OUT}{_OLD}{_END}", text, count=1)
        if number % _WHOLE == 1 and text == block.text:
            text = _ADDED + text
        found.append(replace(block, text=text))
        # LibreOffice joins a deleted paragraph to what follows: a heading there would lose its style.
        following = blocks[number + 1].kind if number + 1 < len(blocks) else ""
        if number % _WHOLE == 0 and following in {"paragraph", "item"}:
            found.append(Block("paragraph", _GONE + _DROPPED))
    return found


def original(blocks: list[Block]) -> list[Block]:
    """Return the blocks as they were before the changes."""
    kept = [block for block in blocks if not block.text.startswith(_ADDED)]
    return [replace(each, text=_CHANGE.sub(_before, each.text.lstrip(_GONE))) for each in kept]


def _before(change: re.Match[str]) -> str:
    return change.group(2) if change.group(1) == _OUT else ""


def state_of(text: str) -> tuple[str, str]:
    """Return whether a paragraph was inserted or deleted as a whole, and its text."""
    return ({_ADDED: "ins", _GONE: "del"}[text[0]], text[1:]) if text[:1] in {_ADDED, _GONE} else ("", text)


def track(paragraph: Any, state: str) -> None:
    """Turn the marks in a paragraph into tracked changes."""
    for run in list(paragraph._p.findall(qn("w:r"))):
        if state:
            _wrap(run, state)
        elif any(sign in (run.text or "") for sign in (_IN, _OUT)):
            _split(run)
    if state:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:{state} w:id="90" {_AUTHOR}/></w:rPr>'))


def _split(run: Any) -> None:
    at = 0
    text = run.text
    pieces: list[tuple[str, str]] = []
    for change in _CHANGE.finditer(text):
        pieces += [
            ("", text[at : change.start()]),
            ("ins" if change.group(1) == _IN else "del", change.group(2)),
        ]
        at = change.end()
    for state, words in (*pieces, ("", text[at:])):
        if words:
            made = deepcopy(run)
            made.text = words
            run.addprevious(made)
            if state:
                _wrap(made, state)
    run.getparent().remove(run)


def _wrap(run: Any, state: str) -> None:
    wrapper = parse_xml(f'<w:{state} {nsdecls("w")} w:id="91" {_AUTHOR}/>')
    run.addprevious(wrapper)
    wrapper.append(run)
    if state == "del":
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


def comment(document: Any) -> None:
    """Hang a remark in the margin of every seventh paragraph that has words."""
    told = [each for each in document.paragraphs if each.runs]
    for paragraph in told[::7]:
        document.add_comment(paragraph.runs[0], text="Graag nakijken.", author="Bo De Wit", initials="BDW")
    for each in document.part._comments_part.element:
        each.set(qn("w:date"), "2026-03-02T10:00:00Z")
