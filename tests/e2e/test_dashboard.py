"""The dashboard in a real browser: sorted, filtered, walked through with keys, and open to everyone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from protocheck.batch.dashboard.build import build
from tests import browser
from tests.unit.batch.archives import Placed, kin, overview, papers, sha
from tests.unit.batch.stores import WILGENBEKE, WONEN, judged

pytestmark = [
    pytest.mark.skipif(not browser.available(), reason="needs Chromium (chromium, chromium-driver)"),
    pytest.mark.xdist_group("dashboard"),  # one browser and one site for all
]

DARK = ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")
MANY = 120
PAGES = [
    "index.html",
    "documenten.html",
    "bevindingen.html",
    "bevindingen/D301.html",
    "partijen.html",
    "jaren.html",
    "families.html",
    "familie/fam0a1b.html",
    "paren.html",
    "resten.html",
    "termijnen.html",
    "niet-getoetst.html",
    f"d/{sha('a')[:12]}.html",
]


def archive() -> Iterator[Placed]:
    """Yield the small archive, and so many more protocols that a table has a second page."""
    yield from papers()
    for number in range(MANY):
        town = replace(WILGENBEKE, name=f"gemeente Dorp {number % 7}")
        made = judged(
            "e", title=f"Afspraak nummer {number}", parties=(WONEN, town), unmet=(2,) * (number % 2)
        )
        yield (
            f"archief/{number:03}.pdf",
            replace(made, sha256=hashlib.sha256(str(number).encode()).hexdigest()),
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    with overview(folder / "a.sqlite", archive()) as held:
        build(held, folder / "site", kin(held))
    return folder / "site"


@pytest.fixture(scope="module")
def session(site: Path) -> Iterator[Chrome]:
    with browser.opened(site / "index.html") as driver:
        yield driver


@pytest.fixture
def driver(session: Chrome, site: Path) -> Chrome:
    session.get("about:blank")  # so that an address with another choice is really opened
    session.get((site / "documenten.html").as_uri())
    return session


def names(driver: Chrome) -> list[str]:
    """Return the titles of the rows that are shown."""
    found = driver.find_elements(By.CSS_SELECTOR, "#documenten tbody tr:not([hidden]) th a")
    return [each.text for each in found]


def told(driver: Chrome) -> str:
    return driver.find_element(By.CSS_SELECTOR, ".found").text


def sort(driver: Chrome, head: str) -> str | None:
    button = driver.find_element(By.XPATH, f"//th/button[contains(., '{head}')]")
    button.send_keys(Keys.ENTER)
    return driver.find_element(By.XPATH, f"//th[contains(., '{head}')]").get_attribute("aria-sort")


def complaints(driver: Chrome) -> list[object]:
    return list(driver.get_log("browser"))  # type: ignore[no-untyped-call]  # selenium says no type here


def test_a_table_is_sorted_by_a_column_either_way(driver: Chrome) -> None:
    assert sort(driver, "Jaar") == "descending"
    years = [
        each.text for each in driver.find_elements(By.CSS_SELECTOR, "#documenten tbody tr td:nth-child(2)")
    ]
    assert years[:3] == ["2023", "2023", "2021"]
    assert sort(driver, "Jaar") == "ascending"
    years = [
        each.text for each in driver.find_elements(By.CSS_SELECTOR, "#documenten tbody tr td:nth-child(2)")
    ]
    assert years[:4] == ["2021", "2023", "2023", ""]  # what has no year comes last, either way
    assert sort(driver, "Document") == "ascending"
    assert names(driver)[:3][1:] == ["Afspraak nummer 0", "Afspraak nummer 1"]
    assert complaints(driver) == []


def test_a_table_is_filtered_by_words_and_choices(driver: Chrome, site: Path) -> None:
    assert told(driver) == "Rij 1 tot 100 van 124"
    driver.find_element(By.NAME, "zoek").send_keys("PREMIÉ wilgenbeke")
    assert names(driver) == ["Protocol over de premie"]
    assert told(driver) == "Rij 1 tot 1 van 1 (van 124)"
    driver.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    assert told(driver) == "Rij 1 tot 100 van 124"
    Select(driver.find_element(By.NAME, "advies")).select_by_value("positive")
    assert names(driver) == ["Protocol over de school"]
    assert driver.current_url.endswith("documenten.html#advies=positive")
    Select(driver.find_element(By.NAME, "jaar")).select_by_value("2021")
    assert told(driver) == "Geen rij voldoet (van 124)"
    driver.get("about:blank")
    driver.get(f"{(site / 'documenten.html').as_uri()}#element=12")
    assert len(names(driver)) == 1
    assert complaints(driver) == []


def test_shares_and_means_are_sorted_as_figures(driver: Chrome, site: Path) -> None:
    driver.get((site / "bevindingen.html").as_uri())
    assert sort(driver, "Aandeel") == "descending"
    assert sort(driver, "Aandeel") == "ascending"
    driver.get((site / "partijen.html").as_uri())
    sort(driver, "Niet in orde")
    rows = driver.find_elements(By.CSS_SELECTOR, "#lijst-partijen tbody tr td:nth-last-child(2)")
    means = [float(each.text.replace(",", ".")) for each in rows]
    assert means == sorted(means, reverse=True)
    assert means[0] == 3.0


def test_a_party_leads_to_its_documents(driver: Chrome, site: Path) -> None:
    driver.get((site / "partijen.html").as_uri())
    driver.find_element(By.NAME, "zoek").send_keys("dorp 3")
    driver.find_element(By.CSS_SELECTOR, "#lijst-partijen tbody tr:not([hidden]) a").send_keys(Keys.ENTER)
    assert told(driver) == "Rij 1 tot 17 van 17 (van 124)"
    chosen = Select(driver.find_element(By.NAME, "partij")).first_selected_option
    assert chosen.text == "gemeente Dorp 3"


def test_a_cell_of_the_heat_map_leads_to_its_point(driver: Chrome) -> None:
    cell = driver.find_element(By.CSS_SELECTOR, "#documenten tbody tr:first-child td:nth-child(11) a")
    assert cell.text.split() == ["ontbreekt"]
    cell.click()
    assert driver.current_url.endswith(f"d/{sha('c')[:12]}.html#p-EGOV-08")
    where = driver.execute_script("return document.getElementById('p-EGOV-08').getBoundingClientRect().top")
    assert 0 <= where < 900
    driver.find_element(By.CSS_SELECTOR, ".back a:nth-of-type(2)").click()
    assert driver.current_url.endswith("documenten.html")


def test_the_arrow_keys_walk_through_the_heat_map(driver: Chrome) -> None:
    cell = driver.find_element(By.CSS_SELECTOR, '#documenten td a[tabindex="0"]')
    cell.send_keys(Keys.ARROW_RIGHT)
    driver.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    here = driver.switch_to.active_element
    row, column = driver.execute_script(
        "const c = arguments[0].closest('td'); return [c.parentNode.sectionRowIndex, c.cellIndex]", here
    )
    assert (row, column) == (1, 4)
    assert len(driver.find_elements(By.CSS_SELECTOR, '#documenten td a[tabindex="0"]')) == 1


def test_a_long_table_is_turned_page_by_page(driver: Chrome) -> None:
    forth = driver.find_element(By.XPATH, "//button[contains(., 'Volgende')]")
    forth.send_keys(Keys.ENTER)
    assert told(driver) == "Rij 101 tot 124 van 124"
    assert len(names(driver)) == 24
    assert driver.switch_to.active_element.text == "← Vorige"


def test_without_script_every_row_is_there_and_no_empty_choice(driver: Chrome) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.refresh()
        assert len(driver.find_elements(By.CSS_SELECTOR, "#documenten tbody tr:not([hidden])")) == 124
        assert not driver.find_element(By.CSS_SELECTOR, "form.filter").is_displayed()
        assert driver.find_elements(By.CSS_SELECTOR, "th button") == []
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("page", PAGES)
def test_everybody_can_use_the_page(page: str, session: Chrome, site: Path) -> None:
    session.get((site / page).as_uri())
    assert complaints(session) == []
    assert browser.axe(session) == []


@pytest.mark.parametrize("look", [DARK, ("--window-size=420,900",)], ids=["dark", "narrow"])
def test_everybody_can_use_the_pages_in_the_dark_and_on_a_telephone(
    look: tuple[str, ...], site: Path
) -> None:
    with browser.opened(site / PAGES[0], *look) as driver:
        if look is DARK:
            ground = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
            assert ground == "rgb(16, 20, 26)"
        for page in PAGES:
            driver.get((site / page).as_uri())
            assert browser.axe(driver) == [], page
