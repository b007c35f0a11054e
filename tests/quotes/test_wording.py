import seeds
from quotes.model import SharedQuote
from quotes.shared import find_shared_quotes
from quotes.wording import Comparison, compare
from tests.quotes.stories import HERALD, LEDGER, article, articles


def comparisons(*texts: str) -> list[Comparison]:
    opened = articles(*texts)
    return [compare(group, opened) for group in find_shared_quotes(opened)]


def test_the_sample_story_says_in_words_what_differs() -> None:
    opened = [article(path.read_text("utf-8"), path.name) for path in sorted(seeds.sample_story().glob("*.txt"))]
    found = [compare(group, opened) for group in find_shared_quotes(opened)]
    assert [c.summary for c in found] == ["same words", "2 drops: lengthy and", "1 has a part of 2"]
    assert [row.attribution for row in found[0].rows] == [
        "was quoted as saying",
        "said in an interview with the Wall Street Journal",
    ]
    assert found[2].rows[1].attribution == "no attribution nearby"
    assert [row.note for row in found[0].rows] == ["whole", "whole"]


def test_every_row_has_a_cell_in_every_column_and_spells_its_quotation() -> None:
    for comparison in comparisons(HERALD, LEDGER):
        assert len({len(row.cells) for row in comparison.rows}) == 1
        base = comparison.rows[comparison.fullest]
        assert all(cell.sign in ("same", "blank", "said") for cell in base.cells)
        assert len([cell for cell in base.cells if cell.sign == "same"]) == comparison.words


def test_an_interrupting_attribution_stands_between_the_words() -> None:
    split = comparisons(HERALD, LEDGER)[1].rows[1]
    at = next(i for i, cell in enumerate(split.cells) if cell.sign == "said")
    assert split.cells[at].text == "Ms Oswin told the Ledger"
    assert split.cells[at - 1].text == "winter,"
    assert split.cells[at + 1].text == "and"
    assert split.note == "split by: Ms Oswin told the Ledger"


def test_changed_added_and_dropped_words() -> None:
    one = "“We will keep the harbour open through the winter and the spring,” said Anna Ruiz."
    other = "“We shall keep the port wide open through the winter,” said Anna Ruiz."
    (comparison,) = comparisons(one, other)
    row = comparison.rows[1]
    assert row.changed == (("shall", "will"), ("port", "harbour"))
    assert row.added == ("wide",)
    assert row.dropped == ("and", "the", "spring")
    assert row.note == "reworded: shall for will, port for harbour; adds “wide”; drops “and the spring”"
    assert comparison.summary == "2 has shall for will, port for harbour"
    assert row.text == "We shall keep the port wide open through the winter,"


def test_what_several_articles_do_alike_is_said_once() -> None:
    whole = "“We will keep the old harbour open through the winter,” Anna Ruiz said."
    cut = whole.replace("old ", "")
    split = "“We will keep the old harbour,” Ruiz said, “open through the winter.”"
    (comparison,) = comparisons(whole, cut, split, cut, split, cut)
    assert comparison.summary == "2, 4 and 6 drop: old · 3 and 5 split it"


def test_a_long_drop_is_counted_and_placed() -> None:
    tail = "and nobody who works here today will lose a berth because of it"
    one = f"“We will keep the harbour open through the winter, {tail},” Anna Ruiz said."
    other = "“We will keep the harbour open through the winter,” Ruiz told the council on Tuesday."
    (comparison,) = comparisons(one, other)
    assert comparison.rows[1].note == "trimmed: drops 13 words at the end"
    assert comparison.rows[1].attribution == "told the council on Tuesday"
    assert comparison.rows[0].attribution == "Anna Ruiz said"


def test_hyphenated_words_stay_glued() -> None:
    said = "“A little more burden-sharing would help us all,” Anna Ruiz said."
    (comparison,) = comparisons(said, said)
    assert comparison.rows[0].text == "A little more burden-sharing would help us all,"


def test_articles_that_are_closed_are_left_out() -> None:
    opened = articles(HERALD, LEDGER)
    group: SharedQuote = find_shared_quotes(opened)[0]
    assert [row.number for row in compare(group, opened[1:]).rows] == [1]


def test_punctuation_clings_to_its_word() -> None:
    said = "“We will (if we must) keep [the port], “open” … today — or not,” Anna Ruiz said."
    (comparison,) = comparisons(said, said)
    texts = [cell.text for cell in comparison.rows[0].cells]
    assert texts == ["We", "will", "(if", "we", "must)", "keep", "[the", "port],", "“open” …", "today —", "or", "not,"]


def test_a_clause_put_elsewhere_is_moved_not_added() -> None:
    whole = "By the way, once the pilots have gone, nothing will help you, folks"
    one = f"“Close the old harbour. {whole},” Anna Ruiz said."
    other = f"“{whole},” Ruiz said. They would “close the old harbour,” Ruiz said."
    (comparison,) = comparisons(one, other)
    row = next(row for row in comparison.rows if row.number == 2 and row.moved)
    assert row.moved == ("close", "the", "old", "harbour")
    assert (row.added, row.dropped) == ((), ())
    assert row.note == "reworded: moves “close the old harbour”"
    assert comparison.summary == "2 moves close the old harbour"
