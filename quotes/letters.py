"""The letters by which shared quotes are known: in the margins of the reading room, in its tables, in reports."""


def letter(number: int) -> str:
    """Return the letter of the shared quote with this number, from 0: a ... z, aa, ab ..."""
    result = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        result = chr(ord("a") + rest) + result
    return result
