import pytest

from newsreader.cli import run
from tests.articles.loopback import loopback


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    with loopback() as running:
        yield running


def test_saved_files_are_named_and_all_is_fine(server, tmp_path, capsys):
    assert run(["fetch", "--pause", "0", server.url("/page"), str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{tmp_path}/out/127.0.0.1-")
    assert not err
    assert run(["fetch", "--pause", "0", server.url("/page"), str(tmp_path / "out")]) == 0
    assert "there already" in capsys.readouterr().out
    assert run(["text", out.strip()]) == 0
    assert "We will keep it open" in capsys.readouterr().out


def test_what_could_not_be_had_is_named_and_the_rest_is_saved(server, tmp_path, capsys):
    urls = [server.url("/nothing"), server.url("/page"), "http://127.0.0.1:1/\x1b]0;x\x07"]
    assert run(["fetch", "--pause", "0", *urls, str(tmp_path)]) == 3
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    first, second = err.splitlines()
    assert first == f"newsreader: {server.url('/nothing')}: the server says 404 Not Found"
    assert "refuses connections" in second
    assert "\x1b" not in out + err


@pytest.mark.parametrize(
    "words",
    [
        ["ftp://127.0.0.1/x", "out"],
        ["file:///etc/passwd", "out"],
        ["daily.example/x", "out"],
        ["https://127.0.0.1/x"],
        ["http://127.0.0.1:1/x", "http://127.0.0.1:1/y"],
        [],
        ["http://127.0.0.1:1/x", "file"],
    ],
)
def test_wrong_usage(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    assert run(["fetch", *words]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(server, tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    assert run(["fetch", "--pause", "0", server.url("/page"), str(tmp_path / "file" / "out")]) == 5
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("address", ["http://[::1", "https://", "http://x:port/", "http://\x1b[31m"])
def test_what_is_no_address_is_refused_in_one_line(tmp_path, capsys, address):
    assert run(["fetch", "--pause", "0", address, str(tmp_path / "out")]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "address" in line or "host" in line
    assert "\x1b" not in line


def test_a_proxy_that_is_no_address_is_told(tmp_path, monkeypatch, capsys):
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", "http://[::1")
    assert run(["fetch", "--pause", "0", "http://harbour.invalid/ferry", str(tmp_path / "out")]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "http_proxy" in line
