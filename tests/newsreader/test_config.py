"""The configuration: every setting, every kind of mistake, and the effective configuration that reads itself."""

import os
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from annotations.tags import BUILT_IN, TINTS, Tag
from newsreader.config import config_file, load, parse
from newsreader.config.text import written
from newsreader.config.toml_lines import lines_of, read
from newsreader.verbs.config import command
from tui.actions import ACTIONS, VIEWS, keys_of
from tui.colours import DARK, LIGHT
from tui.settings import TEXTUAL_THEMES, THEMES, Settings


def settings(text: str) -> Settings:
    return parse(text.encode(), "c.toml")


def warning(text: str) -> str:
    """The one warning that a text gives."""
    warnings = settings(text).warnings
    assert len(warnings) == 1, warnings
    assert "\n" not in warnings[0]
    return warnings[0]


# What is right


def test_every_setting_is_taken() -> None:
    found = settings(
        """
        theme = "newsreader-light"
        text-width = 80
        line-spacing = 1
        annotator = "Ann Ämter"
        [keys]
        next-quote = "f7"
        page-down = ["space", "ctrl+d"]
        [[tags]]
        name = "fact check"
        key = "4"
        letter = "F"
        colour = "green"
        description = "to be looked up"
        """
    )
    assert found.warnings == ()
    assert (found.theme, found.text_width, found.line_spacing, found.annotator) == (
        "newsreader-light",
        80,
        1,
        "Ann Ämter",
    )
    assert found.keys == {"next-quote": ("f7",), "page-down": ("space", "ctrl+d")}
    assert found.tags == (*BUILT_IN, Tag("fact check", "4", "F", "green", "to be looked up"))


def test_a_built_in_tag_can_be_changed_but_for_its_key() -> None:
    found = settings('[[tags]]\nname = "claim"\nletter = "K"\ncolour = "#ff8800"\ndescription = "Behauptung"\n')
    assert found.tags[0] == Tag("claim", "1", "K", "#ff8800", "Behauptung")
    assert found.warnings == ()
    assert "[keys] claim" in warning('[[tags]]\nname = "claim"\nkey = "5"\n')


def test_a_tag_gets_what_it_was_not_given() -> None:
    tag = settings('[[tags]]\nname = "context"\n').tags[3]
    assert (tag.letter, tag.key) == ("O", None)  # C is claim's
    assert tag.colour not in {"", *(built_in.colour for built_in in BUILT_IN)}


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("question_mark", "?"),
        ("Ctrl+D", "ctrl+d"),
        ("shift+n", "N"),
        ("Enter", "enter"),
        ("alt+x", "alt+x"),
        ("+", "+"),
        ("ö", "ö"),
    ],
)
def test_names_of_keys(key: str, meant: str) -> None:
    found = settings(f'[keys]\nnext-quote = ["f7", "{key}"]\n')
    assert meant in found.keys["next-quote"] or any(meant in warning for warning in found.warnings)


def test_an_action_may_have_no_key() -> None:
    assert settings("[keys]\nreject = []\n").keys == {"reject": ()}


def test_no_file_is_no_mistake_but_a_named_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load() == Settings()
    assert config_file(None) == tmp_path / "newsreader" / "config.toml"
    assert "is not there" in load(str(tmp_path / "other.toml")).warnings[0]
    assert not list(tmp_path.iterdir()), "asking creates nothing"


def test_the_file_in_the_configuration_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "newsreader").mkdir()
    (tmp_path / "newsreader" / "config.toml").write_bytes(b"\xef\xbb\xbftext-width = 60\r\nline-spacing = 1\r\n")
    assert (load().text_width, load().line_spacing) == (60, 1)


# What is wrong: each kind leaves out what is wrong, names file and line, and hints at the nearest right word


def test_an_unknown_setting() -> None:
    assert (
        warning("\ntext_width = 80")
        == 'c.toml, line 2: "text_width" is no setting; the nearest is "text-width"; it is left out'
    )


def test_an_unknown_table() -> None:
    assert '"key" is no setting; the nearest is "keys"' in warning('[key]\nnext-quote = "x"\n')


def test_an_unknown_theme() -> None:
    assert (
        warning('theme = "nrod"') == 'c.toml, line 1: "nrod" is no theme; the nearest is "nord"; newsreader-dark stays'
    )
    assert settings('theme = "nrod"').theme == "newsreader-dark"


@pytest.mark.parametrize("value", ["9", "-1", '"two"', "true", "1.5", "[1]", "0x" + "f" * 5000])
def test_a_number_out_of_range_or_none(value: str) -> None:
    assert "line 1: line-spacing is a number from 0 to 3" in warning(f"line-spacing = {value}")
    assert settings(f"line-spacing = {value}\ntext-width = 50").text_width == 50, "the rest is taken"


