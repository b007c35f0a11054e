"""The faults of files, each done to the program: what is refused, and how, and what opens.

The numbers are those of the table of faults that the project was planned with.
"""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from articles.display import harmless, harmless_text
from articles.errors import ArticleError
from articles.shelf import ReadOptions, Shelf, read_articles

TEXT = "“There is a bridge,” she said.\n\nIt’s «open»: café 東京 👩\u200d👧.\n"


@pytest.fixture(autouse=True)
def _in_time():
    """End a test that blocks: whatever is named, it is refused or opened within a second or two."""

    def late(*_):
        raise AssertionError("it blocks")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 20)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def refused(path, options=None):
    """Return the one line with which a path is refused."""
    reading = read_articles([path], options or ReadOptions())
    assert not reading.articles
    (error,) = reading.refused
    line = str(error)
    assert line.startswith(harmless(str(path)))
    assert line == harmless(line)
    assert "; " in line
    return line


def opened(path, data):
    path.write_bytes(data)
    (article,) = read_articles([path]).articles
    return article


def test_2_a_missing_path(tmp_path):
    assert "not found" in refused(tmp_path / "no.txt")
    assert "not found" in refused(tmp_path / "no" / "no.txt")
    (tmp_path / "file").write_text("x")
    assert "not found" in refused(tmp_path / "file" / "x.txt")
    assert "too long" in refused(tmp_path / ("x" * 300))
    assert "no file can have this name" in refused(f"{tmp_path}/a\0b")


def test_3_a_folder_without_articles(tmp_path):
    assert "no articles" in refused(tmp_path)


