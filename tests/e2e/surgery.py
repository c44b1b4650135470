"""Cuts into a paper's text by its printed article headings, without any help of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"^[ \f]{0,4}(?:Artikel|Art\.) (\d{1,2})[:.] ([^\n]+(?:\n[^\n]+)?)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """Where an article stands: its whole, and where its heading's title and its body start."""

    number: int
    title: str
    start: int
    title_start: int
    body: int
    end: int


def articles(text: str) -> dict[int, Article]:
    """Return the articles by number; the last one runs to the end of the text."""
    found = [m for m in _HEADING.finditer(text) if text[m.end() : m.end() + 1] in ("\n", "")]
    ends = [m.start() for m in found[1:]] + [len(text)]
    return {
        int(m[1]): Article(int(m[1]), " ".join(m[2].split()), m.start(), m.start(2), m.end(), end)
        for m, end in zip(found, ends, strict=True)
    }


def without(text: str, number: int) -> str:
    """Cut the article out, heading and all."""
    article = articles(text)[number]
    return text[: article.start] + text[article.end :]


def with_body(text: str, number: int, body: str) -> str:
    """Keep the heading of the article and put `body` under it."""
    article = articles(text)[number]
    return f"{text[: article.body]}\n{body}\n\n{text[article.end :]}"


def with_titles(text: str, titles: dict[int, str]) -> str:
    """Give the articles other headings; their numbers stay."""
    for article in sorted(articles(text).values(), key=lambda a: -a.start):
        title = titles[article.number]
        text = f"{text[: article.title_start]}{title}\n{text[article.body :]}"
    return text


def with_labels(text: str, label: str) -> str:
    """Print the number of each article as `label` says: 'Art. {}.' for 'Artikel 8:'."""
    for article in sorted(articles(text).values(), key=lambda a: -a.start):
        text = f"{text[: article.start]}{label.format(article.number)} {text[article.title_start :]}"
    return text


def with_contents(text: str, names_of: str) -> str:
    """Put a contents list of the articles of `names_of` above the text."""
    rows = (f"Artikel {a.number}: {a.title} {'.' * 12} {page}" for page, a in _paged(names_of))
    return "Inhoudstafel\n\n" + "\n".join(rows) + "\n\n" + text.lstrip("\n")


def _paged(text: str) -> Iterator[tuple[int, Article]]:
    return ((2 + article.number // 3, article) for article in articles(text).values())
