"""The Dutch catalogue is complete, current, and keeps every placeholder."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import click
import pytest  # noqa: TC002 - beside click, which is used

from protocheck.language import current, plural, translate

ROOT = Path(__file__).parents[3]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = _script()
ENTRIES: dict[tuple[str, str], tuple[str, ...]] = SCRIPT.read_po(SCRIPT.PO.read_text(encoding="utf-8"))


def test_every_message_of_the_code_has_a_dutch_translation() -> None:
    messages = SCRIPT.messages_of(ROOT / "src" / "protocheck", SCRIPT.SINGLE)
    assert len(messages) > 80
    assert sorted(key for key in messages if not all(ENTRIES.get(key, ("",)))) == []


def test_every_message_of_click_that_a_user_can_meet_is_dutch() -> None:
    messages = SCRIPT.messages_of(Path(click.__file__).parent, SCRIPT.CLICK)
    assert len(messages) > 30
    assert sorted(key for key in messages if not all(ENTRIES.get(key, ("",)))) == []


def test_no_translation_is_left_over() -> None:
    used = SCRIPT.messages_of(ROOT / "src" / "protocheck", SCRIPT.SINGLE)
    own = SCRIPT.PO.read_text(encoding="utf-8").split("# --- click")[0]
    assert sorted(key for key in SCRIPT.read_po(own) if key not in used and key[0]) == []


def test_placeholders_survive_translation() -> None:
    for (one, many), forms in ENTRIES.items():
        if one:
            names = set(re.findall(r"\{[a-z_]+(?:![rs])?\}|%\([a-z]+\)s", one + many))
            assert set(re.findall(r"\{[a-z_]+(?:![rs])?\}|%\([a-z]+\)s", "".join(forms))) == names, one


def test_the_compiled_catalogue_is_current() -> None:
    assert SCRIPT.MO.read_bytes() == SCRIPT.compile_mo(ENTRIES), "run: python scripts/catalogue.py"


def test_dutch_unless_english_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROTOCHECK_LANG", raising=False)
    assert (current(), translate("What to do")) == ("nl", "Wat te doen")
    assert plural("{count} page", "{count} pages", 1) == "{count} bladzijde"
    assert plural("{count} page", "{count} pages", 2) == "{count} bladzijden"
    monkeypatch.setenv("PROTOCHECK_LANG", "EN_us")
    assert (current(), translate("What to do")) == ("en", "What to do")
    assert plural("{count} page", "{count} pages", 2) == "{count} pages"


def test_no_message_is_built_before_it_is_translated() -> None:
    for path in (ROOT / "src" / "protocheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"_", "mark"}
            ):
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
