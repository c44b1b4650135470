"""A copy of a Word file with a comment at each finding: the text untouched, all other comments kept."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from protocheck.ingest.comment_places import Anchor
from protocheck.ingest.docx import paragraphs_of
from protocheck.ingest.docx_package import Package
from protocheck.ingest.office_package import parsed
from protocheck.model.note import AUTHOR, Note, mark_of
from protocheck.model.options import ReadOptions

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def noted(name: str, data: bytes, options: ReadOptions, wishes: Any) -> bytes:
    """Return the file with comments: the task of a worker; `wishes` are the fields of the notes, in order."""
    notes = [
        Note(paragraph, column, quote, tuple(lines), (code, fingerprint))
        for paragraph, column, quote, lines, (code, fingerprint) in wishes
    ]
    return commented(name, data, notes, options)


def wishes_of(notes: Iterable[Note]) -> list[tuple[object, ...]]:
    """Return notes as the task takes them, in values that JSON knows."""
    return [(note.paragraph, note.column, note.quote, note.lines, note.mark) for note in notes]


def commented(name: str, data: bytes, notes: Sequence[Note], options: ReadOptions) -> bytes:
    """Return the file with the notes as comments; those of an earlier run are not said twice.

    A comment of ours whose finding is gone is taken out, unless somebody answered it.

    Args:
        name: for messages.
        data: the bytes of the Word file.
        notes: what to say, and where.
        options: the same as the file was read with, so that the places are the same.

    Raises:
        DocumentError: the file is damaged or unsafe.
    """
    package = Package(name, data)
    root = package.xml(package.main)
    if root is None:
        raise ValueError("the file was read before, so it has a main part")
    w = root.tag.rpartition("}")[0] + "}"
    paragraphs = paragraphs_of(package, root, options)
    part = _CommentsPart(package, root, w)
    part.forget(Counter(note.mark for note in notes))
    for note in notes:
        if part.says(note):
            continue
        identifier = part.add(note)
        where = paragraphs.get(note.paragraph or 0) or _opening(paragraphs, root, w)
        Anchor(where, w).set(note.quote, note.column, identifier)
    return _written(data, part.changed() | {package.main: _bytes(root)})


def _opening(paragraphs: Mapping[int, tuple[_Element, ...]], root: _Element, w: str) -> tuple[_Element, ...]:
    """Return the first paragraph with words: what holds for the whole document is said there."""
    for number in sorted(paragraphs):
        if any((text.text or "").strip() for each in paragraphs[number] for text in each.iter(f"{w}t")):
            return paragraphs[number]
    return tuple(root.iter(f"{w}p"))[:1]


class _CommentsPart:
    """The part with all comments, made when there is none."""

    def __init__(self, package: Package, root: _Element, w: str) -> None:
        self._package, self._root, self._w = package, root, w
        folder = posixpath.dirname(package.main)
        self._rels = posixpath.join(folder, "_rels", f"{posixpath.basename(package.main)}.rels")
        self._name = package.part_of("comments") or posixpath.join(folder, "comments.xml")
        found = package.xml(self._name)
        self._new = found is None
        self._part = found if found is not None else root.makeelement(f"{w}comments", {}, {"w": w[1:-1]})
        taken = [each.get(f"{w}id", "") for each in (*self._part, *root.iter(f"{w}commentRangeStart"))]
        self._next = max((int(number) for number in taken if number.isdecimal()), default=-1) + 1
        self._said: Counter[tuple[str, str]] = Counter()

    def forget(self, wanted: Counter[tuple[str, str]]) -> None:
        """Take out comments of ours that are no longer wanted and that nobody answered."""
        answered = _answered(self._package)
        for comment in list(self._part):
            mark = self._mark(comment)
            if mark is None:
                continue
            if self._said[mark] < wanted[mark]:
                self._said[mark] += 1
            elif not answered & set(_identities(comment)):
                self._part.remove(comment)
                self._unhang(comment.get(f"{self._w}id", ""))

    def says(self, note: Note) -> bool:
        """Tell whether a comment of an earlier run says it already; each says it once."""
        if self._said[note.mark]:
            self._said[note.mark] -= 1
            return True
        return False

    def add(self, note: Note) -> str:
        """Add a comment and return its identifier."""
        w, identifier = self._w, str(self._next)
        self._next += 1
        about = {f"{w}id": identifier, f"{w}author": AUTHOR, f"{w}initials": "pc"}
        comment = self._part.makeelement(f"{w}comment", about)
        for line in (*note.lines, note.signature):
            paragraph = comment.makeelement(f"{w}p", {})
            run = comment.makeelement(f"{w}r", {})
            text = comment.makeelement(f"{w}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            text.text = "".join(sign for sign in line if sign.isprintable())
            run.append(text)
            paragraph.append(run)
            comment.append(paragraph)
        self._part.append(comment)
        return identifier

    def changed(self) -> dict[str, bytes]:
        """Return the parts of the file that are new or not as they were."""
        parts = {self._name: _bytes(self._part)}
        if self._new:
            parts[_TYPES] = self._types()
            parts[self._rels] = self._relations()
        return parts

    def _mark(self, comment: _Element) -> tuple[str, str] | None:
        if comment.get(f"{self._w}author") != AUTHOR:
            return None
        paragraphs = list(comment.iter(f"{self._w}p"))
        last = paragraphs[-1] if paragraphs else comment
        return mark_of("".join(text.text or "" for text in last.iter(f"{self._w}t")))

    def _unhang(self, identifier: str) -> None:
        w = self._w
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for element in list(self._root.iter(f"{w}{name}")):
                parent = element.getparent()
                if element.get(f"{w}id") != identifier or parent is None:
                    continue
                parent.remove(element)
                holder = parent.getparent()
                if parent.tag == f"{w}r" and not len(parent) and holder is not None:
                    holder.remove(parent)

    def _types(self) -> bytes:
        root = parsed(self._package.name, self._package.content(_TYPES), "Word")
        namespace = root.tag.rpartition("}")[0] + "}"
        about = {"PartName": f"/{self._name}", "ContentType": _COMMENTS_TYPE}
        root.append(root.makeelement(f"{namespace}Override", about))
        return _bytes(root)

    def _relations(self) -> bytes:
        known = self._package.xml(self._rels)
        root = known if known is not None else self._part.makeelement(f"{{{_RELATIONS}}}Relationships", {})
        taken = {relation.get("Id") for relation in root}
        free = next(f"rIdProtocheck{n}" for n in range(len(taken) + 1) if f"rIdProtocheck{n}" not in taken)
        target = posixpath.relpath(self._name, posixpath.dirname(self._package.main) or ".")
        about = {"Id": free, "Type": _KINDS["purl.oclc.org" in self._w], "Target": target}
        root.append(root.makeelement(f"{{{_RELATIONS}}}Relationship", about))
        return _bytes(root)


def _answered(package: Package) -> set[str]:
    """Return what Word calls the comments that somebody answered."""
    entries = (entry for part in package.related("commentsExtended") for entry in part)
    said = (
        str(value) for entry in entries for key, value in entry.items() if str(key).endswith("}paraIdParent")
    )
    return set(said)


def _identities(comment: _Element) -> Iterator[str]:
    for element in comment.iter():
        yield from (str(value) for key, value in element.items() if str(key).endswith("}paraId"))


def _bytes(root: _Element) -> bytes:
    from lxml import etree  # noqa: PLC0415 - heavy

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _written(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the file with those parts; every other one byte for byte, all in the same order."""
    out = io.BytesIO()
    left = dict(parts)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        entries = {entry.filename: entry for entry in old.infolist()}  # of doubles the last
        for entry in entries.values():
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
            new.writestr(info, left.pop(entry.filename) if entry.filename in left else old.read(entry))
        for name, content in left.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()
