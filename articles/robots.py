"""What a site's robots.txt allows (RFC 9309): the longest rule that fits decides; `*` and `$` have their meaning."""

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

_LINE = re.compile(r"\s*([a-z-]+)\s*:\s*([^#]*)", re.IGNORECASE)


class _Rule(NamedTuple):
    path: str
    allows: bool

    def fits(self, path: str) -> bool:
        """Tell whether a path is one that the rule speaks of: its pieces between `*` stand in it, in order."""
        first, *others = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        place = len(first)
        for piece in others[:-1]:
            place = path.find(piece, place) + len(piece)
            if place < len(piece):
                return False
        last = others[-1] if others else ""
        if self.path.endswith("$"):
            return path.endswith(last) and place <= len(path) - len(last) and (bool(others) or place == len(path))
        return path.find(last, place) >= 0


@dataclass(frozen=True)
class Robots:
    """The rules of one site for one program."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0.0
    """Seconds that the site wants between requests."""

    @classmethod
    def parse(cls, text: str, agent: str) -> "Robots":
        """Read a robots.txt.

        Args:
            text: The file.
            agent: The program's name, without a version; its own group of rules counts, else that of `*`.
        """
        groups = _groups(text)
        named = [group for names, group in groups if agent.casefold() in names]
        chosen = named or [group for names, group in groups if "*" in names]
        lines = [line for group in chosen for line in group]
        rules = tuple(_Rule(_plain(value), name == "allow") for name, value in lines if name != "crawl-delay" and value)
        delays = [
            float(value) for name, value in lines if name == "crawl-delay" and re.fullmatch(r"\d{1,4}(\.\d+)?", value)
        ]
        return cls(rules, max(delays, default=0.0))

    def allows(self, url: str) -> bool:
        """Tell whether a page may be fetched."""
        parts = urlsplit(url)
        path = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [rule for rule in self.rules if rule.fits(path)]
        return max(((len(rule.path), rule.allows) for rule in fitting), default=(0, True))[1]


EVERYTHING = Robots()
"""A site without a robots.txt."""


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """Return the groups of a robots.txt: the programs that they are for, and their lines."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    for line in text.removeprefix("\ufeff").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, value = match.group(1).casefold(), match.group(2).strip()
        if name == "user-agent":
            if not groups or groups[-1][1]:
                groups.append((set(), []))
            groups[-1][0].add(value.casefold())
        elif groups and name in {"allow", "disallow", "crawl-delay"}:
            groups[-1][1].append((name, value))
    return groups


def _plain(path: str) -> str:
    """Return a path in one spelling of its percent signs."""
    return quote(unquote(path), safe="/?=&*$%:@!+,;~'()[]")
