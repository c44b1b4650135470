"""What the store of an audit takes, and how well it is searched: `python -m benchmarks.store`.

The protocols that rules may be tuned on are judged once and kept many times over, each time as another
content. Ends with 1 when a bound breaks. Whether two stores are equal after a kill: see `benchmarks.audit`.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from benchmarks.archives import tuned
from benchmarks.bound import Line
from protocheck.advice.compose import advise
from protocheck.batch.passages import passages
from protocheck.batch.store import Reader, Store
from protocheck.engine import evaluate
from protocheck.model.audit import Item, Judgement, Passage, State
from protocheck.model.package import Package
from protocheck.pipeline import study
from protocheck.report import as_json
from protocheck.rulebook import load

WORDS = Path(__file__).with_name("store_words.yaml")
DOCUMENTS = 2000
KILOBYTES, MILLISECONDS, GROWTH, MORE_MEMORY = 50.0, 15.0, 1.3, 1.10
SEEN_AGAIN, VIEW, QUESTION = 0.5, 0.5, 0.5  # seconds, for 2,000 documents
RECALL, PRECISION = 0.95, 0.89
VIEWS = (
    *("documents", "criteria_matrix", "gaps", "findings_by_code", "documents_by_party"),
    *("documents_by_year", "documents_by_pack_version", "refused"),
)
_PAGE = 4096


def judgements() -> list[Judgement]:
    """Return what is made of our own protocols."""
    rules = load()
    made: list[Judgement] = []
    for _, path in tuned():
        reading = study(path)
        package = Package(reading)
        report = as_json.compact(advise(package, evaluate(package, rules, force=True), version="0"))
        parts = passages(reading.outline)
        made.append(Judgement(reading.text.source.sha256, State.JUDGED, report, parts))
    return made


def copies(made: Sequence[Judgement], count: int) -> Iterator[Judgement]:
    """Yield so many judgements, no two of the same content."""
    for number in range(count):
        one = made[number % len(made)]
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        yield replace(one, sha256=digest, passages=tuple(_marked(each, number) for each in one.passages))


def _marked(passage: Passage, number: int) -> Passage:
    return replace(passage, text=f"{passage.text} nummer{number}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping took: processor seconds for each tenth, and memory after the first and the last."""

    seconds: tuple[float, ...]
    memory: tuple[int, int]
    size: int


def keep(path: Path, made: Sequence[Judgement], count: int) -> Kept:
    """Keep so many documents, in ten parts."""
    part, seconds, memory = count // 10, list[float](), list[int]()
    with Store.open(path) as store:
        run = store.begin_run("sha256:0", "0", {"ocr": "auto"})
        begun = time.process_time()
        for number, each in enumerate(copies(made, part * 10), start=1):
            store.see(Item(f"archief/{number:06}.pdf", each.sha256, 1), run)
            store.add(each, run)
            if number % part == 0:
                seconds.append(time.process_time() - begun)
                memory.append(_resident())
                begun = time.process_time()
        store.end_run(run)
    return Kept(tuple(seconds), (memory[0], memory[-1]), path.stat().st_size)


def _resident() -> int:
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE
    except OSError:  # not on this system
        return 1


def keeping(path: Path, made: Sequence[Judgement], count: int) -> Iterator[Line]:
    """Tell what a document takes, and whether that stays the same."""
    kept = keep(path, made, count)
    size = kept.size / 1024 / count
    yield Line(f"{size:.1f} kB per document, grens {KILOBYTES:g}", size <= KILOBYTES)
    each = 1000 * sum(kept.seconds) / count
    yield Line(f"{each:.1f} ms processortijd per document, grens {MILLISECONDS:g}", each <= MILLISECONDS)
    half = len(kept.seconds) // 2
    growth = statistics.median(kept.seconds[half:]) / statistics.median(kept.seconds[:half])
    yield Line(f"{growth:.2f}x zoveel tijd in de tweede helft, grens {GROWTH:g}x", growth <= GROWTH)
    more = kept.memory[1] / kept.memory[0]
    told = f"{more:.2f}x zoveel geheugen na het laatste tiende als na het eerste, grens {MORE_MEMORY:g}x"
    yield Line(told, more <= MORE_MEMORY)


