"""Times as the store writes them."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time, ISO 8601 in UTC with Z, to the microsecond (so that the newest can be told)."""
    return datetime.now(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
