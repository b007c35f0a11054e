"""The health of a store, for `newsreader check`: plain data; the verb prints it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from annotations.anchoring import tagged_first
from annotations.errors import StoreError
from annotations.looking import AnchorReport, Placed
from annotations.opening import resolved
from annotations.repairing import repaired, set_aside
from annotations.shape import parts, problem
from annotations.store import Store, open_store
from annotations.tables import ANNOTATIONS, HISTORY, REJECTED, TAGS, Document
from articles.article import Article


@dataclass(slots=True)
class Health:
    """What there is to say about a store."""

    path: str
    refused: str = ""
    """Why it cannot be opened, a line; then all counts are 0."""
    read_only: str = ""
    """Why it can only be read; empty if it can be written."""
    annotations: int = 0
    states: dict[str, int] = field(default_factory=dict)
    """How many are anchored, moved, orphaned."""
    by_tag: dict[str, int] = field(default_factory=dict)
    by_article: dict[str, int] = field(default_factory=dict)
    articles: int = 0
    """Articles whose place is recorded."""
    tags: int = 0
    """Tags that were added to the code book."""
    rejected: int = 0
    """Suggestions that were rejected."""
    changes: int = 0
    """Changes that the history knows."""
    messages: list[str] = field(default_factory=list)
    """What was recovered, put right, set aside at this opening, a sentence each."""
    changed_outside: list[str] = field(default_factory=list)
    """Ids of annotations that were put in or changed from outside, and not changed here since."""
    removed_outside: list[str] = field(default_factory=list)
    """Ids of annotations that were taken out from outside."""
    no_annotations: list[str] = field(default_factory=list)
    """Documents of the table that are no annotations (id: why); they stay in the file, and are not shown."""
    looked_for: int = 0
    """Annotations whose article's text has changed, looked for again now."""
    moved: list[Document] = field(default_factory=list)
    """Annotations that a person should look at: id, article, old and new text."""
    orphaned: list[Document] = field(default_factory=list)
    """Annotations whose words are gone, likewise."""
    set_aside: list[str] = field(default_factory=list)
    """Files beside the store that were set aside, never deleted."""
    unfolded: int = 0
    """Changes that are in the journal only, where the store was left as it is."""
    folded: int = 0
    """Changes that were folded into the TinyDB file."""
    repaired: str = ""
    """The file that holds all that could be put together; empty if there was nothing to repair."""

    @property
    def good(self) -> bool:
        """Whether nobody has to do anything."""
        wrong = (self.refused, self.moved, self.orphaned, self.changed_outside, self.removed_outside, self.set_aside)
        return not any((*wrong, self.no_annotations))

    def to_document(self) -> Document:
        """Return it as JSON has it."""
        return asdict(self)


def check_store(
    path: str | Path,
    articles: Iterable[Article] | None = None,
    *,
    fold: bool = False,
    repair: bool = False,
    annotator: str | None = None,
) -> Health:
    """Check a store: what is in it, what was recovered, moved, orphaned, changed from outside.

    Args:
        path: The TinyDB file.
        articles: Those that could be read: annotations are looked for again where their text has changed, and the
            outcome is saved. None leaves them alone.
        fold: Whether to fold the journal into the TinyDB file, also while another program has the store open. A journal
            that a dead program left is folded in anyway.
        repair: Whether to write what all files of the store hold together into a new file beside it.
        annotator: As for `open_store`.

    Raises:
        StoreError: if the store is refused, and nothing of it could be repaired.
        UnsavedError: if the outcome cannot be saved.
    """
    real = resolved(Path(path))
    written = _repair(real) if repair else ""
    try:
        with open_store(path, annotator=annotator) as store:
            health = _examined(store)
            _look(health, AnchorReport() if articles is None else store.anchor(articles), store)
            health.folded = store.fold() if fold else 0
        health.unfolded = store.unfolded  # what its end has left there: another program has the store open
    except StoreError as error:
        if not written:
            raise
        health = Health(str(real), refused=str(error))
    health.repaired = written
    health.set_aside = [place.name for place in set_aside(real)]
    return health


def _repair(path: Path) -> str:
    try:
        written = repaired(path)
    except OSError as error:
        raise StoreError(f"{path}: what was put together cannot be written beside it: {error.strerror}") from error
    return "" if written is None else str(written)


def _examined(store: Store) -> Health:
    annotations = store.annotations()
    outside = _outside(store)
    live = {annotation.id for annotation in annotations}
    return Health(
        path=str(store.path),
        read_only=store.reason,
        annotations=len(annotations),
        states=dict(Counter(annotation.state for annotation in annotations)),
        by_tag=dict(sorted(Counter(annotation.tag for annotation in annotations).items())),
        by_article=dict(sorted(Counter(annotation.article for annotation in annotations).items())),
        articles=len(store.recorded_articles()),
        tags=len(store.documents(TAGS)),
        rejected=len(store.documents(REJECTED)),
        changes=len(store.documents(HISTORY)),
        messages=list(store.messages),
        changed_outside=sorted(name for name, word in outside.items() if word != "removed" and name in live),
        removed_outside=sorted(name for name, word in outside.items() if word == "removed" and name not in live),
        no_annotations=_no_annotations(store),
    )


def _no_annotations(store: Store) -> list[str]:
    found = ((name, problem(document)) for name, document in store.documents(ANNOTATIONS).items())
    return [f"{name}: {why}" for name, why in found if why]


def _outside(store: Store) -> dict[str, str]:
    """Return the annotations of which the last thing known was done from outside, and what that was."""
    last: dict[str, str] = {}
    for _, part in parts(store.documents(HISTORY)):
        for change in part["changes"]:
            if change["table"] == ANNOTATIONS and not part["undone"]:
                last[change["key"]] = str(change.get("outside", ""))
    return {name: word for name, word in last.items() if word}


def _look(health: Health, report: AnchorReport, store: Store) -> None:
    health.looked_for = len(report.placed)
    health.states = dict(Counter(annotation.state for annotation in store.annotations()))
    for annotation in store.annotations():
        if annotation.state != "anchored":
            placed = Placed(tagged_first(annotation), annotation)
            about = {"id": annotation.id, "article": annotation.article, "tag": annotation.tag}
            row = about | {"old": placed.old_text, "new": placed.new_text}
            (health.moved if annotation.state == "moved" else health.orphaned).append(row)
