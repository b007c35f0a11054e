"""Contract: every method of TinyDB's Table does over the journalled storage what it does over TinyDB's own."""

import operator
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.table import Document, Table

from annotations.keeper import Keeper
from annotations.storage import JournalledStorage
from annotations.table import JournalledDB, JournalledTable

ROWS = [{"id": f"k{at}", "number": at, "tags": ["a", {"b": at}]} for at in range(4)]


@pytest.fixture
def both(tmp_path, monkeypatch):
    """Plain TinyDB and the store's, each with the same rows."""
    monkeypatch.setattr(Keeper, "wake", lambda self: None)
    storage = JournalledStorage(tmp_path / "journalled.json")
    databases = TinyDB(tmp_path / "plain.json"), JournalledDB(storage)
    for database in databases:
        database.table("annotations").insert_multiple(ROWS)
    yield databases
    databases[0].close()
    storage.close()


def deepen(document):
    document["tags"][1]["b"] = "changed inside"


def nothing(document):
    return None


class Once:
    """A generator can be read once only; so can this."""

    def __init__(self, rows):
        self.rows = rows

    def __call__(self):
        return iter(self.rows)


CALLS = {
    "insert": lambda table: table.insert({"id": "new", "number": 9}),
    "insert with an id": lambda table: table.insert(Document({"id": "new"}, 17)),
    "insert after an id": lambda table: (table.insert(Document({"id": "x"}, 17)), table.insert({"id": "y"})),
    "insert without id": lambda table: (table.insert({"number": 1}), table.insert({"number": 1})),
    "insert_multiple": lambda table: table.insert_multiple(
        iter([{"id": "n1"}, Document({"id": "n2"}, 30), {"id": "n3"}])
    ),
    "insert_multiple of none": lambda table: table.insert_multiple([]),
    "update all": lambda table: table.update({"number": 7}),
    "update by condition": lambda table: table.update({"number": 7}, where("number") >= 2),
    "update by ids": lambda table: table.update({"number": 7}, doc_ids=[2, 99, 3]),
    "update with an operation": lambda table: table.update(increment("number"), where("id") == "k1"),
    "update that deletes a field": lambda table: table.update(delete("tags"), doc_ids=[1]),
    "update deep inside": lambda table: table.update(deepen, doc_ids=[1, 2]),
    "update without effect": lambda table: table.update(nothing),
    "update of nothing": lambda table: table.update({"number": 7}, where("number") > 100),
    "update of the id": lambda table: table.update({"id": "renamed"}, doc_ids=[1]),
    "update_multiple": lambda table: table.update_multiple(
        [({"number": 5}, where("id") == "k0"), (increment("number"), where("number") > 1)]
    ),
    "upsert of a known one": lambda table: table.upsert({"id": "k1", "more": 1}, where("id") == "k1"),
    "upsert of several": lambda table: table.upsert({"more": 1}, where("number") > 1),
    "upsert of a new one": lambda table: table.upsert({"id": "k9"}, where("id") == "k9"),
    "upsert by id": lambda table: table.upsert(Document({"more": 2}, 2)),
    "upsert by a new id": lambda table: table.upsert(Document({"id": "m"}, 22)),
    "remove by condition": lambda table: table.remove(where("number") < 2),
    "remove by ids": lambda table: table.remove(doc_ids=[1, 4, 99]),
    "remove, then insert": lambda table: (table.remove(doc_ids=[4]), table.insert({"id": "after"})),
    "truncate": lambda table: table.truncate(),
    "truncate, then insert": lambda table: (table.truncate(), table.insert({"id": "after"})),
    "get by condition": lambda table: table.get(where("id") == "k2"),
    "get by id": lambda table: table.get(doc_id=2),
    "get by ids": lambda table: table.get(doc_ids=[1, 3, 9]),
    "get none": lambda table: (table.get(doc_id=9), table.get(where("id") == "no")),
    "contains": lambda table: (table.contains(doc_id=1), table.contains(where("id") == "k9")),
    "search": lambda table: table.search(where("number") > 1),
    "search, change, search": lambda table: (
        table.search(where("number") > 1),
        table.update({"number": 50}, doc_ids=[1]),
        table.search(where("number") > 1),
    ),
    "count": lambda table: table.count(where("number") > 1),
    "length": len,
    "iteration": list,
    "all": lambda table: table.all(),
    "wrong: no mapping": lambda table: table.insert([1]),
    "wrong: no mapping among others": lambda table: table.insert_multiple([{"id": "a"}, 3]),
    "wrong: the id is taken": lambda table: table.insert(Document({"id": "x"}, 2)),
    "wrong: the id is taken among others": lambda table: table.insert_multiple([{"id": "a"}, Document({}, 2)]),
    "wrong: upsert of anything": lambda table: table.upsert({"id": "a"}),
    "wrong: remove of anything": lambda table: table.remove(),
    "wrong: get of anything": lambda table: table.get(),
    "wrong: operation": lambda table: table.update(operator.neg),
    "wrong: field": lambda table: table.update(delete("nowhere"), doc_ids=[1, 2]),
}