def seeing(path: Path, made: Sequence[Judgement], count: int) -> Iterator[Line]:
    """Tell what it takes to see that nothing changed."""
    digests = [each.sha256 for each in copies(made, count)]
    with Store.open(path) as store:
        run = store.begin_run("sha256:0", "0", {"ocr": "auto"})
        begun = time.process_time()
        for number, digest in enumerate(digests, start=1):
            if store.has(digest, run):
                store.see(Item(f"archief/{number:06}.pdf", digest, 1), run)
        seconds = (time.process_time() - begun) * DOCUMENTS / count
        store.end_run(run)
    told = f"{seconds:.2f} s om {DOCUMENTS} ongewijzigde documenten terug te zien, grens {SEEN_AGAIN:g}"
    yield Line(told, seconds <= SEEN_AGAIN)


def reading(path: Path, count: int) -> Iterator[Line]:
    """Tell what the views and a question take."""
    with Reader(path) as reader:
        taken = {}
        for view in VIEWS:
            begun = time.process_time()
            reader.connection.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - a name of ours
            taken[view] = (time.process_time() - begun) * DOCUMENTS / count
        worst = max(taken, key=taken.__getitem__)
        told = f"{taken[worst]:.2f} s voor het traagste overzicht ({worst}), grens {VIEW:g}"
        yield Line(told, taken[worst] <= VIEW)
        begun = time.process_time()
        found = reader.search("gegevens OF persoonsgegevens").passages
        seconds = (time.process_time() - begun) * DOCUMENTS / count
        told = (
            f"{seconds:.2f} s om het meest gebruikte woord te zoeken ({found} plaatsen), grens {QUESTION:g}"
        )
        yield Line(told, seconds <= QUESTION)


def searching(path: Path, made: Sequence[Judgement]) -> Iterator[Line]:
    """Tell how much of what was meant is found, and how much of what is found was meant."""
    with Store.open(path) as store:
        run = store.begin_run("sha256:0", "0", {"ocr": "auto"})
        for each in made:
            store.see(Item(each.sha256, each.sha256, 1), run)
            store.add(each, run)
    every = {
        (each.sha256, at): f"{part.heading}\n{part.text}"
        for each in made
        for at, part in enumerate(each.passages)
    }
    with Reader(path) as reader:
        for name, questions in yaml.safe_load(WORDS.read_text("utf-8")).items():
            recall, precision = _scores(reader, every, questions)
            told = (
                f"zoeken, {len(questions)} vragen ({name}): {recall:.2f} gevonden van wat bedoeld is (grens "
                f"{RECALL:g}), {precision:.2f} van wat gevonden is, is bedoeld (grens {PRECISION:g})"
            )
            yield Line(told, recall >= RECALL and precision >= PRECISION)


def _scores(
    reader: Reader, every: Mapping[tuple[str, int], str], questions: Mapping[str, str]
) -> tuple[float, float]:
    recalls, precisions = list[float](), list[float]()
    for question, forms in questions.items():
        any_form = "|".join(re.escape(form).replace("_", r"\s") for form in forms.split())
        meant = {key for key, text in every.items() if re.search(rf"\b(?:{any_form})\b", text, re.IGNORECASE)}
        found = {(hit.places[0], hit.position) for hit in reader.search(question, limit=len(every)).hits}
        recalls.append(len(meant & found) / len(meant))
        precisions.append(len(meant & found) / len(found) if found else 1.0)
    return statistics.mean(recalls), statistics.mean(precisions)


def main() -> int:
    """Measure, print, and return 1 when a bound breaks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="how many to keep")
    count = parser.parse_args().documents // 10 * 10
    made = judgements()
    held = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audit.sqlite"
        for line in (
            *keeping(path, made, count),
            *seeing(path, made, count),
            *reading(path, count),
            *searching(Path(folder) / "zoeken.sqlite", made),
        ):
            print(line, flush=True)
            held = held and line.held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
