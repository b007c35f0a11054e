"""Floor 4: the reading room. App, screens, panes, keys."""
