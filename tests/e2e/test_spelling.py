"""The Dutch that the program itself writes passes a spelling check: advice, letter, findings, help, rules."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from protocheck import examine
from protocheck.language import speak
from protocheck.report.as_docx import render
from protocheck.report.letter import letter
from protocheck.rulebook import load
from tests.e2e.program import protocheck

CORPUS = Path(__file__).parents[2] / "corpus"
HELD_BACK = (CORPUS / "heldback.txt").read_text("utf-8").split()
TUNED = sorted({path.parent.name for path in CORPUS.glob("*/protocol.*")} - set(HELD_BACK))
PROGRAM = shutil.which("hunspell")
# Words of the field that no dictionary holds, names of the program, and words that a user types.
KNOWN = frozenset((Path(__file__).parents[1] / "data" / "woorden.txt").read_text("utf-8").split())
_QUOTED = re.compile(r"“[^”]{0,2000}”|‘[^’]{0,400}’|`[^`]{0,200}`|\{\{[^}]{0,80}\}\}")
_NO_WORD = re.compile(r"[0-9_@/<>=]|^[A-Z]{1,6}$|^-|\.[a-z]{2,5}$")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs hunspell with Dutch (hunspell-nl)")


def misspelt(text: str, source: str = "") -> set[str]:
    """Return the words that the dictionary does not know, besides those of the document itself."""
    own = _QUOTED.sub(" ", text).replace("\\", "").replace("’", "'").replace("‘", "'")
    done = subprocess.run(  # noqa: S603 - a program of the system on text of our own
        [str(PROGRAM), "-d", "nl", "-l"], input=own, capture_output=True, text=True, check=True
    )
    if "Can't open" in done.stderr:
        pytest.skip("hunspell has no Dutch dictionary")
    words = {word.strip(".'") for word in done.stdout.split()} - KNOWN
    theirs = source.casefold()  # a name in capitals there is written out in the advice
    return {word for word in words if word and not _NO_WORD.search(word) and word.casefold() not in theirs}


@pytest.mark.parametrize("slug", TUNED)
def test_the_letter_is_spelt_right(slug: str) -> None:
    """What Word shows, of every protocol that is not held back: all verdicts, and names of every kind."""
    speak()
    main, *annexes = sorted((CORPUS / slug).glob("protocol.*")) + sorted((CORPUS / slug).glob("annex-*"))
    source = "\n".join(path.read_text("utf-8") for path in (main, *annexes))
    assert misspelt(shown(render(letter(examine(main, annexes)))), source) == set()


def shown(data: bytes) -> str:
    """Return what a Word file says, tables and running feet included."""
    document = docx.Document(io.BytesIO(data))
    parts = [document.element.body, *(section.footer._element for section in document.sections)]
    paragraphs = (paragraph for part in parts for paragraph in part.iter(qn("w:p")))
    said = ("".join(text.text or "" for text in each.iter(qn("w:t"))) for each in paragraphs)
    return "\n".join(said).replace("\u00a0", " ")


def test_what_the_findings_say_is_spelt_right() -> None:
    said = [
        text
        for rule in load().findings
        for text in (
            rule.title,
            rule.message,
            rule.suggestion,
            rule.why,
            *(part for case in rule.cases.values() for part in (case.message, case.suggestion)),
        )
    ]
    assert misspelt("\n".join(said)) == set()


@pytest.mark.parametrize("command", ["advise", "lint", "review", "compare", "extract", "explain", "rules"])
def test_the_help_is_spelt_right(command: str) -> None:
    assert misspelt(protocheck(command, "--help").out) == set()
