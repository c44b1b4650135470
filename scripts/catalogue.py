"""The Dutch catalogue: which messages the code holds, and protocheck.po compiled to protocheck.mo.

    python scripts/catalogue.py          compile; names messages of the code that have no translation
    python scripts/catalogue.py --check  only tell whether the compiled catalogue is current

No gettext tools are needed. Messages of click are kept in the same catalogue.
"""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "protocheck"
PO = SOURCES / "locale" / "nl" / "LC_MESSAGES" / "protocheck.po"
MO = PO.with_suffix(".mo")
SINGLE = {"_", "translate", "mark"}
CLICK = {"_", "gettext"}

Key = tuple[str, str]  # a message and its plural, which is empty for most


def messages_of(folder: Path, names: set[str]) -> set[Key]:
    """Return every message that the code under `folder` hands to one of the functions `names`."""
    found: set[Key] = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                strings = [text for text in texts if isinstance(text, str)]
                if node.func.id in names and strings:
                    found.add((strings[0], ""))
                elif node.func.id in {"plural", "ngettext"} and len(strings) > 1:
                    found.add((strings[0], strings[1]))
    return found


def read_po(text: str) -> dict[Key, tuple[str, ...]]:
    """Return the translations of a catalogue; a message with a plural has two."""
    entries: dict[Key, tuple[str, ...]] = {}
    for block in _blocks(text):
        key = (block["msgid"], block.get("msgid_plural", ""))
        forms = sorted(name for name in block if name.startswith("msgstr"))
        entries[key] = tuple(block[name] for name in forms)
    return entries


def _blocks(text: str) -> Iterator[dict[str, str]]:
    block: dict[str, str] = {}
    field = ""
    for line in [*text.splitlines(), ""]:
        if line.startswith("#"):
            continue
        if not line.strip():
            if block:
                yield block
            block = {}
            continue
        if not line.startswith('"'):
            field, _, quoted = line.partition(" ")
            block[field] = ast.literal_eval(quoted)
            continue
        block[field] += ast.literal_eval(line)


def compile_mo(entries: dict[Key, tuple[str, ...]]) -> bytes:
    """Return the catalogue in the binary form of gettext."""
    pairs = sorted(
        ("\0".join(part for part in key if part).encode(), "\0".join(forms).encode())
        for key, forms in entries.items()
        if all(forms)
    )
    count, start = len(pairs), 28
    ids = texts = b""
    table: list[tuple[int, int, int, int]] = []
    for message, text in pairs:
        table.append((len(message), len(ids), len(text), len(texts)))
        ids += message + b"\0"
        texts += text + b"\0"
    at_ids = start + 16 * count
    at_texts = at_ids + len(ids)
    first = b"".join(struct.pack("<2I", length, at_ids + at) for length, at, _, _ in table)
    second = b"".join(struct.pack("<2I", length, at_texts + at) for _, _, length, at in table)
    head = struct.pack("<7I", 0x950412DE, 0, count, start, start + 8 * count, 0, 0)
    return head + first + second + ids + texts


def main() -> int:
    """Compile, or check; return the exit code."""
    entries = read_po(PO.read_text(encoding="utf-8"))
    compiled = compile_mo(entries)
    untranslated = sorted(key[0] for key in messages_of(SOURCES, SINGLE) if not all(entries.get(key, ("",))))
    for message in untranslated:
        print(f"no translation: {message!r}", file=sys.stderr)
    if "--check" in sys.argv[1:]:
        return int(bool(untranslated) or not MO.exists() or MO.read_bytes() != compiled)
    MO.write_bytes(compiled)
    return int(bool(untranslated))


if __name__ == "__main__":
    sys.exit(main())
