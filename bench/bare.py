"""The yardstick: a Textual app with one line of text that counts the keys pressed."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Bare(App[None]):
    """One line."""

    count = 0

    def compose(self) -> ComposeResult:
        """Show the line."""
        yield Static("ready 0")

    def on_key(self, event: Key) -> None:
        """Count."""
        self.count += 1
        self.query_one(Static).update(f"ready {self.count}")


if __name__ == "__main__":
    Bare().run()
