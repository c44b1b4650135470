"""The same protocol between others, on other days: `changed(text, number)` for an archive."""

from __future__ import annotations

import random
import re
from functools import partial

_FIRST = (
    "Duin",
    "Linde",
    "Berk",
    "Wolven",
    "Heide",
    "Kruis",
    "Zande",
    "Molen",
    "Eiken",
    "Rozen",
    "Vlas",
    "Elzen",
)
_LAST = ("hove", "beke", "gem", "rode", "dorp", "kerke", "voorde", "laar", "hoek", "broek")
_FORENAMES = (
    "An",
    "Bram",
    "Chadia",
    "Dirk",
    "Els",
    "Fons",
    "Greet",
    "Hamid",
    "Ilse",
    "Joris",
    "Karima",
    "Luc",
)
_SURNAMES = ("Voorbeelds", "Proefmans", "Testaert", "Modelle", "Staelens", "Fictieux", "Denkers", "Verzint")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Recent days are those of this protocol; what is older are days of acts, and stays.
_DAY = re.compile(rf"\b\d{{1,2}} ({_MONTHS}) (202[2-9])\b")
_COMPANY = re.compile(r"\b0\d{3}\.\d{3}\.\d{3}\b")
_PERSON = re.compile(r"\b(de heer|mevrouw) [A-Z]\w{1,20} [A-Z]\w{1,20}\b")
_TOWN = re.compile(r"\b(?:gemeente|stad|OCMW|OCMW van) ([A-Z][a-z]{4,20})\b")
_REFERENCE = re.compile(r"\b([A-Z]{2,6}/20\d\d/(?:[A-Z]{2,6}/)?)\d{2,5}\b")


def changed(text: str, number: int) -> str:
    """Return the text with other towns, people, days and numbers; the same arguments give the same text."""
    chance = random.Random(number)  # noqa: S311 - invented names, no secret
    for town in sorted(set(_TOWN.findall(text))):
        text = re.sub(rf"\b{town}", f"{chance.choice(_FIRST)}{chance.choice(_LAST)}", text)
    text = _PERSON.sub(partial(_person, chance), text)
    text = _DAY.sub(lambda day: f"{chance.randint(1, 28)} {day[1]} {day[2]}", text)
    text = _COMPANY.sub(lambda _: _company(chance), text)
    text = _REFERENCE.sub(lambda mark: f"{mark[1]}{number:05}", text)
    return f"{text.rstrip()}\n\nDossier {number:05}\n"


def _person(chance: random.Random, found: re.Match[str]) -> str:
    return f"{found[1]} {chance.choice(_FORENAMES)} {chance.choice(_SURNAMES)}"


def _company(chance: random.Random) -> str:
    """Return a number that its own check digits approve of."""
    first = chance.randint(1_000_000, 9_999_999)
    whole = f"0{first:07}{97 - first % 97:02}"
    return f"{whole[:4]}.{whole[4:7]}.{whole[7:]}"
