"""Tags: the code book."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """One entry of the code book."""

    name: str
    key: str | None = None
    """The digit that sets it, if it has one."""
    letter: str = ""
    """What the gutter shows."""
    colour: str = ""
    """Name of a tint of the theme (`orange`, `blue`, `grey`, ...) or `#rrggbb`; empty: one is chosen."""
    description: str = ""

    def to_document(self) -> dict[str, str | None]:
        """Return the shape of the export."""
        return asdict(self)


BUILT_IN = (
    Tag("claim", "1", "C", "orange", "a statement of fact that can be checked"),
    Tag("quote", "2", "Q", "blue", "words of a speaker"),
    Tag("boilerplate", "3", "B", "grey", "what is not part of the story"),
)
