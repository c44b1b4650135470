"""A small folder of rules for the tests: a vocabulary, a pack of one rule, and ways to spoil them."""

from __future__ import annotations

import importlib
from pathlib import Path

# The module, not the function of the same name that its package offers.
LOADER = importlib.import_module("protocheck.rulebook.load")

VOCABULARY = """\
kind: vocabulary
about: Woorden voor de proef.
terms:
  kleur:
    - rood
    - $vorm
  vorm:
    - rond
"""
PACK = """\
id: proef
version: "1"
title: Een proef
sources: []
verdict:
  negative: [unmet]
  conditional: [partial]
"""
RULE = """\
id: PROEF-01
kind: criterion
number: 1
title: De kleur
question: Welke kleur?
sources:
  - {cite: "proefdecreet, art. 1", in_force_from: 2018-06-26}
vocabulary:
  eigen:
    - groen
    - $kleur
signals:
  kleur-genoemd:
    any: [$eigen]
elements:
  - {id: kleur, title: een kleur, any: [kleur-genoemd]}
"""


def write(folder: Path, **files: str) -> Path:
    """Write the rules with the files given instead of the sound ones; return the home of the rules."""
    texts = {
        "vocabulary/woorden.yaml": VOCABULARY,
        "egov-art8/pack.yaml": PACK,
        "egov-art8/01-a.yaml": RULE,
        "redactie/pack.yaml": PACK.replace("id: proef", "id: proef-redactie"),
        "opgroeien-ocmw/pack.yaml": PACK.replace("id: proef", "id: proef-ocmw"),
        "statutes.yaml": "statutes: []\n",
    }
    names = {
        "vocabulary": "vocabulary/woorden.yaml",
        "pack": "egov-art8/pack.yaml",
        "rule": "egov-art8/01-a.yaml",
    }
    texts |= {names[key]: text for key, text in files.items()}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def pack(folder: Path, name: str, rule: str) -> Path:
    """Write a pack of one rule in a folder of its own."""
    home = folder / name
    home.mkdir()
    (home / "pack.yaml").write_text(PACK.replace("id: proef", f"id: {name}"), "utf-8")
    (home / "01-regel.yaml").write_text(rule, "utf-8")
    return home
