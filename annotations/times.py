"""Times as the store writes them."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Return the time, ISO 8601 in UTC with Z, to the microsecond (so that the newest can be told)."""
    return datetime.now(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def after(time: str) -> str:
    """Return the time; if the clock stands behind another time (it was put back), one just after that."""
    present = now()
    if present > time:
        return present
    try:
        following = datetime.fromisoformat(time) + timedelta(microseconds=1)
    except (ValueError, OverflowError):
        return present
    return following.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
