"""What of an HTML page is the document, and what the site puts around it on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocheck.regex import lazy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
    "menu", "menubar",
})  # fmt: skip
# Words in a class or an identifier: builders of sites name these parts all alike.
_NAMED = frozenset({
    "cookie", "cookies", "cookiebar", "consent", "gdpr", "breadcrumb", "breadcrumbs", "kruimelpad",
    "skip", "skiplink", "skiplinks", "share", "sharing", "social", "socials", "navbar", "navigation", "menu",
    "pager", "pagination", "sidebar", "toolbar", "footer",
})  # fmt: skip
_PART = lazy(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_LARGEST = 0.2  # of the letters on the page: a part of that size is not what its name says
_SMALLEST = 0.3  # of the letters on the page: a smaller main part is no more than its name
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-footnotes", "doc-endnotes"})
_NOTES = frozenset({"footnote", "footnotes", "endnotes", "voetnoot", "voetnoten"})
_NOTE = lazy(r"_?(?:fn|ftn|edn|note|footnote|voetnoot)[-_:]?\d{1,3}", re.IGNORECASE)
_CITES = "ref"  # the mark of a note in the text is often 'fnref1': that is no note


def surroundings(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that belong to the site: all beside the main part, and parts with such a role."""
    whole = _length(root)
    found: set[HtmlElement] = set()
    main = _main(root, whole)
    if main is not None:
        found.update(_beside(main))
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in {"html", "body", "main"}:
            continue
        if (
            element.tag in _TAGS
            or element.get("role", "") in _ROLES
            or _is_head(element, main)
            or (_words(element) & _NAMED and _length(element) <= _LARGEST * whole)
        ):
            found.add(element)
    return frozenset(found)


def is_note(element: HtmlElement) -> bool:
    """Tell whether an element holds footnotes."""
    identifier = element.get("id", "")
    if element.get("role", "") in _NOTE_ROLES or _words(element) & _NOTES:
        return element.tag in {"div", "section", "ol", "ul", "li", "p", "aside", "dl"}
    return (
        _NOTE.fullmatch(identifier) is not None
        and _CITES not in identifier
        and element.tag in {"li", "p", "div"}
    )


def _main(root: HtmlElement, whole: int) -> HtmlElement | None:
    """Return the one part that says it is the content, None when there is none or more than one."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        parts: list[HtmlElement] = root.findall(path)
        if len(parts) == 1 and _length(parts[0]) >= _SMALLEST * whole:
            return parts[0]
    return None


def _beside(main: HtmlElement) -> Iterator[HtmlElement]:
    element = main
    while element.getparent() is not None:
        above = element.getparent()
        yield from (each for each in above if each is not element and isinstance(each.tag, str))
        element = above


def _is_head(element: HtmlElement, main: HtmlElement | None) -> bool:
    """Tell whether a header is that of the site, and not the one around the title of the document."""
    return element.tag == "header" and main is None and element.find(".//h1") is None


def _words(element: HtmlElement) -> set[str]:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return {word.lower() for word in _PART.split(names)} if names.strip() else set()


def _length(element: HtmlElement) -> int:
    return sum(len(text.strip()) for text in map(str, element.itertext()))
