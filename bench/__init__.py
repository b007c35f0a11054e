"""Every speed and accuracy claim, measured beside its yardstick in one run: `python -m bench NAME`."""