def outcome(call, table):
    """Return what a call gives, or which error it ends with."""
    try:
        return call(table)
    except (ValueError, RuntimeError, TypeError, KeyError) as error:
        return type(error)


def rows(table):
    return sorted(((document.doc_id, dict(document)) for document in table.all()), key=operator.itemgetter(0))


@pytest.mark.parametrize("name", CALLS)
def test_each_call_does_what_it_does_in_tinydb(both, name, tmp_path):
    plain, journalled = both
    assert outcome(CALLS[name], journalled.table("annotations")) == outcome(CALLS[name], plain.table("annotations"))
    assert rows(journalled.table("annotations")) == rows(plain.table("annotations"))
    again = JournalledStorage(tmp_path / "journalled.json", "only looked at")
    assert rows(JournalledDB(again).table("annotations")) == rows(plain.table("annotations"))
    again.close()


def test_each_overridden_method_is_under_contract():
    overridden = {name for name in vars(JournalledTable) if not name.startswith("_") and name in vars(Table)}
    called = {word for name in CALLS for word in name.replace(",", "").replace(":", "").split()}
    assert overridden
    assert overridden <= called


def test_tables_of_a_database(both):
    plain, journalled = both
    for database in both:
        database.table("other").insert({"a": 1})
        database.insert({"in": "the default table"})
    assert journalled.tables() == plain.tables()
    for database in both:
        database.drop_table("other")
        database.drop_table("nowhere")
    assert journalled.tables() == plain.tables()
    assert len(journalled) == len(plain) == 1
    for database in both:
        database.drop_tables()
    assert journalled.tables() == plain.tables() == set()
    assert journalled.table("annotations").all() == []


def test_what_a_caller_does_to_a_document_changes_nothing(both):
    for database in both:
        document = {"id": "mine", "number": 1}
        database.table("annotations").insert(document)
        document["number"] = 2
        database.table("annotations").all()[0]["number"] = 77
        assert database.table("annotations").get(where("id") == "mine")["number"] == 1
        assert database.table("annotations").get(doc_id=1)["number"] == 0


def test_an_error_in_the_middle_changes_nothing(both, tmp_path):
    _, journalled = both
    table = journalled.table("annotations")
    log = Path(tmp_path / "journalled.json.journal").read_bytes()

    def failing(document):
        document["number"] = 100
        if document["id"] == "k2":
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        table.update(failing)
    assert [document["number"] for document in table.all()] == [0, 1, 2, 3]
    assert Path(tmp_path / "journalled.json.journal").read_bytes() == log


def test_an_id_is_given_once_in_a_table(both):
    _, journalled = both
    table = journalled.table("annotations")
    with pytest.raises(ValueError, match="'k1'"):
        table.insert({"id": "k1"})
    with pytest.raises(ValueError, match="'k2'"):
        table.update({"id": "k2"}, doc_ids=[1])
    assert [document["id"] for document in table.all()] == ["k0", "k1", "k2", "k3"]


def test_one_call_is_one_line_of_the_journal(both, tmp_path):
    _, journalled = both
    log = tmp_path / "journalled.json.journal"
    before = log.read_bytes().count(b"\n")
    journalled.table("annotations").update({"number": 5})
    journalled.table("annotations").insert_multiple([{"id": "a"}, {"id": "b"}])
    journalled.table("annotations").upsert({"id": "c"}, where("id") == "c")
    assert log.read_bytes().count(b"\n") == before + 3


def test_two_processes_never_give_one_id_twice(both, tmp_path):
    _, first = both
    storage = JournalledStorage(tmp_path / "journalled.json")
    second = JournalledDB(storage)
    for at in range(5):
        first.table("annotations").insert({"id": f"first {at}"})
        second.table("annotations").insert({"id": f"second {at}"})
    first.storage.refresh()
    assert rows(first.table("annotations")) == rows(second.table("annotations"))
    assert len(rows(first.table("annotations"))) == 14
    assert first.table("annotations").search(where("id") == "second 4")
    storage.close()
