"""Faults in rule files: all at once, each at its line and column, in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.errors import ExitCode, RuleError
from protocheck.rulebook import load
from tests.unit.rulebook.folder import LOADER, PACK, RULE, VOCABULARY, pack, write


def faults(home: Path, monkeypatch: pytest.MonkeyPatch, *packs: Path) -> list[str]:
    """Load the rules and return the faults, with paths below the home of the rules."""
    monkeypatch.setattr(LOADER, "rules_directory", lambda: home)
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(home / "cache"))
    with pytest.raises(RuleError) as caught:
        load(packs)
    head, *lines = caught.value.message.replace(f"{home}/", "").splitlines()
    assert head == "De regels bevatten fouten:"
    assert caught.value.exit_code == ExitCode.CONFIGURATION
    assert "protocheck rules schema" in caught.value.hint
    return lines


def in_rule(old: str, new: str) -> str:
    assert RULE.count(old) == 1
    return RULE.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("number: 1\n", "number: 1\nkleur: x\n", "4:1: kleur: onbekende sleutel"),
        ("number: 1\n", "", "1:1: number: verplicht, maar ontbreekt"),
        ("number: 1\n", "number: '1'\n", "3:1: number: moet een geheel getal zijn"),
        ("number: 1\n", "number: 0\n", "3:1: number: moet minstens 1 zijn"),
        ("number: 1\n", "number: 100\n", "3:1: number: mag hoogstens 99 zijn"),
        ("title: De kleur", "title: 12", "4:1: title: moet tekst zijn; zet een getal of datum tussen"),
        ("title: De kleur", 'title: "  "', "4:1: title: mag niet leeg zijn"),
        ("title: De kleur", "title: De kleur\ntitle: De vorm", "5:1: title: deze sleutel staat er twee keer"),
        ("id: PROEF-01", "id: proef", "1:1: id: heeft niet de vorm"),
        ("kind: criterion", "kind: finding", "2:1: kind: moet een van deze zijn: 'criterion'"),
        ("any: [$eigen]", "any: [$blauw]", "14:11: signals.kleur-genoemd.any.0: de term $blauw bestaat niet"),
        (
            "any: [$eigen]",
            "any: [$eigen|$blauw]",
            "14:11: signals.kleur-genoemd.any.0: de term $blauw bestaat niet",
        ),
        ("any: [$eigen]", 'any: ["@kleur"]', "14:11: signals.kleur-genoemd.any.0: @kleur is geen feit"),
        ("any: [$eigen]", 'any: ["rood ..."]', "14:11: signals.kleur-genoemd.any.0: 'rood ...': een frase"),
        (
            "any: [$eigen]",
            "near: 3",
            "13:3: signals.kleur-genoemd: heeft ofwel all/any ofwel een check nodig",
        ),
        (
            "any: [$eigen]",
            "any: [$eigen]\n    check: parties.identified",
            "13:3: signals.kleur-genoemd: heeft ofwel all/any ofwel een check nodig",
        ),
        (
            "any: [$eigen]",
            "any: [$eigen]\n    scope: heading",
            "15:5: signals.kleur-genoemd.scope: moet een van",
        ),
        (
            "any: [$eigen]",
            "any: [$eigen]\n    near: -1",
            "15:5: signals.kleur-genoemd.near: moet minstens 0 zijn",
        ),
        (
            "any: [$eigen]",
            "any: [$eigen]\n    nabij: 3",
            "15:5: signals.kleur-genoemd.nabij: onbekende sleutel",
        ),
        ("    - $kleur\n", "    - $blauw\n", "11:7: vocabulary.eigen.1: de term $blauw bestaat niet"),
        (
            "    - groen\n",
            "    - groen\n    - groen\n",
            "11:7: vocabulary.eigen.1: 'groen' staat er twee keer in",
        ),
        (
            "    - groen\n",
            "    - maken|op te maken\n",
            "10:7: vocabulary.eigen.0: 'maken|op te maken': '|' scheidt losse woorden;",
        ),
        ("    - groen\n", "    - op of voor # jaar\n", "10:18: wat na ' #' komt, leest YAML niet;"),
        ("    - groen\n", "    - een\n    - Eén\n", "11:7: vocabulary.eigen.1: 'Eén' staat er twee keer in"),
        ("    - groen\n", "    - gro*en\n", "10:7: vocabulary.eigen.0: 'gro*en': 'gro*en' is geen woord"),
        (
            "    - groen\n",
            '    - "@partij"\n',
            "10:7: vocabulary.eigen.0: '@partij': '@partij' is geen woord",
        ),
        (
            "any: [kleur-genoemd]",
            "any: [vorm-genoemd]",
            "16:41: elements.0.any.0: het signaal vorm-genoemd bestaat niet",
        ),
        (", any: [kleur-genoemd]", "", "16:5: elements.0: noemt geen signaal onder any of all"),
        ("in_force_from: 2018-06-26", "in_force_from: 2018-02-30", "1:1: geen leesbare YAML: "),
        (
            "in_force_from: 2018-06-26",
            "in_force_from: morgen",
            "7:36: sources.0.in_force_from: heeft niet de vorm",
        ),
    ],
)
def test_a_fault_in_a_rule_is_named_at_its_place(
    old: str, new: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = faults(write(tmp_path, rule=in_rule(old, new)), monkeypatch)
    assert len(found) == 1
    assert fault in found[0]
    assert found[0].startswith("egov-art8/01-a.yaml:")


def test_a_remark_names_a_signal_that_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULE + remarks(
        "annex_only", "recital_only", "kleur-genoemd", "!kleur-genoemd", "!vorm", "!annex_only"
    )
    assert faults(write(tmp_path, rule=rule), monkeypatch) == [
        "egov-art8/01-a.yaml:22:6: remarks.4.when: het signaal vorm bestaat niet",
        "egov-art8/01-a.yaml:23:6: remarks.5.when: het signaal annex_only bestaat niet",
    ]


def remarks(*when: str) -> str:
    return "remarks:\n" + "".join(f'  - {{when: "{name}", text: Let op.}}\n' for name in when)


def test_elements_have_names_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = RULE + "  - {id: kleur, title: nog een kleur, any: [kleur-genoemd]}\n"
    assert faults(write(tmp_path, rule=rule), monkeypatch) == [
        "egov-art8/01-a.yaml:17:6: elements.1.id: kleur staat er twee keer in"
    ]


def test_all_faults_of_all_files_come_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = in_rule("any: [$eigen]", "any: [$paars, $geel]")
    home = write(tmp_path, rule=rule, pack=PACK.replace('"1"', "1"))
    (home / "egov-art8/02-b.yaml").write_text(RULE.replace("PROEF-01", "PROEF-02") + "extra: 1\n", "utf-8")
    assert faults(home, monkeypatch) == [
        "egov-art8/pack.yaml:2:1: version: moet tekst zijn; zet een getal of datum tussen aanhalingstekens",
        "egov-art8/01-a.yaml:14:11: signals.kleur-genoemd.any.0: de term $paars bestaat niet",
        "egov-art8/01-a.yaml:14:19: signals.kleur-genoemd.any.1: de term $geel bestaat niet",
        "egov-art8/02-b.yaml:17:1: extra: onbekende sleutel",
    ]


def test_a_fault_in_the_vocabulary_does_not_make_its_words_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = write(tmp_path, vocabulary=VOCABULARY + "    - rond\n")
    assert faults(home, monkeypatch) == [
        "vocabulary/woorden.yaml:9:7: terms.vorm.1: 'rond' staat er twee keer in"
    ]


def test_a_name_in_the_vocabulary_leads_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path, vocabulary=VOCABULARY.replace("- rond", "- $maat"))
    assert faults(home, monkeypatch) == [
        "vocabulary/woorden.yaml:8:7: terms.vorm.0: de term $maat bestaat niet"
    ]


def test_a_term_stands_in_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path)
    (home / "vocabulary/zz.yaml").write_text(VOCABULARY, "utf-8")
    assert faults(home, monkeypatch) == [
        "vocabulary/zz.yaml:4:3: terms.kleur: de term $kleur staat al in woorden.yaml",
        "vocabulary/zz.yaml:7:3: terms.vorm: de term $vorm staat al in woorden.yaml",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id: [\n", "geen leesbare YAML"),
        ("id: 'a\n", "geen leesbare YAML"),
        ("", "(bestand): moet uit sleutels met waarden bestaan"),
        ("- a\n", "(bestand): moet uit sleutels met waarden bestaan"),
        ("a: !!python/object/apply:os.system [ls]\n", "geen leesbare YAML"),
        ("[" * 5000, "geen leesbare YAML"),
        ("a: b: c\n", "1:5: geen leesbare YAML: hier mag geen dubbele punt staan"),
        ("a:\n\tb: c\n", "2:1: geen leesbare YAML: dit teken kan hier niet staan; spring in met spaties"),
        ("a: [b, c\n", "geen leesbare YAML: de inspringing, een komma of een haakje klopt niet"),
        ("a: b\nc\n", "geen leesbare YAML: hier ontbreekt een dubbele punt na de sleutel"),
        ("a: 'b\n", "geen leesbare YAML: een aanhalingsteken wordt niet gesloten"),
        ("a: &a [*a]\n", "verplicht, maar ontbreekt"),
    ],
)
def test_a_file_that_is_no_rule_is_a_fault_and_no_crash(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = faults(write(tmp_path, rule=text), monkeypatch)
    assert any(fault in line for line in found)
    assert all(line.startswith("egov-art8/01-a.yaml:") for line in found)


def test_bytes_that_are_no_utf8_are_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path)
    (home / "egov-art8/01-a.yaml").write_bytes(b"id: X-01\ntitle: be\xebindigen\n")
    found = faults(home, monkeypatch)
    assert found[0].startswith("egov-art8/01-a.yaml:2:10: geen leesbare YAML: dit teken is geen UTF-8")


def test_the_choices_are_listed_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = in_rule("any: [$eigen]", "any: [$eigen]\n    polarity: ja")
    (found,) = faults(write(tmp_path, rule=rule), monkeypatch)
    assert found.endswith("moet een van deze zijn: 'affirmed', 'denied', 'any' of 'printed'")


def test_a_folder_without_a_pack_file_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load([tmp_path])
    assert caught.value.message == f"{tmp_path} is geen regelpakket: het bestand pack.yaml ontbreekt."
    assert "--pack" in caught.value.hint


def test_an_id_belongs_to_one_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path)
    extra = pack(tmp_path, "eigen", RULE)
    assert faults(home, monkeypatch, extra) == [
        "eigen/01-regel.yaml:1:1: id: PROEF-01 staat al in egov-art8/01-a.yaml"
    ]


def test_an_id_belongs_to_one_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path)
    extra = pack(tmp_path, "proef", RULE.replace("PROEF-01", "EIGEN-01"))
    assert faults(home, monkeypatch, extra) == [
        "proef/pack.yaml:1:1: id: proef staat al in egov-art8/pack.yaml"
    ]


def test_a_number_belongs_to_one_rule_of_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = write(tmp_path)
    (home / "egov-art8/02-b.yaml").write_text(RULE.replace("PROEF-01", "PROEF-02"), "utf-8")
    assert faults(home, monkeypatch) == [
        "egov-art8/02-b.yaml:3:1: number: het nummer 1 staat al in 01-a.yaml"
    ]
