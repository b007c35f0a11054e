"""The verbs: one small file each, with a click command named `command`."""
