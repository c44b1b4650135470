"""What a user reads when a document is refused: what happened to which file, and what to do next."""

from __future__ import annotations

from protocheck.errors import BrokenOffError, DocumentError

_CONVERT = "Open het bestand in het programma waarmee het gemaakt is en bewaar het als PDF of DOCX."
_READ = "PDF, een scan, Word (DOCX), OpenDocument (ODT), HTML, Markdown of tekst"
_AGAIN = "Vraag of download het bestand opnieuw, of bewaar het opnieuw als PDF of DOCX."

_FOREIGN: dict[str, tuple[str, str]] = {
    "opendocument": (
        "een OpenDocument-bestand zonder lopende tekst (werkblad, presentatie of tekening)",
        "Geef het protocol zelf op, als PDF, DOCX of ODT.",
    ),
    "doc": (
        "een document in het oude Word-formaat (DOC)",
        "Open het in Word of LibreOffice en bewaar het als DOCX of PDF.",
    ),
    "protected-office": (
        "een Office-document met een wachtwoord",
        "Open het met het wachtwoord, haal de beveiliging eraf en bewaar het opnieuw als DOCX of PDF.",
    ),
    "rtf": ("een RTF-document", "Open het in Word of LibreOffice en bewaar het als DOCX of PDF."),
    "xlsx": ("een Excel-werkmap", "Geef het protocol zelf op, als PDF of DOCX."),
    "pptx": ("een PowerPoint-presentatie", "Geef het protocol zelf op, als PDF of DOCX."),
    "zip": ("een gecomprimeerde map (ZIP)", "Pak ze uit en geef het document zelf op."),
    "archive": ("een gecomprimeerd bestand", "Pak het uit en geef het document zelf op."),
    "email": (
        "een e-mailbericht",
        "Bewaar de bijlage met het protocol apart en geef die op.",
    ),
}


def foreign(name: str, kind: str) -> DocumentError:
    """Return the refusal of a file type that is known but not read."""
    if kind not in _FOREIGN:
        return DocumentError(f"{name} is een soort bestand die het programma niet leest.", hint=_CONVERT)
    what, hint = _FOREIGN[kind]
    return DocumentError(f"{name} is {what}; dat wordt niet gelezen.", hint=hint)


def missing(name: str) -> DocumentError:
    """Return the refusal of a path that leads nowhere."""
    return DocumentError(f"Het bestand {name} bestaat niet.", hint="Controleer de naam en de map.")


def directory(name: str) -> DocumentError:
    """Return the refusal of a folder."""
    return DocumentError(f"{name} is een map, geen document.", hint=f"Geef één bestand op: {_READ}.")


def forbidden(name: str) -> DocumentError:
    """Return the refusal of a file that the user may not open."""
    return DocumentError(
        f"Het bestand {name} kan niet geopend worden: u hebt geen leesrechten.",
        hint="Vraag leesrechten of kopieer het bestand naar een eigen map.",
    )


def unopened(name: str, reason: str) -> DocumentError:
    """Return the refusal of a file that the system does not hand over."""
    return DocumentError(f"Het bestand {name} kan niet geopend worden ({reason}).", hint=_AGAIN)


def empty(name: str) -> DocumentError:
    """Return the refusal of a file of no bytes, or of white space only."""
    return DocumentError(f"{name} is leeg.", hint=_AGAIN)


def too_big(name: str, size: int, limit: int) -> DocumentError:
    """Return the refusal of a file that is too large."""
    return DocumentError(
        f"{name} is te groot: {size / 1048576:.0f} MB, het maximum is {limit / 1048576:.0f} MB.",
        hint="Verklein het (bijvoorbeeld: afbeeldingen samendrukken) of geef alleen het protocol op.",
    )


def too_long(name: str, what: str, limit: int) -> DocumentError:
    """Return the refusal of a document with too many pages, characters or parts."""
    return DocumentError(
        f"{name} heeft te veel {what} (meer dan {limit:,}).".replace(",", "."),
        hint="Geef alleen het protocol op, zonder wat er verder in het bestand staat.",
    )


def rubbish(name: str) -> DocumentError:
    """Return the refusal of bytes that are no document at all."""
    return DocumentError(
        f"{name} is geen document dat het programma herkent: de inhoud is geen leesbare tekst.",
        hint=f"Geef een leesbaar bestand op: {_READ}.",
    )


def damaged(name: str, kind: str) -> DocumentError:
    """Return the refusal of a file of the right type that cannot be opened."""
    return DocumentError(f"{name} is een beschadigd of onvolledig {kind}-bestand.", hint=_AGAIN)


def unsafe(name: str, kind: str) -> DocumentError:
    """Return the refusal of a file that is built to harm, or looks so."""
    return DocumentError(
        f"{name} kan niet veilig gelezen worden: het {kind}-bestand is ongewoon opgebouwd.",
        hint="Bewaar het document opnieuw als PDF of DOCX met Word of LibreOffice.",
    )


def locked(name: str, *, tried: bool) -> DocumentError:
    """Return the refusal of a PDF with a password; `tried` tells that a wrong one was given."""
    if tried:
        return DocumentError(
            f"Het opgegeven wachtwoord opent {name} niet.",
            hint="Controleer wat u met --password opgeeft, of vraag een versie zonder beveiliging.",
        )
    return DocumentError(
        f"{name} is beveiligd met een wachtwoord.",
        hint="Geef het wachtwoord op met --password, of bewaar een versie zonder wachtwoord.",
    )


def locked_otherwise(name: str) -> DocumentError:
    """Return the refusal of a PDF under a protection that no password opens here."""
    return DocumentError(
        f"{name} is beveiligd op een manier die het programma niet kan openen.",
        hint="Vraag een versie zonder beveiliging.",
    )