@pytest.mark.parametrize("value", ["3", "[]", '"a\\u001bb"', f'"{"x" * 300}"'])
def test_an_annotator_that_is_no_name(value: str) -> None:
    assert "annotator is a name" in warning(f"annotator = {value}")


def test_the_speaker_model_is_none_unless_it_is_named() -> None:
    assert settings("").speaker_model == ""
    assert settings('speaker-model = " en_core_web_sm "').speaker_model == "en_core_web_sm"


@pytest.mark.parametrize("value", ["true", "3", '"en\\u0007"', '["en_core_web_sm"]'])
def test_a_speaker_model_that_is_no_name(value: str) -> None:
    assert "speaker-model is the name of a model" in warning(f"speaker-model = {value}")


def test_an_unknown_action() -> None:
    told = warning('[keys]\nnxt-quote = "x"\n')
    assert told == 'c.toml, line 2: "nxt-quote" is no action; the nearest is "next-quote"; it is left out'


@pytest.mark.parametrize("value", ["5", "true", '["x", 5]', "{a = 1}"])
def test_keys_of_a_wrong_type(value: str) -> None:
    assert "line 2: undo takes a key" in warning(f"[keys]\nundo = {value}\n")


@pytest.mark.parametrize(
    "value", ['"pgdn"', '"ctrl+?"', '"hyper+x"', '""', '"ctrl+shift+x"', '"two words"', '"ctrl++x"']
)
def test_a_key_that_is_none(value: str) -> None:
    told = warning(f"[keys]\nundo = {value}\n")
    assert "is no key" in told
    assert settings(f"[keys]\nundo = {value}\n").keys == {}, "the usual keys stay"


def test_the_nearest_key_is_named() -> None:
    assert 'the nearest is "pagedown"' in warning('[keys]\npage-down = ["space", "pgdown"]\n')


@pytest.mark.parametrize(("key", "twin"), [("ctrl+i", "tab"), ("ctrl+m", "enter"), ("Ctrl+H", "backspace")])
def test_keys_that_are_never_bound(key: str, twin: str) -> None:
    told = warning(f'[keys]\nnote = "{key}"\n')
    assert f"cannot tell it from {twin}" in told
    assert settings(f'[keys]\nnote = "{key}"\n').keys == {}


def test_two_actions_on_one_key_the_later_is_dropped_and_both_are_named() -> None:
    told = warning('[keys]\nnext-word = ["l", "n"]\n')
    assert told == "c.toml, line 2: the key n is that of next-word and of next-quote; next-quote is left without it"
    found = settings('[keys]\nnext-word = ["l", "n"]\n')
    assert found.keys == {"next-word": ("l", "n"), "next-quote": ()}


def test_a_later_action_that_wants_a_taken_key_keeps_its_own() -> None:
    assert settings('[keys]\ncompare = "n"\n').keys == {}
    assert "of next-quote and of compare" in warning('[keys]\ncompare = "n"\n')


def test_one_key_in_two_views_is_no_clash() -> None:
    assert settings('[keys]\nsort = "w"\n').warnings == ()
    assert "of coverage and of sort" in warning('[keys]\nsort = "c"\n')


def test_keys_exchanged_are_no_clash() -> None:
    found = settings('[keys]\nnext-quote = "N"\nprevious-quote = "n"\n')
    assert found.warnings == ()
    assert found.keys == {"next-quote": ("N",), "previous-quote": ("n",)}


def test_quit_keeps_a_key() -> None:
    assert "quit needs a key" in warning("[keys]\nquit = []\n")


def test_keys_and_tags_that_are_no_tables() -> None:
    assert "below [keys]" in warning('keys = "vi"')
    assert "as [[tags]]" in warning('[tags]\nname = "x"\n')
    assert "a tag is a table" in warning('tags = ["claim"]')


@pytest.mark.parametrize("name", ["", 'name = ""', "name = 3", 'name = "\\u001b"'])
def test_a_tag_without_a_name(name: str) -> None:
    found = settings(f'[[tags]]\nkey = "4"\n{name}\n')
    assert found.tags == BUILT_IN
    assert "a tag needs a name" in found.warnings[0]


def test_two_tags_of_one_name() -> None:
    assert 'two tags "x"' in warning('[[tags]]\nname = "x"\n[[tags]]\nname = "x"\n')


def test_an_unknown_field_of_a_tag() -> None:
    told = warning('[[tags]]\nname = "x"\ncolor = "red"\n')
    assert told == 'c.toml, line 3: "color" is nothing of a tag; the nearest is "colour"; it is left out'


@pytest.mark.parametrize("key", ['"1"', '"x"', "12", '"44"'])
def test_a_tag_key_that_is_none(key: str) -> None:
    assert "digit from 4 to 9" in warning(f'[[tags]]\nname = "x"\nkey = {key}\n')


