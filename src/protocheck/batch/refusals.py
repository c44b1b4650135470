"""Why a document was not judged, in words that name no file: they hang on its content alone."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from protocheck.errors import BrokenOffError, DocumentError, ProtocheckError
from protocheck.model.audit import Item, Judgement, State

_MARK = "\ue000"  # stands for the name of a document; no honest file is called so
_LIGHTER = "Bewaar het opnieuw als PDF of DOCX met Word of LibreOffice."
_REPORT = (
    "Probeer het opnieuw met --rerun failed; mislukt het weer, meld het dan: het is een fout van protocheck."
)


def unnamed(name: str) -> str:
    """Return what to call a document while it is read; its suffix may tell what it is."""
    return _MARK + PurePosixPath(name).suffix.lower()[:12]


def neutral(message: str, called: str) -> str:
    """Return the message with 'het document' where it says what `unnamed` returned."""
    message = message.replace(f"Het bestand {called}", "Het bestand").replace(
        f"het bestand {called}", "het bestand"
    )
    if message.startswith(called):
        message = f"Het document{message.removeprefix(called)}"
    return message.replace(called, "het document")


class UnjudgedError(DocumentError):
    """A document was read and cannot be judged; trying again makes no difference."""


def out_of_reach(place: str, reason: str, hint: str, state: State = State.UNREADABLE) -> Judgement:
    """Return what is made of a place whose content nobody sees; it is known by the place itself."""
    seen = hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()
    return Judgement(f"place:{seen}", state, reason=reason, hint=hint)


def set_aside(item: Item, fault: DocumentError) -> Judgement:
    """Return what is made of a document on which the work came to no end."""
    if not item.sha256:
        return out_of_reach(item.place, fault.message, fault.hint, State.SET_ASIDE)
    return Judgement(item.sha256, State.SET_ASIDE, reason=fault.message, hint=fault.hint)


def broke_off() -> BrokenOffError:
    """Return what is said when the judging of a document came to a sudden end."""
    return BrokenOffError(
        "Het document kan niet veilig beoordeeld worden: het proces dat het beoordeelt, brak plots af.",
        hint=_LIGHTER,
    )


def too_slow(seconds: float) -> BrokenOffError:
    """Return what is said when the judging of a document came to no end."""
    return BrokenOffError(
        f"Het beoordelen van het document duurde langer dan {seconds:.0f} seconden en werd gestopt.",
        hint=_LIGHTER,
    )


def of_judging(message: str) -> str:
    """Return what is said of a reading that failed, for a judging that did."""
    return message.replace("gelezen", "beoordeeld").replace("lezen", "beoordelen")


def tripped(fault: str) -> UnjudgedError:
    """Return what is said when the program itself cannot cope with a text."""
    return UnjudgedError(
        f"Het document kan niet beoordeeld worden: het programma liep erop vast ({fault}).", hint=_REPORT
    )


def zip_from_afar() -> DocumentError:
    """Return what is said of a zip file at an address."""
    return DocumentError(
        "Een zip-bestand op afstand wordt niet geopend.",
        hint="Haal het zip-bestand op en geef het bestand zelf op.",
    )


def lost() -> BrokenOffError:
    """Return what is said when whoever had a document in hand was gone again and again."""
    return BrokenOffError(
        "Het document kan niet beoordeeld worden: wie het onder handen had, was telkens plots verdwenen.",
        hint=_REPORT,
    )


def no_worker(reason: str) -> ProtocheckError:
    """Return what an audit ends with when no process can be started to judge in."""
    return ProtocheckError(
        f"Het proces dat documenten beoordeelt, kan niet starten: {reason}.",
        hint="Sluit andere programma's of verlaag --jobs, en geef dezelfde opdracht opnieuw.",
    )