INSTALL = (
    "Installeer tesseract met Nederlands: apt install tesseract-ocr tesseract-ocr-nld (Windows: het "
    "installatieprogramma van UB Mannheim, met Nederlands aangevinkt; macOS: brew install tesseract "
    "tesseract-lang)."
)


def lacking(what: str) -> str:
    """Say what of the recognition of letters is not installed: tesseract, or its Dutch."""
    if what == "nld":
        return "tesseract is geïnstalleerd, maar zonder Nederlands (nld)."
    return "het programma tesseract is niet geïnstalleerd."


def no_engine(name: str, what: str) -> DocumentError:
    """Return the refusal of a document that is to be recognised, with nothing to do it with."""
    return DocumentError(
        f"Op {name} kan geen tekenherkenning (OCR) toegepast worden: {lacking(what)}", hint=INSTALL
    )


def no_text(name: str, pages: int, without: str | None = None, *, wanted: bool = True) -> DocumentError:
    """Return the refusal of pages that are pictures only.

    Args:
        name: of the document.
        pages: how many it has.
        without: what lacks to recognise them.
        wanted: whether the user lets letters be recognised.
    """
    leaves = "1 pagina" if pages == 1 else f"{pages} pagina's"
    message = f"{name} heeft geen tekstlaag: het is een scan of een afbeelding ({leaves})."
    if without:
        said = lacking(without)
        return DocumentError(f"{message} Ze kan niet gelezen worden: {said}", hint=INSTALL)
    if not wanted:
        return DocumentError(message, hint="Laat de optie --ocr never weg: dan wordt de tekst herkend (OCR).")
    return DocumentError(
        f"{message} Er is geen tekst op herkend.",
        hint="Controleer of dit het juiste bestand is, of vraag een scherpere scan.",
    )


def damaged_image(name: str) -> DocumentError:
    """Return the refusal of an image that cannot be shown."""
    return DocumentError(
        f"{name} is een beschadigde of onvolledige afbeelding, of een soort die niet gelezen wordt.",
        hint="Bewaar ze opnieuw als PNG, JPEG of TIFF, of maak er een PDF van.",
    )


def too_many_pixels(name: str, limit: int) -> DocumentError:
    """Return the refusal of an image that takes too much memory to show."""
    return DocumentError(
        f"De afbeelding {name} is te groot (meer dan {limit // 1_000_000} miljoen beeldpunten).",
        hint="Verklein ze: een scan van 300 dpi volstaat.",
    )


def no_content(name: str) -> DocumentError:
    """Return the refusal of a document in which no word stands."""
    return DocumentError(f"In {name} staat geen tekst.", hint="Controleer of dit het juiste bestand is.")


_LIGHTER = "Bewaar het opnieuw als PDF of DOCX met Word of LibreOffice, of geef alleen het protocol op."
_MORE = "Is het bestand te vertrouwen, verhoog dan {keys} onder [limits] in protocheck.toml."


def too_slow(name: str, seconds: int) -> BrokenOffError:
    """Return the refusal of a document whose reading was ended because it took too long."""
    return BrokenOffError(
        f"Het lezen van {name} duurde langer dan {seconds} {'seconde' if seconds == 1 else 'seconden'} "
        "en werd gestopt.",
        hint=f"{_LIGHTER} {_MORE.format(keys='seconds')}",
    )


def too_laborious(name: str) -> DocumentError:
    """Return the refusal of a document that takes far more work than its size warrants."""
    return DocumentError(
        f"{name} kan niet veilig gelezen worden: het lezen vraagt veel meer rekentijd dan gewoon is.",
        hint=f"{_LIGHTER} {_MORE.format(keys='work_seconds')}",
    )


def too_heavy(name: str, limit: int) -> DocumentError:
    """Return the refusal of a document that takes more memory than reading may."""
    return DocumentError(
        f"{name} kan niet veilig gelezen worden: het vraagt meer dan {limit / 1048576:.0f} MB geheugen.",
        hint=f"{_LIGHTER} {_MORE.format(keys='memory_mb')}",
    )


def too_full(name: str, limit: int) -> DocumentError:
    """Return the refusal of a PDF that holds far more, unpacked, than any honest one."""
    return DocumentError(
        f"{name} kan niet veilig gelezen worden: uitgepakt bevat het meer dan {limit / 1048576:.0f} MB aan "
        "tekst en lijnen.",
        hint=f"{_LIGHTER} {_MORE.format(keys='stream_mb')}",
    )


def broke_off(name: str) -> BrokenOffError:
    """Return the refusal of a document on which the process that read it came to a sudden end."""
    return BrokenOffError(
        f"{name} kan niet veilig gelezen worden: het lezen brak plots af. Het bestand is beschadigd of "
        "ongewoon opgebouwd.",
        hint=_LIGHTER,
    )


def tripped(name: str, fault: str) -> DocumentError:
    """Return the refusal of a document that a reader cannot cope with."""
    return DocumentError(
        f"{name} kan niet gelezen worden: het programma liep erop vast ({fault}).",
        hint=f"{_LIGHTER} Helpt dat niet, meld het dan: het is een fout van protocheck.",
    )


def stopped(name: str) -> BrokenOffError:
    """Return what a reading ends with that nobody waits for any more."""
    return BrokenOffError(f"Het lezen van {name} werd afgebroken.", hint="Start de opdracht opnieuw.")


def no_worker(name: str, reason: str) -> BrokenOffError:
    """Return the refusal when the system starts no process to read in."""
    return BrokenOffError(
        f"{name} kan niet gelezen worden: het systeem start het proces niet dat het veilig leest ({reason}).",
        hint="Sluit andere programma's en probeer opnieuw.",
    )
