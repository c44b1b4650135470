"""Loading rules: what they become, packs of others, the digest, and a cache that never gets in the way."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from protocheck import kept as keep_file
from protocheck.engine import signals
from protocheck.errors import RuleError
from protocheck.rulebook import Rulebook, cache, load
from tests.unit.rulebook.folder import LOADER, PACK, RULE, VOCABULARY, pack, write


def sealed(body: bytes) -> bytes:
    """Return what a file with this body looks like."""
    return keep_file._seal(body) + body


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(tmp_path / "rules")
    monkeypatch.setattr(LOADER, "rules_directory", lambda: folder)
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[], list[Path]]:
    return lambda: sorted((tmp_path / "cache").glob("*"))


@pytest.mark.usefixtures("home")
def test_a_rule_is_read_whole() -> None:
    book = load()
    (only,) = book.criteria
    assert (only.id, only.number, only.title, only.question) == ("PROEF-01", 1, "De kleur", "Welke kleur?")
    assert only.path == "egov-art8/01-a.yaml"
    assert [(s.cite, s.in_force_from, s.in_force_to) for s in only.sources] == [
        ("proefdecreet, art. 1", "2018-06-26", "")
    ]
    assert [(s.id, s.scope, s.any, s.polarity) for s in only.signals] == [
        ("kleur-genoemd", "sentence", ("PROEF-01:$eigen",), "affirmed")
    ]
    assert [(e.id, e.any, e.all, e.unless) for e in only.elements] == [("kleur", ("kleur-genoemd",), (), ())]


@pytest.mark.usefixtures("home")
def test_names_of_other_terms_are_filled_in() -> None:
    assert load().terms["PROEF-01:$eigen"] == ("groen", "rood", "rond")


def test_terms_that_name_each_other_end(home: Path) -> None:
    write(home, vocabulary=VOCABULARY.replace("    - rond\n", "    - rond\n    - $kleur\n"))
    assert load().terms["PROEF-01:$eigen"] == ("groen", "rood", "rond")


def test_a_rule_may_have_a_term_of_its_own_with_a_shared_name(home: Path) -> None:
    write(
        home,
        rule=RULE.replace("  eigen:\n    - groen\n    - $kleur\n", "  kleur: [paars]\n").replace(
            "$eigen", "$kleur"
        ),
    )
    book = load()
    assert book.criteria[0].signals[0].any == ("PROEF-01:$kleur",)
    assert book.terms["PROEF-01:$kleur"] == ("paars",)


def test_a_phrase_in_a_signal_is_a_term_of_itself(home: Path) -> None:
    write(home, rule=RULE.replace("any: [$eigen]", "any: [rood of groen, $eigen|$vorm]"))
    book = load()
    assert book.criteria[0].signals[0].any == ("'rood of groen", "PROEF-01:$eigen|$vorm")
    assert book.terms["'rood of groen"] == ("rood of groen",)
    assert book.terms["$vorm"] == ("rond",)


def test_rules_come_in_the_order_of_their_numbers(home: Path) -> None:
    (home / "egov-art8/00-z.yaml").write_text(
        RULE.replace("PROEF-01", "PROEF-09").replace("number: 1", "number: 9"), "utf-8"
    )
    assert [c.id for c in load().criteria] == ["PROEF-01", "PROEF-09"]


@pytest.mark.usefixtures("home")
def test_a_pack_of_someone_else_comes_after_the_own_rules(tmp_path: Path) -> None:
    rule = RULE.replace("PROEF-01", "EIGEN-01").replace("- groen", "- paars")
    book = load([pack(tmp_path, "eigen", rule)])
    assert [(p.id, [c.id for c in p.criteria]) for p in book.packs] == [
        ("proef", ["PROEF-01"]),
        ("proef-redactie", []),
        ("proef-ocmw", []),
        ("eigen", ["EIGEN-01"]),
    ]
    assert book.terms["PROEF-01:$eigen"] == ("groen", "rood", "rond")
    assert book.terms["EIGEN-01:$eigen"] == ("paars", "rood", "rond")


@pytest.mark.usefixtures("home")
def test_the_second_time_comes_from_the_cache_and_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load()
    monkeypatch.setattr(LOADER, "_compiled", refuse)
    assert load() == first


def refuse(*_: object) -> Rulebook:
    raise AssertionError("compiled again")


def test_the_real_rules_are_the_same_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(tmp_path))
    first = load()
    monkeypatch.setattr(LOADER, "_compiled", refuse)
    second = load()
    assert second == first
    assert [hash(s.all) for c in second.criteria for s in c.signals]  # tuples, as the dataclasses say


@pytest.mark.parametrize("name", ["vocabulary/woorden.yaml", "egov-art8/pack.yaml", "egov-art8/01-a.yaml"])
def test_the_digest_changes_with_each_file(name: str, home: Path) -> None:
    before = load().digest
    path = home / name
    path.write_text(path.read_text("utf-8") + "# een opmerking\n", "utf-8")
    assert load().digest != before
    assert before.startswith("sha256:")


def test_the_digest_changes_with_a_new_file_and_a_new_name(home: Path) -> None:
    seen = {load().digest}
    (home / "vocabulary/leeg.yaml").write_text("kind: vocabulary\nabout: x\nterms: {}\n", "utf-8")
    seen.add(load().digest)
    (home / "egov-art8/01-a.yaml").rename(home / "egov-art8/02-a.yaml")
    seen.add(load().digest)
    assert len(seen) == 3


@pytest.mark.usefixtures("home")
def test_the_digest_changes_with_the_version_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = load().digest
    monkeypatch.setattr(LOADER, "__version__", "0.0.0-proef")
    assert load().digest != before


def test_the_digest_is_the_same_in_another_place(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load().digest
    other = write(tmp_path / "elders")
    monkeypatch.setattr(LOADER, "rules_directory", lambda: other)
    assert load().digest == before
    assert home != other


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "spoiled",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        sealed(marshal.dumps({"format": 0})),
        sealed(marshal.dumps({"format": cache._FORMAT, "rulebook": {}})),
        sealed(marshal.dumps(3)),
        sealed(b""),
        b"\n",
    ],
)
def test_a_spoiled_cache_is_made_anew(spoiled: bytes, kept: Callable[[], list[Path]]) -> None:
    good = load()
    (path,) = kept()
    path.write_bytes(spoiled)
    assert cache.fetch(good.digest) is None
    assert load() == good
    assert cache.fetch(good.digest) == good


@pytest.mark.usefixtures("home")
def test_a_cache_cut_off_anywhere_is_made_anew(kept: Callable[[], list[Path]]) -> None:
    good = load()
    (path,) = kept()
    sound = path.read_bytes()
    for length in range(0, len(sound), 97):
        path.write_bytes(sound[:length])
        assert cache.fetch(good.digest) is None


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"format", b"formaat"),
        (b"groen", b"grijs"),
        (b"number", b"nummer"),
        (b"sha256:", b"sha255:"),
    ],
)
def test_a_cache_with_something_else_in_it_is_made_anew(
    old: bytes, new: bytes, kept: Callable[[], list[Path]]
) -> None:
    good = load()
    (path,) = kept()
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    assert cache.fetch(good.digest) is None
    assert load() == good


def another_format(data: Any) -> None:
    data["format"] = 1


def another_name(data: Any) -> None:
    (criterion,) = data["rules"]["packs"][0]["criteria"]
    criterion["nummer"] = criterion.pop("number")


def a_number_for_signals(data: Any) -> None:
    data["rules"]["packs"][0]["criteria"][0]["signals"] = 3


def no_terms(data: Any) -> None:
    del data["rules"]["terms"]


def another_digest(data: Any) -> None:
    data["rules"]["digest"] = "sha255:"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "change", [another_format, another_name, a_number_for_signals, no_terms, another_digest]
)
def test_a_cache_of_another_version_is_made_anew(
    change: Callable[[Any], None], kept: Callable[[], list[Path]]
) -> None:
    good = load()
    (path,) = kept()
    data = marshal.loads(keep_file.read(path.name))  # noqa: S302 - our own
    change(data)
    path.write_bytes(sealed(marshal.dumps(data)))
    assert cache.fetch(good.digest) is None
    assert load() == good


def test_the_cache_of_other_rules_is_not_believed(home: Path, kept: Callable[[], list[Path]]) -> None:
    load()
    (path,) = kept()
    foreign = path.read_bytes()
    write(home, rule=RULE.replace("- groen", "- blauw"))
    book = load()
    (other,) = [p for p in kept() if p != path]
    other.write_bytes(foreign)
    assert load() == book
    assert cache.fetch(book.digest) == book


@pytest.mark.usefixtures("home")
def test_nothing_half_written_stays_behind(
    kept: Callable[[], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", full)
    assert load().criteria[0].id == "PROEF-01"
    assert kept() == []


@pytest.mark.usefixtures("home")
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("PROTOCHECK_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert load().criteria[0].id == "PROEF-01"


@pytest.mark.usefixtures("home")
def test_a_folder_where_the_cache_file_should_be_is_no_error(kept: Callable[[], list[Path]]) -> None:
    load()
    (path,) = kept()
    path.unlink()
    path.mkdir()
    assert load().criteria[0].id == "PROEF-01"
    assert [p.name for p in kept()] == [path.name]


@pytest.mark.usefixtures("home")
def test_a_user_without_a_home_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a folder named '~' appear where the program was started."""

    def nobody(_uid: int) -> object:
        raise KeyError("no such user")

    monkeypatch.delenv("PROTOCHECK_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    monkeypatch.chdir(tmp_path)
    assert load().criteria[0].id == "PROEF-01"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["rules"]


def test_rules_that_change_while_they_are_read_are_not_kept(
    home: Path, kept: Callable[[], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = LOADER._compiled

    def slow(*given: object) -> object:
        write(home, rule=RULE.replace("- groen", "- blauw"))
        return compiled(*given)

    monkeypatch.setattr(LOADER, "_compiled", slow)
    assert "blauw" in load().terms["PROEF-01:$eigen"]
    assert kept() == []


def test_every_term_that_the_engine_reads_is_loaded() -> None:
    engine = Path(signals.__file__).parent
    named = {
        name
        for path in engine.glob("*.py")
        for quoted in re.findall(r'"(\$[a-z|@$-]+)"', path.read_text("utf-8"))
        for name in quoted.split("|")
        if name[0] == "$"
    }
    # The names of bodies are only told apart by how they begin, and so are the denials.
    begins = {"$ontvanger", "$verzender", "$ontkenning"}
    wanted = {name for name in named - begins if not name.startswith("$ontkenning")}
    assert wanted == set(LOADER.ENGINE_TERMS)
    terms = load().terms
    assert [name for name in sorted(named - begins) if not terms.get(name)] == []


def test_rules_with_faults_are_not_kept(home: Path, kept: Callable[[], list[Path]]) -> None:
    write(home, pack=PACK + "extra: 1\n")
    with pytest.raises(RuleError):
        load()
    assert kept() == []
