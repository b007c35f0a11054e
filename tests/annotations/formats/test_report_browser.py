"""The HTML report in a real browser: nothing sticks out on a phone, articles stand side by side, quotes light up."""

import html
import json
import re
import shutil
import subprocess

import pytest
from exchange_samples import hard, story, written

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
)
ASK = """
const page = frame.contentDocument, box = (e) => e.getBoundingClientRect();
const all = (selector) => [...page.querySelectorAll(selector)];
frame.contentWindow.location.hash = 'a-1';
setTimeout(() => {
  document.title = JSON.stringify({
    width: page.documentElement.scrollWidth,
    articles: all('article').map((e) => [box(e).left, box(e).top, box(e).width]),
    lit: all('.q0').map((e) => frame.contentWindow.getComputedStyle(e).backgroundColor),
    small: all('article p, td, th, li').filter(
      (e) => parseFloat(frame.contentWindow.getComputedStyle(e).fontSize) < 12).length,
    ground: frame.contentWindow.getComputedStyle(page.body).backgroundColor,
    sticking: all('article, article *, table, h1, h2, h3, .entries li, .quote').filter(
      (e) => box(e).right > WIDTH + 1 && !e.closest('.scroll, figure, nav')).length,
  });
}, 200);
"""


def seen(page: str, width: int, folder, *flags: str) -> dict:
    """Open a page in a frame of a width and return what the browser measures there."""
    page = re.sub(r"<meta http-equiv[^>]*>", "", page)  # scripts are for the measuring only
    wrapper = folder / "wrapper.html"
    wrapper.write_text(
        f'<!doctype html><title></title><body style="margin:0"><iframe style="border:0" width="{width}" height="900" '
        f'srcdoc="{html.escape(page)}"></iframe><script>const frame = document.querySelector("iframe"); '
        f"frame.onload = () => {{{ASK.replace('WIDTH', str(width))}}}</script>",
        "utf-8",
    )
    words = [CHROMIUM, *FLAGS, *flags, f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1000"]
    words += ["--virtual-time-budget=3000", "--dump-dom", wrapper.as_uri()]
    dom = subprocess.run(words, capture_output=True, check=True, timeout=120).stdout.decode()
    return json.loads(html.unescape(re.search(r"<title>(.*?)</title>", dom)[1]))


@pytest.mark.parametrize("made", [hard, story])
def test_on_a_phone_nothing_sticks_out(made, tmp_path):
    found = seen(written("html", made()), 390, tmp_path)
    assert found["width"] <= 390
    assert found["sticking"] == 0
    assert found["small"] == 0
    assert len({left for left, *_ in found["articles"]}) == 1


def test_on_a_desk_the_articles_stand_side_by_side_and_a_quote_lights_up_in_both(tmp_path):
    found = seen(written("html", story()), 1280, tmp_path)
    (left, top, width), (other_left, other_top, other_width) = found["articles"]
    assert top == other_top
    assert left + width < other_left
    assert width == other_width
    assert found["width"] <= 1280
    assert len(found["lit"]) >= 2
    assert len(set(found["lit"])) == 1
    assert found["lit"][0] != "rgba(0, 0, 0, 0)"


def test_dark_where_the_system_is_dark(tmp_path):
    light = seen(written("html", story()), 1280, tmp_path, "--blink-settings=preferredColorScheme=1")
    dark = seen(written("html", story()), 1280, tmp_path, "--blink-settings=preferredColorScheme=0")
    assert light["ground"] == "rgb(251, 250, 246)"
    assert dark["ground"] == "rgb(20, 23, 29)"
