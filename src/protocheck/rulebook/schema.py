"""The shape of a rule file, checked once at the border; everything not named here is refused."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    WithJsonSchema,
)

from protocheck.model.outcome import Severity
from protocheck.rulebook.rules import Polarity, Scope
from protocheck.rulebook.source import Text, iso


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Phrases = Annotated[list[Text], Field(min_length=1)]
Paragraphs = Annotated[
    list[str],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Day = Annotated[str, BeforeValidator(iso), StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
Judgement = Literal["met", "partial", "unmet"]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
CheckName = Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_]+$")]
Choices = Annotated[
    list[str],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Strict(BaseModel):
    """Refuses unknown keys and guesses no types."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SourceFile(Strict):
    """A place in the law."""

    cite: Text
    in_force_from: Day = ""
    in_force_to: Day = ""


class SignalFile(Strict):
    """A signal: words in one scope, or a coded check."""

    scope: Scope = "sentence"
    all: list[Text] = []
    any: list[Text] = []
    none: list[Text] = []
    near: int = Field(default=0, ge=0, le=200)
    polarity: Polarity = "affirmed"
    kinds: list[Name] = []
    heading: list[Text] = []
    not_heading: list[Text] = []
    never_heading: list[Text] = []
    not_about: list[Text] = []
    hollow: list[Text] = []
    besides: int = Field(default=0, ge=0, le=50)
    besides_none: list[Text] = []
    check: str = ""
    params: dict[str, Choices] = {}


class ElementFile(Strict):
    """An element over signals."""

    id: Name
    title: Text
    any: list[Name] = []
    all: list[Name] = []
    unless: list[Name] = []


class RemarkFile(Strict):
    """A remark that never lowers a status."""

    when: Text
    text: Text


class ExampleFile(Strict):
    """An example that is run."""

    status: Judgement
    text: Text
    by: list[Name] = []
    because: str = ""
    through: Literal["", "repair"] = ""
    elements: dict[Name, Judgement] = {}


class TextsFile(Strict):
    """The sentences of the Analyse per status."""

    met: Paragraphs = []
    partial: Paragraphs = []
    unmet: Paragraphs = []
    unreadable: Paragraphs = []


class CriterionFile(Strict):
    """One criterion, one file."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+-\d{2}$")]
    kind: Literal["criterion"]
    number: int = Field(ge=1, le=99)
    title: Text
    question: Text
    sources: list[SourceFile] = Field(min_length=1)
    vocabulary: dict[Name, Phrases] = {}
    home: list[Text] = []
    topic_from: float | None = Field(default=None, gt=0, le=20)
    signals: dict[Name, SignalFile]
    elements: list[ElementFile] = Field(min_length=1)
    remarks: list[RemarkFile] = []
    text: TextsFile = TextsFile()
    advice: str = ""
    clause: str = ""
    examples: list[ExampleFile] = []


class CaseFile(Strict):
    """What is said of one sort of a finding."""

    message: Text
    suggestion: str = ""
    severity: Severity | None = None


class FindingExampleFile(Strict):
    """An example that is run: so many findings, at these words."""

    findings: int = Field(ge=0, le=20)
    text: Text
    at: list[Text] = []
    because: str = ""
    case: str = ""
    annexes: list[Text] = []
    through: Literal["", "repair"] = ""


class FindingFile(Strict):
    """One finding, one file."""

    id: Code
    kind: Literal["finding"]
    severity: Severity
    title: Text
    message: Text
    suggestion: Text
    why: Text
    sources: list[SourceFile] = []
    vocabulary: dict[Name, Phrases] = {}
    signals: dict[Name, SignalFile] = {}
    when: list[Name] = []
    unless: list[Name] = []
    each: list[Name] = []
    spared: dict[Name, list[Name]] = {}
    missing: list[Name] = []
    check: CheckName | Literal[""] = ""
    params: dict[str, Choices] = {}
    annexes: bool = False
    once: bool = False
    cases: dict[Name, CaseFile] = {}
    examples: list[FindingExampleFile] = []


class StatuteFile(Strict):
    """One act, decree or order."""

    key: Text
    kind: Text
    date: Day
    title: Text
    number: str = ""
    short: list[Text] = []
    other_titles: list[Text] = []
    alone: bool = False
    in_force_from: Day = ""
    in_force_to: Day = ""
    replaced_by: str = ""


class StatutesFile(Strict):
    """The table of statutes."""

    statutes: list[StatuteFile]


class VocabularyFile(Strict):
    """Shared words: a name with its phrases."""

    kind: Literal["vocabulary"]
    about: Text
    terms: dict[Name, Phrases]


class VerdictFile(Strict):
    """Which outcomes lead to which verdict."""

    negative: list[Literal["unmet", "partial", "unreadable", "error", "warning"]]
    conditional: list[Literal["unmet", "partial", "unreadable", "error", "warning"]]


class DocumentKindFile(Strict):
    """A kind of paper and what tells it."""

    id: Name
    name: Text
    title: list[Text] = []
    opening: list[Text] = []
    body: list[Text] = []
    none: list[Text] = []
    message: str = ""
    hint: str = ""


class DocumentKindsFile(Strict):
    """The kinds of paper that a pack tells apart; the first that fits is named."""

    kind: Literal["document-kinds"]
    kinds: list[DocumentKindFile]


class ConditionFile(Strict):
    """When a pack applies, and what is said when it does not."""

    check: CheckName
    params: dict[str, Choices] = {}
    otherwise: Text


class PackFile(Strict):
    """A pack: its identity, verdict policy and wording."""

    id: Name
    version: Text
    title: Text
    sources: list[SourceFile]
    verdict: VerdictFile
    applies_when: ConditionFile | None = None
    wording: dict[Name, Paragraphs] = {}


def json_schema() -> str:
    """Return the JSON Schema of every kind of rule file, for editors."""
    files: TypeAdapter[Any] = TypeAdapter(
        CriterionFile | FindingFile | VocabularyFile | DocumentKindsFile | PackFile | StatutesFile
    )
    return json.dumps(files.json_schema(), ensure_ascii=False, indent=2) + "\n"
