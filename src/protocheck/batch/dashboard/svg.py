"""Make the SVG of matplotlib fit to stand in a page.

Styles of its own would be refused by the page's policy and would not follow a dark screen; so each becomes
a plain attribute, and each colour that we drew with a class, for which the page has a colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

INK, PAPER, LINE = "#010203", "#fefdfc", "#c0ffee"
SERIES = {
    "met": "#110001",
    "partial": "#110002",
    "unmet": "#110003",
    "unreadable": "#110004",
    "positive": "#110005",
    "conditional": "#110006",
    "negative": "#110007",
    "error": "#110008",
    "warning": "#110009",
    "info": "#11000a",
    "plain": "#11000b",
}
_CLASSES = {INK: "ink", PAPER: "paper", LINE: "line", **{colour: key for key, colour in SERIES.items()}}
_NEEDLESS = frozenset({"metadata", "style", "title", "desc"})
# A colour that is left out is black; the words of the chart are ours to colour.
_FONT = re.compile(r"(?P<size>[\d.]{1,8})px\b")
_URL = re.compile(r"url\(#(?P<id>[\w.-]{1,80})\)")
_NUMBER = re.compile(r"(?<![\w#])-?\d{1,7}\.\d{3,20}")
_NS = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"


def inline(data: bytes, name: str) -> str:
    """Return the SVG for use inside a page; `name` makes its ids differ from those of other charts."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    _drop_needless(root)
    used = {each for node in root.iter(etree.Element) for each in _referred(node)}
    for node in root.iter(etree.Element):
        _plain(node, name, used)
    for key in ("width", "height", "version"):
        _taken(root, key)
    root.set("class", "chart")
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    return _NUMBER.sub(_rounded, text.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))


def _drop_needless(root: etree._Element) -> None:
    for node in list(root.iter()):
        parent = node.getparent()
        if parent is None:
            continue
        if not isinstance(node.tag, str) or etree.QName(node).localname in _NEEDLESS:
            parent.remove(node)


def _referred(node: etree._Element) -> Iterator[str]:
    for value in node.attrib.values():
        yield from (found["id"] for found in _URL.finditer(str(value)))
    if _XLINK in node.attrib:
        yield str(node.attrib[_XLINK]).removeprefix("#")


def _plain(node: etree._Element, name: str, used: set[str]) -> None:
    """Turn the style of an element into attributes and classes, and keep its id only when it is needed."""
    style = dict(_declarations(_taken(node, "style")))
    style.update({key: _taken(node, key) for key in ("fill", "stroke") if key in node.attrib})
    if node.tag == f"{_NS}text":
        style.setdefault("fill", INK)
    classes = []
    for key, value in style.items():
        if key in {"fill", "stroke"} and value.lower() in _CLASSES:
            classes.append(f"{key[0]}-{_CLASSES[value.lower()]}")
        elif key == "font":
            found = _FONT.search(value)
            node.set("font-size", found["size"] if found else "10")
        else:
            node.set(key, _URL.sub(lambda at: f"url(#{name}-{at['id']})", value))
    if classes:
        node.set("class", " ".join(classes))
    own = _taken(node, "id")
    if own in used:
        node.set("id", f"{name}-{own}")
    if _XLINK in node.attrib:
        node.set("href", f"#{name}-{_taken(node, _XLINK).removeprefix('#')}")
    if "clip-path" in node.attrib and f"url(#{name}-" not in str(node.attrib["clip-path"]):
        node.set("clip-path", _URL.sub(lambda at: f"url(#{name}-{at['id']})", str(node.attrib["clip-path"])))


def _taken(node: etree._Element, key: str) -> str:
    """Return an attribute, and take it away."""
    value = str(node.get(key, ""))
    if key in node.attrib:
        del node.attrib[key]
    return value


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for each in style.split(";"):
        key, colon, value = each.partition(":")
        if colon:
            yield key.strip(), value.strip()


def _rounded(found: re.Match[str]) -> str:
    return f"{float(found.group()):.2f}".rstrip("0").rstrip(".")
