"""Schemas of the store, and how an older one becomes the present one: pure functions from tables to tables.

| schema | what it is |
|---|---|
| 0 | a file that was made with plain TinyDB: only a table `annotations`, with documents of the contract's shape |
| 1 | the present one: `_meta` with a seal, `_sums`, `history` |
"""

from collections.abc import Callable

from annotations.tables import Tables

SCHEMA = 1


def _from_0(tables: Tables) -> Tables:
    """Take the tables as they are: what schema 1 adds is made when the file is written."""
    return {name: rows for name, rows in tables.items() if rows}


STEPS: dict[int, Callable[[Tables], Tables]] = {0: _from_0}
"""From a schema to the next one."""


def migrated(tables: Tables, schema: int) -> Tables:
    """Return the tables of an older schema as those of the present one."""
    for number in range(schema, SCHEMA):
        tables = STEPS[number](tables)
    return tables
