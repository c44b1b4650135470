"""Pieces of raw WordprocessingML, for tests that need what no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file with the given body and parts, each without its root element."""
    roots = {"header": "hdr", "footer": "ftr"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="x"><Relationship Id="r1" Type="{KINDS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        relations = ""
        for number, (name, content) in enumerate(parts.items()):
            root = roots.get(name, name)
            package.writestr(f"word/{name}.xml", f"<w:{root} {W}>{content}</w:{root}>")
            relations += f'<Relationship Id="p{number}" Type="{KINDS}/{name}" Target="{name}.xml"/>'
        package.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="x">{relations}</Relationships>'
        )
    return stream.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """Return one paragraph of one run."""
    props = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    letters = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{props}<w:r>{letters}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def level(depth: int, text: str, kind: str = "decimal", extra: str = "") -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    """Return the definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, definition: int, override: str = "") -> str:
    """Return a list in use."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def item(text: str, list_id: int, depth: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def tc(content: str, properties: str = "") -> str:
    """Return a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str) -> str:
    """Return a row."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()
