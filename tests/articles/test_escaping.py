"""Foreign text in Markdown is text, on one line."""

import pytest

from articles.escaping import in_markdown

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def test_signs_are_kept_and_line_breaks_taken_out() -> None:
    assert in_markdown("a\nb  *c* [d](e) <f> | `g` {h}") == r"a b \*c\* \[d\](e) \<f\> \| \`g\` \{h\}"
    assert in_markdown(f"« Péralta » {FAMILY}") == f"« Péralta » {FAMILY}"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\u202e", "\ud800"])
def test_what_no_page_shows_is_one_sign(sign: str) -> None:
    assert in_markdown(f"a{sign}b") == "a\ufffdb"