def test_4_a_pipe_without_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "named pipe" in refused(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("a")
    reading = read_articles([tmp_path])
    assert [article.text for article in reading.articles] == ["a"]
    assert "named pipe" in str(reading.refused[0])


def test_4_a_pipe_that_takes_the_place_of_a_file_between_looking_and_opening(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("a")
    look = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr("articles.files.status", lambda _: look)
    shelf = Shelf.open([path])
    assert "named pipe" in str(shelf.refused[0])


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/stdin"])
def test_5_a_device(device):
    read_articles([device])
    if device in {"/dev/zero", "/dev/null"}:
        assert "a device" in refused(device)


def test_5_a_socket(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("s.txt")
        assert "a socket" in refused("s.txt")


def test_6_a_link_that_leads_back_to_itself(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert "leads back to itself" in refused(tmp_path / "a.txt")
    assert "not found" in refused(tmp_path / "gone.txt")
    (tmp_path / "good.txt").write_text("good")
    (tmp_path / "up").symlink_to(tmp_path)
    reading = read_articles([tmp_path])
    assert [article.id for article in reading.articles] == ["good.txt"]
    assert len(reading.refused) == 3


@pytest.mark.skipif(os.geteuid() != 0 and not hasattr(os, "setuid"), reason="needs a second user")
def test_7_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "b.txt").write_text("b")
    (tmp_path / "locked").chmod(0)
    code = (
        "import os, sys\n"
        "from articles.shelf import read_articles\n"
        "assert read_articles([sys.argv[1]]).articles\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "for path in sys.argv[2:]: print(*read_articles([path]).refused, sep='\\n')\n"
    )
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    (tmp_path / "good.txt").write_text("good")
    paths = [str(tmp_path / name) for name in ("good.txt", "a.txt", "locked", "locked/b.txt")]
    done = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=False, timeout=30)
    (tmp_path / "locked").chmod(0o700)
    lines = [line for line in done.stdout.splitlines() if "permission denied" in line]
    assert len(lines) == 3, done.stdout + done.stderr


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n  ", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_8_an_empty_article_opens(tmp_path, data):
    article = opened(tmp_path / "a.txt", data)
    assert not article.text.strip()
    assert article.paragraphs == article.sentences == article.words == ()
    assert article.title is None


def test_9_an_article_over_the_limit(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    start = time.process_time()
    assert "--max-size 50000000" in refused(tmp_path / "a.txt")
    assert time.process_time() - start < 0.5
    data = b"word " * 2_100_000
    (tmp_path / "b.txt").write_bytes(data)
    (article,) = read_articles([tmp_path / "b.txt"], ReadOptions(max_size=20_000_000)).articles
    assert len(article.text) == len(data)


def test_10_one_line_of_a_megabyte(tmp_path):
    article = opened(tmp_path / "a.txt", b"The bridge is open. " * 50_000)
    assert len(article.paragraphs) == 1
    assert len(article.sentences) == 50_000
    assert len(article.words) == 200_000


def test_11_one_bad_byte(tmp_path):
    data = TEXT.encode()
    place = data.index(b"open")
    article = opened(tmp_path / "a.txt", data[:place] + b"\xff" + data[place:])
    assert article.text.replace("\ufffd", "") == TEXT
    assert article.text.count("\ufffd") == 1
    assert article.encoding == "utf-8"
    assert len(article.warnings) == 1
    within = data.index(b"\x80\x99")
    assert opened(tmp_path / "b.txt", data[:within] + b"\xff" + data[within:]).text.count("\ufffd") <= 5


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_12_13_15_unicode_in_other_forms(tmp_path, encoding):
    article = opened(tmp_path / "a.txt", TEXT.encode(encoding))
    assert article.text == TEXT
    assert "\0" not in article.text


def test_14_windows_with_curly_marks(tmp_path):
    text = "“There is a bridge,” she said. It’s — open…"
    assert opened(tmp_path / "a.txt", text.encode("cp1252")).text == text


def test_16_nul_bytes(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\0\1\2\3" * 500)
    assert "binary" in refused(tmp_path / "a.txt")
    article = opened(tmp_path / "b.txt", b"word " * 300 + b"\0" + b" word" * 300)
    assert harmless_text(article.text).count("␀") == 1


def test_17_line_ends(tmp_path):
    article = opened(tmp_path / "a.txt", TEXT.replace("\n", "\r\n").encode())
    assert article.text == TEXT
    assert opened(tmp_path / "b.txt", TEXT.replace("\n", "\r").encode()).sha256 == article.sha256


@pytest.mark.parametrize(
    "payload",
    [
        "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[H", "\x1b[?1049l", "\x1b[6n",
        "\x1bc", "\x9b2J", "\x9d0;x\x9c", "\u202eevil\u202c", "\u2066x\u2069", "\ufeff", "\u2028", "\x7f", "\b", "\r",
    ],
)  # fmt: skip
def test_18_to_21_control_sequences_stay_in_the_text_and_never_reach_a_terminal(tmp_path, payload):
    text = f"before {payload} after"
    article = opened(tmp_path / "a.txt", text.encode())
    assert article.text == text.replace("\r", "\n")
    shown = harmless_text(article.text)
    assert len(shown) == len(article.text)
    assert not set(shown) & set("\x1b\x07\x9b\x9d\x9c\u202e\u202c\u2066\u2069\ufeff\u2028\x7f\b\r")


def test_22_joiners_and_marks(tmp_path):
    text = "👩\u200d👩\u200d👧 e" + "\u0301" * 60 + " 東京 end"
    article = opened(tmp_path / "a.txt", text.encode())
    assert article.text == text
    assert [text[start:end] for start, end in article.words] == ["e" + "\u0301" * 60, "東", "京", "end"]
    assert harmless(text) == text


@pytest.mark.parametrize("markup", ["[bold]", "[/nope]", "[@click=app.quit]", "[sic]", "[link=x]"])
def test_23_markup_is_text(tmp_path, markup):
    article = opened(tmp_path / "a.txt", f"{markup} title {markup}\n\nThe {markup} text.".encode())
    assert article.text.count(markup) == 3
    assert article.title == f"{markup} title {markup}"


@pytest.mark.parametrize(
    "name", [b"\x1b]0;x\x07.txt", b"a\nb.txt", b"[bold][@click=x].txt", b"\xff\xfe.txt", "\u202e.txt".encode()]
)
def test_24_names_of_files(tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(b"\0\1" * 100)
    assert "binary" in refused(path)
    path.write_text("text")
    (article,) = read_articles([path]).articles
    article.id.encode()
    assert read_articles([tmp_path]).articles[0].id == article.id


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "an old Word or Excel file"),
        (b"\x1f\x8b\x08" + b"\0" * 50, "a gzip archive"),
        (b"\x7fELF" + b"\0" * 50, "a program"),
        (b"SQLite format 3\0" + b"\0" * 50, "a database"),
    ],
)
def test_files_that_hold_no_text_are_named(tmp_path, data, problem):
    (tmp_path / "a.txt").write_bytes(data)
    assert problem in refused(tmp_path / "a.txt")


def test_an_encoding_that_there_is_not(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    assert "no encoding named 'nope'" in refused(tmp_path / "a.txt", ReadOptions(encoding="nope"))


def test_no_input_is_changed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("utf-16"))
    before = path.stat()
    read_articles([path, tmp_path])
    assert path.read_bytes() == TEXT.encode("utf-16")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [place.name for place in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_is_one_harmless_line():
    error = ArticleError("a\n\x1b[2J.txt", "bad\u202e", "do\x07 so")
    assert str(error) == "a␊␛[2J.txt: bad\ufffd; do␇ so"
    assert error.path.name == "a\n\x1b[2J.txt"
    assert str(read_articles([""]).refused[0]) == "'': not found; check the name"
