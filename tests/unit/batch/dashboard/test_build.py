"""The pages of the dashboard: complete, harmless, and always the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from protocheck.batch.dashboard.build import build
from protocheck.batch.overview import Overview
from protocheck.errors import UsageError
from tests.unit.batch.archives import kin, overview, papers, sha

PAGES = {
    "index.html",
    "documenten.html",
    "bevindingen.html",
    "partijen.html",
    "jaren.html",
    "families.html",
    "paren.html",
    "resten.html",
    "termijnen.html",
    "niet-getoetst.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    with overview(folder / "a.sqlite") as held:
        build(held, folder / "site", kin(held))
    return folder / "site"


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the drawings, which take most of the time of a small dashboard."""
    monkeypatch.setattr(
        "protocheck.batch.dashboard.charts.draw", lambda bars: f"<svg><text>{bars.id}</text></svg>"
    )


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def parsed(page: Path) -> Any:
    return html.fromstring(page.read_bytes())


def contents(site: Path) -> dict[str, bytes]:
    return {
        each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()
    }


def test_every_page_is_there(site: Path) -> None:
    assert {each.name for each in site.glob("*.html")} == PAGES
    assert (site / "termijnen.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_page_of_a_document_is_named_after_its_content(site: Path) -> None:
    found = sorted(each.stem for each in (site / "d").iterdir())
    assert found == [sha(name)[:12] for name in "abcd"]


def test_every_link_leads_somewhere(site: Path) -> None:
    names = {}
    for page in pages(site):
        tree = parsed(page)
        names[page.resolve()] = set(tree.xpath("//@id"))
    lost = []
    for page in pages(site):
        for link in parsed(page).xpath("//a/@href | //link/@href | //script/@src"):
            address, place = urldefrag(str(link))
            target = (page.parent / unquote(address)).resolve() if address else page.resolve()
            known = target in names and (not place or "=" in place or place in names[target])
            if not known and (place or not target.is_file()):
                lost.append(f"{page.name}: {link}")
    assert lost == []


def test_what_a_document_says_is_never_markup(site: Path) -> None:
    for page in pages(site):
        text, tree = page.read_text("utf-8"), parsed(page)
        assert "<script>alert" not in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert [each for each in tree.xpath("//script") if each.text] == []
        assert tree.xpath("//ins/b | //del/b") == []
    listed = (site / "documenten.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\\x1b[31m\\u202e&amp;{{ 7*7 }}" in listed


def test_no_page_allows_a_script_or_a_style_inside_it(site: Path) -> None:
    for page in pages(site):
        tree = parsed(page)
        (policy,) = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http:" not in policy
        assert tree.xpath("//@style | //@onclick | //@onload") == []
        assert tree.xpath("//*[@src][starts-with(@src, 'http')]") == []


def test_each_cell_of_the_heat_map_leads_to_its_point(site: Path) -> None:
    tree = parsed(site / "documenten.html")
    rows = tree.xpath('//table[@id="documenten"]/tbody/tr')
    assert [len(row.xpath("td/a")) for row in rows] == [12, 12, 12, 12]
    worst = rows[0].xpath("td/a")
    assert [each.text for each in worst] == [
        "ontbreekt",
        *["in orde"] * 6,
        "ontbreekt",
        *["in orde"] * 3,
        "ontbreekt",
    ]
    assert worst[7].get("href") == f"d/{sha('c')[:12]}.html#p-EGOV-08"
    assert {each.get("class") for each in worst} == {"met", "unmet"}


def test_a_chart_has_its_words_as_text_and_its_figures_in_a_table(site: Path) -> None:
    tree = parsed(site / "index.html")
    figures = tree.xpath("//figure")
    assert len(figures) == 4
    for figure in figures:
        assert figure.xpath(".//svg//text")
        assert figure.xpath(".//table/tbody/tr")
    row = tree.xpath('//figure[@aria-labelledby="t-elementen"]//tr[th="8. sancties"]/td/text()')
    assert row == ["1", "0", "3", "0"]


def test_the_index_tells_the_key_figures(site: Path) -> None:
    tree = parsed(site / "index.html")
    tiles = [" ".join(each.text_content().split()) for each in tree.xpath('//ul[@class="tiles"]/li')]
    assert tiles[0] == "4 protocollen getoetst uit 7 bestanden, 1 dubbel"
    assert tiles[1] == "1 (25 %) positief advies"
    assert tiles[3] == "2 (50 %) negatieve adviezen"
    assert tiles[-1] == "2 niet getoetst 1 geen protocol, 1 onleesbaar"


def test_the_text_beside_an_advice_marks_where_its_words_stand(site: Path) -> None:
    tree = parsed(site / "d" / f"{sha('a')[:12]}.html")
    assert tree.xpath("//aside//h2/text()") == ["archief/a.pdf; kopie/a.pdf"]
    (line,) = tree.xpath('//p[@class="line marked"][contains(., "vijf jaar")]')
    assert "m-EGOV-07-0" in line.xpath("a/@id")
    assert tree.xpath('//p[@class="line heading"]/text()') == ["Artikel 1. Partijen", "Artikel 5. Duur"]
    assert tree.xpath('//p[@class="back"]/a/@href') == [
        "../index.html",
        "../documenten.html",
        "../familie/fam0a1b.html",
    ]


def test_the_same_archive_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    with overview(tmp_path / "b.sqlite", papers()[::-1]) as held:
        build(held, tmp_path / "site", kin(held))
    assert contents(tmp_path / "site") == contents(site)


@pytest.mark.usefixtures("undrawn")
def test_an_archive_without_protocols_has_a_dashboard_too(tmp_path: Path) -> None:
    with overview(tmp_path / "a.sqlite", papers()[-2:]) as held:
        built = build(held, tmp_path / "site")
    assert built.pages == 2
    assert "protocollen getoetst" in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.usefixtures("undrawn")
def test_a_dashboard_of_ours_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with overview(tmp_path / "a.sqlite", papers()) as held:
        build(held, target)
    with overview(tmp_path / "b.sqlite", papers()[:1]) as held:
        build(held, target)
    assert sorted(each.stem for each in (target / "d").iterdir()) == [sha("a")[:12]]
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


@pytest.mark.usefixtures("undrawn")
def test_a_folder_with_something_else_in_it_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with overview(tmp_path / "a.sqlite", papers()) as held:
        build(held, target)
        (target / "nota.txt").write_text("van mij", "utf-8")
        before = contents(target)
        with pytest.raises(UsageError, match=re.escape("nota.txt")):
            build(held, target)
    assert contents(target) == before


@pytest.mark.usefixtures("undrawn")
def test_a_dashboard_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    with overview(tmp_path / "a.sqlite", papers()) as held:
        build(held, target)
        before = contents(target)

        def broken(*_given: object) -> str:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Overview, "report", broken)
        with pytest.raises(OSError, match="No space left"):
            build(held, target)
    assert contents(target) == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


@pytest.mark.usefixtures("undrawn")
def test_a_long_list_is_told_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocheck.batch.dashboard.build.MOST_ROWS", 3)
    with overview(tmp_path / "a.sqlite") as held:
        build(held, tmp_path / "site")
    counted = {
        name: len(parsed(tmp_path / "site" / name).xpath("//tbody/tr"))
        for name in ("documenten.html", "documenten-2.html")
    }
    assert counted == {"documenten.html": 3, "documenten-2.html": 1}


@pytest.mark.usefixtures("undrawn")
def test_an_advice_of_another_version_keeps_its_row_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Overview, "report", lambda *_given: '{"schema": "protocheck/advice@9"}')
    with overview(tmp_path / "a.sqlite", papers()[:1]) as held:
        build(held, tmp_path / "site")
    page = parsed(tmp_path / "site" / "d" / f"{sha('a')[:12]}.html")
    assert "andere versie" in page.xpath('string(//p[@class="lead"])')
    assert page.xpath('//li[@id="p-EGOV-08"]/text()') == ["8. De periodiciteit en duur: ontbreekt"]
