from __future__ import annotations

import pytest

from protocheck.report.escape import for_xml, markdown, unbroken, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gewoon é “tekst”\nop twee regels", "gewoon é “tekst”\nop twee regels"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\x00b\x9bc\x7f", r"a\x00b\x9bc\x7f"),
        ("links\u202erechts", r"links\u202erechts"),
        ("kolom\tkolom", "kolom kolom"),
        ("regel\r\n", "regel\\x0d\n"),
    ],
)
def test_control_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- geen lijst", r"\- geen lijst"),
        ("12) geen lijst", r"12\) geen lijst"),
        ("=== geen kop", r"\=== geen kop"),
        ("12 maanden", "12 maanden"),
        ("a_b *c* `d` [e](f) <g> | ~h~ &amp; \\", r"a\_b \*c\* \`d\` \[e\](f) \<g\> \| \~h\~ \&amp; \\"),
        ("regel\n\n# kop", "regel # kop"),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_what_xml_does_not_take_is_replaced() -> None:
    assert for_xml("a\ufffeb\uffffc\ud800d\x00e\nf\U0001f600") == "a\ufffdb\ufffdc\ufffdd\\x00e\nf\U0001f600"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("in art. 8, §1, van het decreet", "in art.\u00a08, §1, van het decreet"),
        ("§ 3 en lid 4", "§\u00a03 en lid\u00a04"),
        ("op 9 maart 2026", "op 9\u00a0maart 2026"),
        ("98 %", "98\u00a0%"),
        ("12 personen in art. bis", "12 personen in art. bis"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, kept: str) -> None:
    assert unbroken(text) == kept
