import time

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from articles.article import Article, Span
from articles.segments import paragraphs, sentences, words

SIGNS = (
    "aZé1 .!?…\"“”‘’«»()[]—-'\n\t\u00a0\u202f\u0301\u200d\u200c👩👧🏽🇫🇷東京あアー々。！ﾞकि्शم\u0600\ufe0fℹ_&,\ufeff\x0b"
)
TEXTS = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=("Cs", "Cn"))), max_size=60)


PREFIX = regex.compile(r"\p{GCB=Prepend}")
"""Letters that belong to what stands behind them; alone they are no word."""


def sentences_of(text):
    return [text[start:end] for paragraph in paragraphs(text) for start, end in sentences(text, *paragraph)]


def words_of(text):
    return [text[start:end] for start, end in words(text)]


def test_paragraphs_are_lines_with_something_on_them():
    text = "One.\nTwo, \u00a0\n\n  \n\tThree\u202f\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One.", "Two,", "Three"]
    assert list(paragraphs("")) == list(paragraphs(" \n\u00a0\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Vice President J.D. Vance spoke at 5 p.m. Friday.|He left.",
        "He arrived at 5 p.m.|The talks began.",
        "He came from the U.S.|“We won,” he said.",
        "Mr. Smith and Dr. Jones met Gov. Lee on St. Mary's Ave. near No. 5 of Fig. 3.|They spoke.",
        "George W. Bush and J. K. Rowling of Jones Inc. and Co. won vs. Lee Jr. in Jan. 2020.|So it was.",
        "He said no.|Then he sat.|Mar is a name.",
        "It was plan B.|The mayor agreed.",
        "1. The first of all.|2. The second.",
        "It rose 3.5 percent to $1.2 billion.|Is that all?|Yes!",
        "“We will,” he said.|“No.”|“Never!”|She left.",
        "“Is it over?” he asked.|“Stop!” Vance said.|“Why?” Ann Lee of Reuters asked.",
        "He asked “Why?”|Nobody knew.",
        "Wait... what?|We go…|And so (it was).|(It was so.)|[Really.]|Yes.[3]|Then he left.",
        "Am 3. Mai kam z. B. Dr. Schmidt, d. h. der Chef der Müller u. Co. GmbH.|Er kam.|Im 21. Jahrhundert nicht.",
        "»Wir gehen.«|Er kam ca. 5 Mal.|Bzw. nicht.",
        "M. Macron et Mme Dupont sont là.|Il a dit : « Oui. »|Puis il est parti.|« Non ! » a-t-elle crié.",
        "M. Macron\u00a0: «\u00a0Oui.\u00a0»|Puis rien.",
        "El Sr. López y la Sra. Díaz dijeron: «Vamos.»|¿Por qué?|¡Ya!|Nadie lo sabe.",
        "مرحبا بكم.|كيف حالك؟|نعم.",
        "In 2024.|Trump said so.",
        "[...] The rest of it.|Done.",
    ],
)
def test_sentences(text):
    assert sentences_of(text.replace("|", " ")) == text.split("|")


def test_sentences_without_blanks_between_them():
    assert sentences_of("他说：“我们走。”然后他离开了。真的吗？是的！") == [
        "他说：“我们走。”",
        "然后他离开了。",
        "真的吗？",
        "是的！",
    ]


def test_sentences_end_with_their_paragraph():
    assert sentences_of("No end here\nNor here.\n\n“Or here") == ["No end here", "Nor here.", "“Or here"]


def test_words():
    assert words_of("“Don't,” said the U.S.-led l’homme’s 'mother' in '98, 3.5 or 1,000 at 10:30.") == [
        *("Don't", "said", "the", "U.S.-led", "l’homme’s", "mother", "in", "98", "3.5", "or", "1,000", "at", "10:30")
    ]
    assert words_of("_very_ well-known AT&T rock'n'roll J.D. Vance — snake_case") == [
        *("very", "well-known", "AT&T", "rock'n'roll", "J.D.", "Vance", "snake_case")
    ]


def test_words_of_other_scripts_and_whole_graphemes():
    assert words_of("cafe\u0301s नमस्ते, می\u200cخواهم 한국어 1\ufe0f\u20e3 Größe") == [
        *("cafe\u0301s", "नमस्ते", "می\u200cخواهم", "한국어", "1\ufe0f\u20e3", "Größe")
    ]
    assert words_of("人々が東京タワーへ") == ["人々", "が", "東", "京", "タワー", "へ"]
    assert words_of("👩\u200d👩\u200d👧 👍🏽 —") == []


@given(TEXTS)
@example("A. \u0301B. C")
@example("\u0600a 5\u0600")
@example("ℹ\u200d👩 👩\u200dℹ a🏽b")
@example("か\u3099。\u3099か")
@example(" \u0301a\n \u0301b. \u0301 C")
def test_no_edge_lies_inside_a_grapheme_and_all_is_in_order(text):
    inside = {place for match in regex.finditer(r"\X", text) for place in range(match.start() + 1, match.end())}
    inside -= {place for place, sign in enumerate(text) if sign == "\n"}
    article = Article("x", text)
    for spans in (article.paragraphs, article.sentences, article.words):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert not inside & set(edges)
        assert all(span.start < span.end for span in spans)


@given(TEXTS)
def test_sentences_cover_their_paragraphs_but_for_blanks(text):
    article = Article("x", text)
    covered = {place for span in article.sentences for place in range(*span)}
    for start, end in article.paragraphs:
        assert all(text[place].isspace() for place in set(range(start, end)) - covered)


@given(TEXTS)
def test_every_letter_is_in_a_word(text):
    covered = {place for span in words(text) for place in range(*span)}
    assert all(
        place in covered
        for place, sign in enumerate(text)
        if sign.isalnum() and sign not in "ℹﾞﾟำຳ" and not PREFIX.match(sign)
    )


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        ".",
        ". ",
        "a. ",
        "a",
        ".) ",
        "a'",
        "a.",
        "e\u0301",
        "Mr. Smith said “no.” ",
        "(",
        " ",
        ".)",
        "x? ",
        "1.",
        "。",
        "東。",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def cost(size):
        text = "x. " + piece * (size // len(piece)) + "y"
        start = time.process_time()
        list(sentences(text, 0, len(text)))
        list(words(text))
        return time.process_time() - start

    small = min(cost(20_000) for _ in range(3))
    assert cost(320_000) < 16 * small * 5 + 0.05


def test_spans_are_spans():
    article = Article("x", "One two.")
    assert article.words == (Span(0, 3), Span(4, 7))
    assert article.sentences == article.paragraphs == (Span(0, 8),)
