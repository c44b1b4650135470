"""Word and OpenDocument files in which a few elements were changed: each is read, or refused in words."""

from __future__ import annotations

import copy
import random
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from protocheck.errors import DocumentError
from protocheck.ingest.read import read
from protocheck.model.options import VIEWS, ReadOptions
from tests.word_parts import zipped

ODD = ("", "-1", "99999999999", "0", "x", "²", "true", " ")


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def mutated(xml: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(xml)
    elements = list(root.iter(etree.Element))
    for _ in range(chance.randint(1, 12)):
        element, other = chance.choice(elements), chance.choice(elements)
        parent, names = element.getparent(), list(element.attrib)
        match chance.randint(0, 4):
            case 0 if names:
                element.set(chance.choice(names), chance.choice(ODD))
            case 1 if names:
                del element.attrib[chance.choice(names)]
            case 2 if parent is not None:
                parent.remove(element)
            case 3:
                element.tag = other.tag
            case _ if len(other) < 50:
                element.append(copy.deepcopy(other))
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_changed_files_are_read_or_refused(root: Path, suffix: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes in every run
    parts = parts_of(root / f"corpus/voorbeelden/ontwerp-met-wijzigingen.{suffix}")
    main = "word/document.xml" if suffix == "docx" else "content.xml"
    others = [name for name in parts if name.endswith(".xml") and name != main]
    for name in (main, *chance.sample(others, 2)):
        parts[name] = mutated(parts[name], chance)
    data = zipped(dict(parts))
    for view in VIEWS:
        try:
            source = read(None, data=data, name="stuk", options=ReadOptions(view=view))
        except DocumentError:
            continue
        assert all(line.span.of(source.text) == line.text for line in source.lines)
        places = (
            *source.markup,
            *source.highlights,
            *source.placeholders,
            *(c.span for c in source.comments),
        )
        assert all(span.end <= len(source.text) for span in places)
