"""Print one of the README's two commands: `run` (install and open) or `test` (install and test)."""

import re
import sys
from pathlib import Path


def readme_command(name: str) -> str:
    """Return the code block that follows the marker `<!-- command: NAME -->` in the README."""
    text = Path("README.md").read_text(encoding="utf-8")
    match = re.search(rf"<!-- command: {name} -->\s*```[a-z]*\n(.*?)\n```", text, re.DOTALL)
    if not match:
        sys.exit(f"README.md: has no command named {name}")
    return match[1]


if __name__ == "__main__":
    print(readme_command(sys.argv[1]))
