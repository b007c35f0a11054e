import subprocess
import sys


def test_the_room_loads_no_numpy_until_numbers_are_crunched() -> None:
    code = (
        "import sys, quotes.story, quotes.wording, quotes.suggestions, quotes.shared\n"
        "from tests.quotes.stories import HERALD, LEDGER, articles\n"
        "assert quotes.story.read_story(articles(HERALD, LEDGER)).groups\n"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
