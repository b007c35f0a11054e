"""Tags: the code book."""

from dataclasses import asdict, dataclass

TINTS = ("orange", "blue", "grey", "green", "purple", "red", "teal", "yellow", "pink")
"""Names of the tints that themes and reports have for tags, each in a dark and in a light form."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One entry of the code book."""

    name: str
    key: str | None = None
    """The digit that sets it, if it has one."""
    letter: str = ""
    """What the gutter shows."""
    colour: str = ""
    """Name of one of the tints, or `#rrggbb`; empty: one is chosen."""
    description: str = ""

    def to_document(self) -> dict[str, str | None]:
        """Return the shape of the export."""
        return asdict(self)


BUILT_IN = (
    Tag("claim", "1", "C", "orange", "a statement of fact that can be checked"),
    Tag("quote", "2", "Q", "blue", "words of a speaker"),
    Tag("boilerplate", "3", "B", "grey", "what is not part of the story"),
)
