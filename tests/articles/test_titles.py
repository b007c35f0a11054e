import pytest

from articles.titles import find_title


def title(text):
    span = find_title(text)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Says “No” to New Bridge\n\nThe mayor said no.", "Mayor Says “No” to New Bridge"),
        ("\n \u00a0\n  Old bridge stays \n \n\nMore.", "Old bridge stays"),
        ("Will the bridge stay?\n\nYes, it will.", "Will the bridge stay?"),
        ("# A heading #\nand text", "A heading"),
        ("#  Brücke — «oui» 東京\n\nText", "Brücke — «oui» 東京"),
        ("The mayor said no.\n\nMore.", None),
        ("“The mayor said no.”\n\nMore.", None),
        ("Dear readers,\n\nWe need help.", None),
        ("A headline\nthat goes on\n\nText", None),
        ("Only a line", None),
        ("Only a line\n\n  \n", None),
        ("word " * 50 + "\n\nMore.", None),
        ("![picture](x.png)\n\nMore", None),
        ("https://daily.example/x\n\nMore", None),
        ("---\n\nMore", None),
        ("", None),
        ("#hashtag first\n\nMore", "#hashtag first"),
    ],
)
def test_titles(text, expected):
    assert title(text) == expected
