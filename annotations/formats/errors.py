"""What can go wrong on the way in or out. Every message is one line: which file, what is wrong, what to do."""


class FormatError(Exception):
    """A file to import was refused, or an export cannot be made."""


class UsageError(FormatError):
    """What was asked for cannot be done: an output that exists, offsets that a format does not offer."""


class WriteError(FormatError):
    """The output could not be written; nothing of it is left."""