def test_two_tags_on_one_key() -> None:
    text = '[[tags]]\nname = "x"\nkey = "4"\n[[tags]]\nname = "y"\nkey = 4\n'
    assert 'line 6: the key 4 is that of "x" and of "y"' in warning(text)
    assert [tag.key for tag in settings(text).tags[3:]] == ["4", None]


@pytest.mark.parametrize("letter", ['"XY"', '"?"', '"+"', '"漢"', "7", '" "', '"\\u0301"'])
def test_a_letter_that_is_none(letter: str) -> None:
    text = f'[[tags]]\nname = "fact"\nletter = {letter}\n'
    assert "one sign of one column" in warning(text)
    assert settings(text).tags[3].letter == "F"


def test_two_tags_with_one_letter() -> None:
    assert 'the letter C is that of "claim" and of "context"' in warning('[[tags]]\nname = "context"\nletter = "C"\n')


@pytest.mark.parametrize("colour", ['"oragne"', '"#12345"', "5"])
def test_an_unknown_colour(colour: str) -> None:
    assert "is no colour" in warning(f'[[tags]]\nname = "x"\ncolour = {colour}\n')


def test_a_description_that_is_no_text() -> None:
    assert "description is text" in warning('[[tags]]\nname = "x"\ndescription = 5\n')


def test_a_line_that_is_no_toml_is_left_out_alone() -> None:
    text = 'text-width = 60\ntheme = newsreader-light\n[keys]\nundo = "f7\nredo = "f8"\n'
    found = settings(text)
    assert (found.text_width, found.theme, found.keys) == (60, "newsreader-dark", {"redo": ("f8",)})
    assert [told.split(":")[0] for told in found.warnings] == ["c.toml, line 2", "c.toml, line 4"]


def test_a_setting_given_twice() -> None:
    assert "line 2: cannot be read" in warning("text-width = 60\ntext-width = 70\n")
    assert settings("text-width = 60\ntext-width = 70\n").text_width == 60


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("text-width = 60\ntext-width = 70\n", "line 2: cannot be read (it stands there already, above)"),
        ("[keys]\ncopy = 'f7'\n\n[keys]\n", "line 4: cannot be read (this table stands there already, above)"),
        ("theme = nord\n", "line 1: cannot be read (a value is a text between quotation marks, a number, or a list"),
        ('theme = "nord\nline-spacing = 1\n', "line 1: cannot be read (its quotation mark is never closed)"),
    ],
)
def test_what_is_no_toml_is_told_in_words(text: str, told: str) -> None:
    assert told in warning(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[keys]\ntheme = "nord"\n', 'line 2: "theme" is no action; it is a setting and belongs above all tables;'),
        ('copy = "f7"\n', 'line 1: "copy" is no setting; it is an action and belongs below [keys]; it is left out'),
        ('[[tags]]\nname = "fact"\ntext-width = 60\n', 'line 3: "text-width" is nothing of a tag; it is a setting'),
        ('[[tags]]\nname = "fact"\ncopy = "x"\n', 'line 3: "copy" is nothing of a tag; it is an action and belongs'),
    ],
)
def test_an_entry_in_the_wrong_place(text: str, told: str) -> None:
    assert told in warning(text)


@pytest.mark.parametrize(
    ("value", "told"), [("3", "3"), ("true", "true"), ('{name = "nord"}', "a table"), ("[]", "[]")]
)
def test_a_theme_of_a_wrong_type(value: str, told: str) -> None:
    assert warning(f"theme = {value}\n") == (
        f'c.toml, line 1: a theme is a name ("nord"), not {told}; newsreader-dark stays'
    )


def test_a_theme_of_ones_own_is_no_setting() -> None:
    assert 'line 1: "themes" is no setting; the nearest is "theme"' in warning('[themes.mine]\nground = "#000000"\n')


def test_dotted_entries_know_their_lines() -> None:
    text = 'line-spacing = 1\nkeys.copy = "f7"\nkeys . "next-qoute" = "f8"\n'
    assert settings(text).keys == {"copy": ("f7",)}
    assert 'line 3: "next-qoute" is no action; the nearest is "next-quote"' in warning(text)


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_mistake() -> None:
    found = parse(b'\xef\xbb\xbftheme = "nord"\r\n[keys]\r\nundo = "f7"\r\n', "c.toml")
    assert (found.theme, found.keys, found.warnings) == ("nord", {"undo": ("f7",)}, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_a_file_in_another_encoding(encoding: str) -> None:
    (told,) = parse('annotator = "Jürgen"\n'.encode(encoding), "c.toml").warnings
    assert told == "c.toml, line 1: is not UTF-8; save the file as UTF-8; the defaults hold"


def test_a_file_that_is_not_utf_8() -> None:
    found = parse(b'theme = "nord"\nannotator = "J\xfcrgen"\n', "c.toml")
    assert found.warnings == ("c.toml, line 2: is not UTF-8; save the file as UTF-8; the defaults hold",)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 50_000, "a = " + "9" * 10_000, "a = '''\n" * 3, "[[[[", "\x00" * 100, "=" * 1000]
)
def test_nonsense_is_told_and_never_fatal(text: str) -> None:
    found = settings(text)
    assert found.warnings
    assert found.tags == BUILT_IN


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert "is no file" in load(str(tmp_path)).warnings[0]
    assert "is no file" in load("/dev/zero").warnings[0]
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * 1_000_001)
    assert "larger than" in load(str(large)).warnings[0]


