"""The web page of the advice in a real browser: places and points lead to each other, for everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from protocheck import examine
from protocheck.ingest.guarded import read
from protocheck.model.options import ReadOptions
from protocheck.model.outcome import Decision
from protocheck.model.review import Review
from protocheck.model.waivers import Waiver
from protocheck.papers import papers
from protocheck.report.as_html import render
from tests import browser

CORPUS = Path(__file__).parents[2] / "corpus"

pytestmark = pytest.mark.skipif(not browser.available(), reason="needs Chromium (chromium, chromium-driver)")


@pytest.fixture(scope="module", params=["voorbeeld.pdf", "sportpas-hazegem/protocol.md"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = CORPUS / request.param
    source = read(path)
    made = tmp_path_factory.mktemp("advies") / "advies.html"
    made.write_text(render(examine(source), papers([source], [path], ReadOptions())), "utf-8")
    return made


def shown(driver: Chrome, name: str) -> bool:
    """Tell whether an element stands within what the window shows."""
    return bool(
        driver.execute_script(
            "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
            "return r.top >= 0 && r.bottom <= innerHeight && r.width > 0 && r.height > 0",
            name,
        )
    )


def follow(driver: Chrome, link: str) -> str:
    """Go to a link with the keyboard and press Enter; return where it led."""
    element = driver.find_element(By.CSS_SELECTOR, link)
    element.send_keys(Keys.ENTER)
    return driver.current_url.partition("#")[2]


def test_a_point_leads_to_its_place_and_the_place_back_to_its_point(page: Path) -> None:
    with browser.opened(page) as driver:
        place = follow(driver, "#p-EGOV-07 .places a")
        assert place == "m-EGOV-07-0"
        assert shown(driver, place)
        assert follow(driver, f"#{place}") == "p-EGOV-07"
        assert driver.get_log("browser") == []  # type: ignore[no-untyped-call]  # selenium says no type here


def test_the_bar_on_top_leads_to_each_of_the_twelve(page: Path) -> None:
    with browser.opened(page) as driver:
        chips = driver.find_elements(By.CSS_SELECTOR, ".chips a")
        assert len(chips) == 12
        assert follow(driver, ".chips li:last-child a") == "p-EGOV-12"


def test_everybody_can_use_the_page(page: Path) -> None:
    for look in (
        (),
        ("--force-dark-mode", "--blink-settings=preferredColorScheme=0"),
        ("--window-size=500,900",),
    ):
        with browser.opened(page, *look) as driver:
            assert browser.axe(driver) == []


def test_the_highlight_stands_on_the_words(tmp_path: Path) -> None:
    path = CORPUS / "voorbeeld.pdf"
    source = read(path)
    report = examine(source)
    found = next(each for each in report.criteria if each.id == "EGOV-07").evidence[0]
    page = tmp_path / "advies.html"
    page.write_text(render(report, papers([source], [path], ReadOptions())), "utf-8")
    with browser.opened(page) as driver:
        rectangle = driver.find_element(By.CSS_SELECTOR, "#m-EGOV-07-0 rect").rect
        sheet = driver.find_elements(By.CSS_SELECTOR, ".sheet")[(found.page or 1) - 1].rect
    box = found.boxes[0]
    scale = sheet["width"] / source.pages[0].width
    assert rectangle["x"] - sheet["x"] == pytest.approx(box.x0 * scale, abs=4)
    assert rectangle["y"] - sheet["y"] == pytest.approx(box.top * scale, abs=4)
    assert rectangle["width"] == pytest.approx((box.x1 - box.x0) * scale, abs=8)


@pytest.fixture(scope="module", params=["voorbeeld.pdf", "hoornaarnesten-formulier-bremwijk/protocol.txt"])
def decided(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an advice on which the officer decided: a point of its own, and a finding set aside."""
    path = CORPUS / request.param
    source = read(path)
    found = examine(source)
    reason = Decision("unmet", "De termijn ligt niet vast")
    aside = [Waiver(each.code, each.fingerprint, "mag zo", "An Voorbeeld") for each in found.findings]
    given = Review(source.sha256, "An Voorbeeld", {"EGOV-07": reason}, waivers=tuple(aside))
    made = tmp_path_factory.mktemp("oordeel") / "advies.html"
    report = examine(source, review=given)
    made.write_text(render(report, papers([source], [path], ReadOptions())), "utf-8")
    return made


def test_what_the_officer_decided_stands_at_the_point_and_beside_the_place(decided: Path) -> None:
    said = "Oordeel van de functionaris: ontbreekt."
    with browser.opened(decided) as driver:
        assert said in driver.find_element(By.ID, "p-EGOV-07").text
        beside = [each.text for each in driver.find_elements(By.CSS_SELECTOR, "aside .decided")]
        assert sum(said in text for text in beside) >= 1
        assert driver.get_log("browser") == []  # type: ignore[no-untyped-call]  # selenium says no type here


def test_everybody_can_use_the_page_with_decisions(decided: Path) -> None:
    for look in ((), ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")):
        with browser.opened(decided, *look) as driver:
            assert browser.axe(driver) == []
