"""Chromium without a screen, where Debian's is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

PROGRAM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1500,1000",
)


def available() -> bool:
    """Tell whether a page can be looked at."""
    return PROGRAM is not None and DRIVER is not None


@contextmanager
def opened(page: Path, *more: str) -> Iterator[Chrome]:
    """Open a page; what it complains of is in the log named 'browser'."""
    from selenium import webdriver  # noqa: PLC0415 - heavy

    options = webdriver.ChromeOptions()
    for each in (*_QUIET, *more):
        options.add_argument(each)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        driver.get(page.as_uri())
        yield driver
    finally:
        driver.quit()


def axe(driver: Chrome) -> list[str]:
    """Return what axe-core finds wrong for those who use a keyboard, a screen reader or big letters."""
    import axe_selenium_python  # noqa: PLC0415 - heavy

    script = Path(axe_selenium_python.__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    # the page allows no script at all; the one that looks at it is let in
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    driver.refresh()
    driver.execute_script(script.read_text("utf-8"))
    found: dict[str, Any] = driver.execute_async_script("axe.run().then(arguments[0])")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]
