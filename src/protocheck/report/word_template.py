"""The advice in a Word file of the service's own: its layout, with our words at its places.

A template is a Word file with `{{ subject }}`, `{{ kind }}`, `{{ verdict }}`, `{{ service }}`,
`{{ organisation }}`, `{{ address }}`, `{{ contact }}`, `{{ reference }}`, `{{ addressee }}`, `{{ author }}`,
`{{ function }}`, `{{ place }}` and `{{ date }}` where these belong. The advice comes where `{{p body }}` is.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from protocheck.errors import UsageError
from protocheck.language import day
from protocheck.model.letter import Letter, Verdict
from protocheck.report.as_docx import write_block
from protocheck.report.escape import for_xml
from protocheck.report.fixed_zip import fixed

BODY = "body"
_NO_BODY = "'{{p body }}' staat er nergens in, en zonder die plaats zou het advies wegvallen"
# What a file that is no sound Word file, or a place in it that reckons, can come to.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    ArithmeticError,
    OSError,
)


def render(letter: Letter, template: Path) -> bytes:
    """Return the template filled in: the same bytes for the same letter.

    Raises:
        UsageError: the library is missing, or the template cannot be filled in.
    """
    try:
        import docxtpl  # noqa: PLC0415 - heavy, and an extra
        import jinja2.sandbox  # noqa: PLC0415 - the same
        from docx.opc.exceptions import OpcError  # noqa: PLC0415 - the same
    except ImportError as fault:
        raise UsageError(
            "Om een eigen Word-sjabloon in te vullen ontbreekt docxtpl.",
            hint="Installeer het met: pip install 'protocheck[template]'",
        ) from fault
    try:
        document = docxtpl.DocxTemplate(str(template))
        if BODY not in document.get_undeclared_template_variables():
            raise ValueError(_NO_BODY)
        document = docxtpl.DocxTemplate(str(template))  # what was looked through is not as it was
        body = document.new_subdoc()
        for block in letter.blocks:
            write_block(body, block)
        engine = jinja2.sandbox.SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
        document.render({**_values(letter), BODY: body}, jinja_env=engine)
        out = io.BytesIO()
        document.save(out)
    except (jinja2.TemplateError, OpcError, *_FAULTS) as fault:
        raise UsageError(
            f"Het sjabloon {template} kan niet ingevuld worden: {fault}.",
            hint="docs/handleiding.md somt de plaatsen op die een sjabloon mag bevatten.",
        ) from fault
    return fixed(out.getvalue())


def _values(letter: Letter) -> dict[str, str]:
    head = letter.head
    verdict = next((block.text for block in letter.blocks if isinstance(block, Verdict)), "")
    said = {
        "kind": letter.kind,
        "subject": letter.subject,
        "verdict": verdict,
        "service": head.service,
        "organisation": head.organisation,
        "address": ", ".join(head.address),
        "contact": head.contact,
        "reference": head.reference,
        "addressee": letter.addressee,
        "author": head.author,
        "function": head.function,
        "place": head.place,
        "date": day(head.date) if head.date else "",
    }
    return {name: for_xml(value) for name, value in said.items()}
