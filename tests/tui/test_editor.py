"""The editor's command line and the line in the file."""

from pathlib import Path

import pytest

from articles.article import Article
from tui.editor import command, line_in_file

FILE = Path("/a b/x.txt")


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vim", ["vim", "+7", "/a b/x.txt"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/a b/x.txt"]),
        ("code", ["code", "--wait", "--goto", "/a b/x.txt:7"]),
        ("code -w", ["code", "-w", "--goto", "/a b/x.txt:7"]),
        ("subl", ["subl", "--wait", "/a b/x.txt:7"]),
        ("hx", ["hx", "/a b/x.txt:7"]),
        ("'my editor' --x", ["my editor", "--x", "/a b/x.txt"]),
        ("broken 'marks", ["broken 'marks", "/a b/x.txt"]),
    ],
)
def test_each_editor_is_told_the_line_its_own_way(editor: str, expected: list[str]) -> None:
    assert command({"EDITOR": editor}, FILE, 7) == expected


def test_visual_counts_before_editor() -> None:
    assert command({"VISUAL": "kak", "EDITOR": "vi"}, FILE, 1)[0] == "kak"
    assert command({"VISUAL": "", "EDITOR": "vi"}, FILE, 1)[0] == "vi"


def test_without_either_one_that_is_there_is_taken(tmp_path: Path) -> None:
    assert command({"PATH": str(tmp_path)}, FILE, 1) == []
    (tmp_path / "nano").touch(mode=0o755)
    assert command({"PATH": str(tmp_path)}, FILE, 1) == ["nano", "+1", str(FILE)]


def test_lines_of_plain_text_and_of_markup(tmp_path: Path) -> None:
    text = "one\n\ntwo words here\n"
    assert line_in_file(Article("a.txt", text, path=Path("a.txt")), text.index("words")) == 3
    page = tmp_path / "a.html"
    page.write_text("<html>\n<p>one</p>\n\n<p>two words here</p>\n", encoding="utf-8")
    article = Article("a.html", text, path=page, extractor="x 1")
    assert line_in_file(article, text.index("words")) == 4
    assert line_in_file(Article("b.html", text, path=tmp_path / "gone.html"), 0) == 1
