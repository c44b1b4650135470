"""The language of the program itself: English in the code, Dutch for the user.

`PROTOCHECK_LANG=en` shows the English; anything else the Dutch catalogue. The texts of rules and of
the advice are not translated: they stand in the rule files, in Dutch.
"""

from __future__ import annotations

import functools
import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

DOMAIN = "protocheck"
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
CATALOGUES = Path(__file__).with_name("locale")


def current() -> str:
    """Return 'en' when the user asks for English, else 'nl'."""
    return "en" if os.environ.get("PROTOCHECK_LANG", "").strip().lower().startswith("en") else "nl"


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, languages=[language], fallback=language == "en")


def translate(message: str) -> str:
    """Return `message` in the language of the user."""
    return _catalogue(current()).gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits `count`, in the language of the user."""
    return _catalogue(current()).ngettext(one, many, count)


def speak() -> None:
    """Let libraries that use gettext themselves (click) find our catalogue and language.

    The standard library picks the language from LANGUAGE; a program of its own may set that.
    """
    os.environ["LANGUAGE"] = current()
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


def day(value: dt.date) -> str:
    """Return a day as it is written in Dutch: '3 februari 2025'."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def mark(message: str) -> str:
    """Mark a message that is translated later, when it is shown."""
    return message
