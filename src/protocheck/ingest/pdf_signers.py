"""Who signed, as the signature fields of a PDF say it: by their own entry, else by the certificate.

Nothing is validated: whoever makes a file can write any name in it.
"""

from __future__ import annotations

import io
from typing import Any

from protocheck.ingest.pdf_quiet import silent

_MOST = 50  # fields that are looked at
_DEEPEST = 4  # fields inside fields
_LONGEST = 120  # characters of a name


def signers(data: bytes, password: str) -> tuple[str, ...]:
    """Return the name in each signed field, in the order of the fields; '' where none is given."""
    with silent():
        # A damaged file makes pdfminer raise anything; then nobody is named.
        try:
            return tuple(_name(value) for value in _signed(data, password))
        except Exception:  # noqa: BLE001 - see above
            return ()


def _signed(data: bytes, password: str) -> list[dict[str, Any]]:
    from pdfminer.pdfdocument import PDFDocument  # noqa: PLC0415 - heavy, and only for signed files
    from pdfminer.pdfparser import PDFParser  # noqa: PLC0415 - the same
    from pdfminer.pdftypes import resolve1  # noqa: PLC0415 - the same
    from pdfminer.psparser import literal_name  # noqa: PLC0415 - the same

    document = PDFDocument(PDFParser(io.BytesIO(data)), password=password)
    form = resolve1(document.catalog.get("AcroForm")) or {}
    found: list[dict[str, Any]] = []
    waiting = [(field, 0) for field in resolve1(form.get("Fields")) or []][:_MOST]
    while waiting and len(found) < _MOST:
        entry, depth = waiting.pop(0)
        field = resolve1(entry)
        if not isinstance(field, dict):
            continue
        value = resolve1(field.get("V"))
        if "FT" in field and literal_name(resolve1(field["FT"])) == "Sig" and isinstance(value, dict):
            found.append({key: resolve1(value.get(key)) for key in ("Name", "Contents")})
        if depth < _DEEPEST:
            waiting = [(kid, depth + 1) for kid in (resolve1(field.get("Kids")) or [])[:_MOST]] + waiting
    return found


def _name(value: dict[str, Any]) -> str:
    from pdfminer.utils import decode_text  # noqa: PLC0415 - heavy, and only for signed files

    name = value["Name"]
    said = decode_text(name) if isinstance(name, bytes) else ""
    if not said.strip() and isinstance(value["Contents"], bytes):
        said = _certified(value["Contents"])
    return " ".join(said.split())[:_LONGEST]


def _certified(contents: bytes) -> str:
    """Return the common name of the certificate that no other one in the signature was issued by."""
    from cryptography.hazmat.primitives.serialization import pkcs7  # noqa: PLC0415 - heavy, and seldom needed
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - the same

    try:
        certificates = pkcs7.load_der_pkcs7_certificates(_unpadded(contents))
    except ValueError:
        return ""
    issuers = [each.issuer for each in certificates if each.issuer != each.subject]
    own = [each for each in certificates if each.subject not in issuers] or certificates
    names = own[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME) if own else []
    return str(names[0].value) if names else ""


def _unpadded(contents: bytes) -> bytes:
    """Return a signature without the zeros that fill up the room kept for it, by its own length."""
    if len(contents) < 2 or contents[0] != 0x30 or contents[1] < 0x80:  # noqa: PLR2004 - DER: a sequence, a long length
        return contents
    size = contents[1] & 0x7F
    return contents[: 2 + size + int.from_bytes(contents[2 : 2 + size])]
