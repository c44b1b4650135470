"""Load the rulebook: from the cache when the files did not change, else compiled anew."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from protocheck import __version__
from protocheck.errors import RuleError
from protocheck.rulebook import cache, weights
from protocheck.rulebook.location import rules_directory
from protocheck.rulebook.rules import TABLE, Rulebook
from protocheck.rulebook.weights import Weights

DEFAULT_PACKS = ("egov-art8", "redactie", "opgroeien-ocmw")
STATUTES = "statutes.yaml"
# Terms that the engine itself reads, whatever the rules name; its denials besides.
DENIALS = "$ontkenning"
ENGINE_TERMS = (
    "$hol",
    "$uitstel",
    "$oude-wet",
    "$partij",
    "$doener",
    "$persoonsgegevens",
    "$overeenkomen",
    "$zelfverwijzing",
    "$gegevensbescherming",
    "$gegevensmededeling",
)


def load(packs: Sequence[Path] = ()) -> Rulebook:
    """Return the built-in rules, with the packs in the folders `packs` after them.

    Raises:
        RuleError: a folder is no pack, or files have faults; all faults are named at once.
    """
    home = rules_directory()
    folders = [*(home / name for name in DEFAULT_PACKS), *packs]
    for folder in folders:
        if not (folder / "pack.yaml").is_file():
            raise RuleError(
                f"{folder} is geen regelpakket: het bestand pack.yaml ontbreekt.",
                hint="Geef met --pack een map op die een pack.yaml bevat.",
            )
    digest = _digest(home, folders)
    found = cache.fetch(digest)
    if found is None:
        found = _compiled(home, folders, digest)
        if _digest(home, folders) == digest:  # else a file changed while they were read
            cache.keep(found)
    return replace(found, folders=tuple(folders))


def weights_of(rulebook: Rulebook) -> Weights:
    """Return how much words tell for the elements of the criteria, as the packs of this rulebook say.

    They are kept apart: what only lints or reads does without.

    Raises:
        RuleError: a table changed since the rules were loaded, and has faults now.
    """
    found = cache.fetch_weights(rulebook.digest)
    if found is None:
        from protocheck.rulebook.source import Faults  # noqa: PLC0415 - heavy

        faults = Faults()
        found = weights.read_weights(rulebook.folders, faults)
        faults.stop_if_any()
        cache.keep_weights(rulebook.digest, found)
    return found


def _files(home: Path, folders: Sequence[Path]) -> list[Path]:
    inside = [path for folder in (home / "vocabulary", *folders) for path in sorted(folder.glob("*.yaml"))]
    names = (TABLE, weights.TABLE)
    tables = [folder / name for folder in folders for name in names if (folder / name).is_file()]
    return [home / STATUTES, *inside, *tables]


def _digest(home: Path, folders: Sequence[Path]) -> str:
    total = hashlib.sha256(__version__.encode())
    for path in _files(home, folders):
        # where the built-in rules lie says nothing of what they say
        folder = "" if path.parent == home else f"{path.parent.name}/"
        total.update(f"\0{folder}{path.name}\0".encode())
        total.update(path.read_bytes())
    return f"sha256:{total.hexdigest()}"


def _compiled(home: Path, folders: Sequence[Path], digest: str) -> Rulebook:
    # pydantic and yaml are only needed when a rule file changed
    from protocheck.rulebook.compile import PackCompiler, statutes  # noqa: PLC0415 - heavy
    from protocheck.rulebook.source import Faults  # noqa: PLC0415 - heavy
    from protocheck.rulebook.vocabulary import vocabulary  # noqa: PLC0415 - heavy

    faults = Faults()
    shared = vocabulary(home / "vocabulary", faults)
    terms = {name: phrases for name, phrases in shared.items() if name.startswith(DENIALS)}
    terms |= {name: shared[name] for name in ENGINE_TERMS if name in shared}
    whole = not faults.found
    known = statutes(home / STATUTES, faults)
    compiled = []
    taken: dict[str, Path] = {}
    for folder in folders:
        compiler = PackCompiler(folder, shared if whole else None, faults, taken)
        compiled.append(compiler.compile())
        terms |= compiler.terms
    weights.read_weights(folders, faults)  # for its faults; who judges reads it again
    faults.stop_if_any()
    return Rulebook(tuple(pack for pack in compiled if pack), terms, digest, known)
