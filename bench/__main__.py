"""`python -m bench NAME [OPTIONS]` runs one benchmark; without a name it lists them."""

import sys
from importlib import import_module

BENCHES = {
    "start": "from start to both sample articles painted, beside a bare Textual app",
    "keys": "CPU per key, beside a bare Textual app; memory",
    "quotes": "accuracy of what is found, and speed beside difflib",
    "store": "adding, changing, removing annotations, beside one appended line and plain TinyDB",
    "anchors": "tags found again in edited articles",
    "exchange": "exports, beside json.dumps of the same documents",
}
"""The benchmarks: the module's name and what it measures."""


def main() -> int:
    """Run the benchmark that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in BENCHES:
        for name, what in BENCHES.items():
            print(f"python -m bench {name:9} {what}")
        return 2 if len(sys.argv) > 1 else 0
    return int(import_module(f"bench.{sys.argv[1]}").main(sys.argv[2:]) or 0)


if __name__ == "__main__":
    sys.exit(main())