def test_a_file_that_nobody_may_read_and_links_that_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "cannot be read" in load(str(tmp_path / "loop")).warnings[0]
    (tmp_path / "nowhere").symlink_to("gone.toml")
    assert "is not there" in load(str(tmp_path / "nowhere")).warnings[0]
    os.mkfifo(tmp_path / "pipe")
    assert "is no file" in load(str(tmp_path / "pipe")).warnings[0]
    (tmp_path / "c.toml").write_text("")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (told,) = load(str(tmp_path / "c.toml")).warnings
    assert told == f"{tmp_path / 'c.toml'}: cannot be read (Permission denied); the defaults hold"


@given(st.text(max_size=200))
def test_no_text_is_fatal(text: str) -> None:
    found = parse(text.encode("utf-8", "replace"), "c.toml")
    assert found.theme in THEMES
    assert all("\n" not in told for told in found.warnings)


# Lines


def test_lines_of_entries() -> None:
    lines = lines_of('a = 1\n[keys]\n"x" = 1\n[[tags]]\nname = "a"\n[[tags]]\nname = "b"\n')
    assert lines["a",] == 1
    assert lines["keys", "x"] == 3
    assert (lines["tags", 0, "name"], lines["tags", 1, "name"]) == (5, 7)


def test_reading_leaves_out_only_what_is_broken() -> None:
    entries, faults = read("a = 1\nb = = 2\nc = 3")
    assert entries == {"a": 1, "c": 3}
    assert [number for number, _ in faults] == [2]


# The effective configuration

CONFIGURATIONS = (
    "",
    'speaker-model = "en_core_web_sm"',
    'theme = "ansi-light"\nannotator = "A \\"B\\" \\\\ é\\u007f"',
    '[keys]\nundo = []\nnext-word = ["n", "\\""]\nsearch = "\\\\"\n',
    '[[tags]]\nname = "fact, \\"checked\\""\nkey = "9"\ndescription = "line\\nline\\ttab"\n[[tags]]\nname = "漢字"\n',
)


@pytest.mark.parametrize("text", CONFIGURATIONS)
def test_what_is_printed_gives_the_same_settings(text: str) -> None:
    first = settings(text)
    again = settings(written(first, "c.toml"))
    assert again.warnings == ()
    assert again == Settings(**{**{name: getattr(first, name) for name in Settings.__slots__}, "warnings": ()})


def test_what_is_printed_holds_every_action_and_tag_and_explains_them() -> None:
    text = written(Settings(), "c.toml")
    entries = tomllib.loads(text)
    assert list(entries["keys"]) == [action.name for action in ACTIONS]
    assert all(action.description in text for action in ACTIONS)
    assert [tag["name"] for tag in entries["tags"]] == [tag.name for tag in BUILT_IN]
    assert max(map(len, text.splitlines())) <= 130


def test_the_verb_prints_it_and_names_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text('theme = "nord"\ntext-width = 7\n')
    result = CliRunner().invoke(command, ["--config", str(file)])
    assert result.exit_code == 0
    assert 'theme = "nord"' in result.stdout
    assert f"{file}, line 2: text-width is a number" in result.stderr


def test_a_file_name_cannot_break_out_of_its_comment() -> None:
    assert settings(written(Settings(), 'x\ntheme = "nord"')).theme == "newsreader-dark"


# The table


def test_the_themes_that_are_written_down_are_those_of_textual() -> None:
    from textual.theme import BUILTIN_THEMES

    assert set(TEXTUAL_THEMES) == set(BUILTIN_THEMES)
    words = written(Settings(), "config.toml").replace(",", " ").split()
    assert set(TEXTUAL_THEMES[:-2]) <= set(words), "none is parted at a line's end"


def test_the_tints_that_are_written_down_are_those_of_the_themes() -> None:
    assert set(TINTS) == set(DARK.tints) == set(LIGHT.tints)


def test_no_two_actions_of_a_view_share_a_key() -> None:
    for actions in VIEWS.values():
        keys = [key for action in actions for key in keys_of({}, action.name)]
        assert len(keys) == len(set(keys))
