"""`python -m newsreader` is the command `newsreader`."""

from newsreader.cli import main

if __name__ == "__main__":
    main()
