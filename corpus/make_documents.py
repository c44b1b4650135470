"""Make the PDF that `make advise` reads: `python -m corpus.make_documents`.

One protocol of the corpus as an office would send it. The file is committed, so that advising on it
needs nothing but the program; the same input gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.formats import to_pdf

HERE = Path(__file__).parent
SHOWN = HERE / "energiepremie-ijzerdonk" / "protocol.txt"
EXAMPLE = HERE / "voorbeeld.pdf"


def main() -> None:
    """Write the example."""
    print(to_pdf(SHOWN, EXAMPLE))


if __name__ == "__main__":
    main()
