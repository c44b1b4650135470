from __future__ import annotations

from pathlib import Path

import pytest

from protocheck.batch.dashboard.folder import LIST, refuse_others, whole_folder
from protocheck.errors import UsageError


def make(target: Path, *names: str) -> None:
    with whole_folder(target) as folder:
        for name in names:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(name, "utf-8")


def names(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


def test_a_folder_is_made_and_replaced(tmp_path: Path) -> None:
    make(tmp_path / "site", "a.html", "d/b.html")
    assert names(tmp_path / "site") == ["a.html", "d/b.html", LIST]
    make(tmp_path / "site", "c.html")
    assert names(tmp_path / "site") == ["c.html", LIST]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    make(tmp_path / "site", "a.html")
    assert names(tmp_path / "site") == ["a.html", LIST]


@pytest.mark.parametrize("name", ["brief.docx", "d/brief.docx"])
def test_a_file_that_is_not_ours_is_never_lost(name: str, tmp_path: Path) -> None:
    make(tmp_path / "site", "a.html", "d/b.html")
    (tmp_path / "site" / name).write_text("van mij", "utf-8")
    with pytest.raises(UsageError, match=r"brief\.docx"):
        make(tmp_path / "site", "c.html")
    assert (tmp_path / "site" / name).read_text("utf-8") == "van mij"


def test_a_list_of_somebody_else_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / LIST).write_text("brief.docx\n", "utf-8")
    with pytest.raises(UsageError, match=LIST):
        refuse_others(tmp_path / "site")


def test_a_link_to_a_folder_is_not_ours(tmp_path: Path) -> None:
    make(tmp_path / "site", "a.html")
    (tmp_path / "elders").mkdir()
    (tmp_path / "site" / "koppeling").symlink_to(tmp_path / "elders")
    with pytest.raises(UsageError, match="koppeling"):
        refuse_others(tmp_path / "site")


def test_a_link_as_target_leads_to_the_folder(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "echt")
    make(tmp_path / "site", "a.html")
    assert names(tmp_path / "echt") == ["a.html", LIST]
    assert (tmp_path / "site").is_symlink()


def test_a_file_or_a_folder_in_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("geen map", "utf-8")
    with pytest.raises(UsageError, match="site"):
        refuse_others(tmp_path / "site")
    with pytest.raises(UsageError, match="er"):
        refuse_others(tmp_path / "er" / "is" / "geen")


def test_what_goes_wrong_inside_leaves_nothing(tmp_path: Path) -> None:
    make(tmp_path / "site", "a.html")
    with pytest.raises(RuntimeError), whole_folder(tmp_path / "site"):
        raise RuntimeError
    assert names(tmp_path / "site") == ["a.html", LIST]
    assert [each.name for each in tmp_path.iterdir()] == ["site"]
