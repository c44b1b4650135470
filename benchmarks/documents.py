"""The advice as a document, beyond the judgement itself: time, size, and the same bytes twice.

Each form is written by the command, in turn with the same advice as JSON, which is the judgement and little
else; what counts is the median of the differences in processor time, workers included, as in `bench`: others
on the machine do not change it much. The time on the clock, nearly the same on a quiet machine, is printed
beside it. The PDF is a protocol of the corpus on six full pages, the scan is that PDF as a scanner gives it.
Run as `python -m benchmarks.documents`; ends with 1 when a bound breaks.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.bench import PROGRAM, timed
from benchmarks.bound import Line
from benchmarks.formats import to_pdf
from benchmarks.gold import CORPUS
from protocheck.ingest.ocr_engine import Engine, find_engine
from tests.scans import Scanner, pictured, scanned

SHOWN = CORPUS / "vakbekwaamheid-buschauffeurs-zilverlijn" / "protocol.txt"
MORE = CORPUS / "schoolpremie-wilgenbeke" / "protocol.txt"
PAGES = 6
SECONDS = {"docx": 0.3, "html": 1.5}  # beyond the judgement itself
PAGE_BYTES = 1_500_000
FORMS = ("docx", "pdf", "html")
_FIXED = ("--date", "2026-03-09", "--author", "An Voorbeeld", "--reference", "2026/12")


def lines(repeats: int = 7) -> Iterator[Line]:
    """Yield the result line by line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = full_pages(folder)
        for form, bound in SECONDS.items():
            yield _time(pdf, form, bound, repeats)
        yield _size(pdf, f"een pdf van {PAGES} bladzijden")
        yield from _same(pdf)
        if isinstance(find_engine(), Engine):
            yield _size(scan_of(pdf), f"een scan van {PAGES} bladzijden")
        else:
            yield Line("webpagina van een scan niet gemeten: tesseract ontbreekt")


def full_pages(folder: Path) -> Path:
    """Make the PDF: a protocol of the corpus, with as much of another as its annex as fills the pages."""
    import pypdfium2  # noqa: PLC0415 - only needed to count

    text, target = folder / "protocol.txt", folder / "protocol.pdf"
    said = full = f"{SHOWN.read_text('utf-8').rstrip()}\n\nBijlage 9. Toelichting\n"
    for paragraph in MORE.read_text("utf-8").split("\n\n") * 3:
        text.write_text(said, "utf-8")
        document = pypdfium2.PdfDocument(to_pdf(text, target))
        pages = len(document)
        document.close()
        if pages > PAGES:
            break
        full, said = said, f"{said}\n{paragraph}\n"
    text.write_text(full, "utf-8")
    return to_pdf(text, target)


def scan_of(pdf: Path) -> Path:
    """Make the scan of a PDF: askew, on a dirty glass, at 200 dpi."""
    scanner = Scanner()
    return pictured(scanned(pdf, scanner), pdf.with_name("scan.pdf"), scanner.dpi)


def _advise(document: Path, target: Path, *more: str | Path) -> Sequence[str | Path]:
    return (PROGRAM, "advise", document, "-o", target, *_FIXED, *more)


def _time(pdf: Path, form: str, bound: float, repeats: int) -> Line:
    """Compare with the judgement as JSON, run by run; the first round warms the caches."""
    judged, written = (_advise(pdf, pdf.with_name(f"advies.{each}")) for each in ("json", form))
    rounds = [(timed(judged), timed(written)) for _ in range(repeats + 1)][1:]
    beyond = statistics.median(theirs.processor - ours.processor for ours, theirs in rounds)
    alone = statistics.median(ours.processor for ours, _ in rounds)
    clock = statistics.median(theirs.clock - ours.clock for ours, theirs in rounds)
    return Line(
        f"advies als {form}: {beyond:.2f} s boven het oordeel zelf ({alone:.2f} s), grens {bound:g} s; "
        f"op de klok {clock:.2f} s",
        beyond < bound,
    )


def _size(document: Path, what: str) -> Line:
    target = document.with_name(f"{document.stem}.html")
    timed(_advise(document, target))
    size = target.stat().st_size
    return Line(
        f"webpagina van {what}: {size / 1e6:.2f} MB, grens {PAGE_BYTES / 1e6:g} MB", size < PAGE_BYTES
    )


def _same(pdf: Path) -> Iterator[Line]:
    """Write everything twice, in processes with other hash seeds, and compare the bytes."""
    for form in FORMS:
        written = [_advise(pdf, _numbered(pdf, number, form)) for number in (1, 2)]
        yield _twice(f"advies als {form}", written, pdf, form)
    marked = [
        _advise(pdf, pdf.with_name("advies.json"), "--mark", _numbered(pdf, number, "pdf"))
        for number in (1, 2)
    ]
    yield _twice("gemarkeerde kopie", marked, pdf, "pdf")


def _numbered(pdf: Path, number: int, form: str) -> Path:
    return pdf.with_name(f"zelfde-{number}.{form}")


def _twice(what: str, commands: Sequence[Sequence[str | Path]], pdf: Path, form: str) -> Line:
    for seed, command in enumerate(commands, start=1):
        subprocess.run([str(each) for each in command], check=True, env={"PYTHONHASHSEED": str(seed)})
    first, second = (_numbered(pdf, number, form).read_bytes() for number in (1, 2))
    return Line(f"{what}, tweemaal geschreven: dezelfde bytes", first == second)


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    held = []
    for line in lines(parser.parse_args(arguments).repeats):
        print(line, flush=True)
        held.append(line.held)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
