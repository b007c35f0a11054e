import itertools
import random
import string
import time

import pytest

import seeds
from articles.article import Article
from quotes.marks import DOUBLE_MARKS
from quotes.model import SharedQuote
from quotes.quotations import find_quotations
from quotes.shared import find_shared_quotes, find_shared_wording
from quotes.story import read_story
from tests.quotes.planting import plant
from tests.quotes.stories import DEPECHE, HAFENBOTE, HERALD, JOURNAL, LEDGER, TAGBLATT, article, articles


def summary(groups: list[SharedQuote]) -> list[tuple[str | None, list[tuple[str, str]]]]:
    return [(g.speaker, [(m.article, m.text) for m in g.members]) for g in groups]


def texts(*stories: str) -> list[list[str]]:
    return [[m.text for m in g.members] for g in find_shared_quotes(articles(*stories))]


def sample_story() -> list[Article]:
    return [article(path.read_text("utf-8"), path.name) for path in sorted(seeds.sample_story().glob("*.txt"))]


def test_the_sample_story_has_exactly_three_shared_quotes() -> None:
    one, other = (a.id for a in sample_story())
    assert [
        (g.speaker, [(m.article, m.start, m.end) for m in g.members]) for g in find_shared_quotes(sample_story())
    ] == [
        ("J.D. Vance", [(one, 270, 354), (other, 1050, 1134)]),
        ("Donald Trump", [(one, 554, 582), (other, 3070, 3098)]),
        ("J.D. Vance", [(one, 1234, 1279), (other, 1239, 1284)]),
    ]


def test_the_order_of_the_articles_makes_no_difference() -> None:
    story = articles(HERALD, LEDGER, HAFENBOTE, TAGBLATT)
    expected = find_shared_quotes(story)
    assert len(expected) == 6
    for shuffled in itertools.permutations(story):
        assert find_shared_quotes(list(shuffled)) == expected


def test_a_story_told_twice_in_english() -> None:
    first = "We will keep the harbour open through the winter"
    second = "and nobody who works here today will lose a berth because of it"
    assert texts(HERALD, LEDGER) == [
        ["money pit", "money pit"],
        [
            f"{first}, {second}",
            first,
            second,
        ],
        ["costs us eleven thousand a day", "costs us eleven thousand [pounds] a day"],
        [
            "I have fished here for forty years",
            "And I have never seen anything like it",
            "I have fished here for forty years and … never seen anything like it",
        ],
    ]


def test_wordings_in_the_order_of_the_contract() -> None:
    wordings = [[m.wording for m in g.members] for g in find_shared_quotes(articles(HERALD, LEDGER))]
    assert wordings[0] == ["identical", "trimmed"]
    assert wordings[1] == ["identical", "split", "split"]
    assert wordings[2][1] == "reworded"


def test_stories_in_german_and_french() -> None:
    german = find_shared_quotes(articles(HAFENBOTE, TAGBLATT))
    assert [(g.speaker, g.members[0].text) for g in german] == [
        ("Maria Kessler", "Wir halten den Hafen den ganzen Winter über offen"),
        ("Jens Brandt", "keinen Plan für die Werft"),
    ]
    french = find_shared_quotes(articles(JOURNAL, DEPECHE))
    assert [(g.speaker, g.members[1].text) for g in french] == [
        ("Anna Ferrand", "Nous garderons le port ouvert tout l'hiver"),
        ("Jean Morel", "plan pour le chantier naval"),
    ]


def test_the_same_words_of_two_speakers_are_two_matters() -> None:
    said = "this is the worst winter that we have had"
    one = f"“I think {said},” Anna Ruiz said."
    other = f"“It is clear that {said},” Tom Hill said."
    assert texts(one, other) == []
    assert len(texts(one, one.replace("think", "believe"))) == 1


def test_stock_phrases_of_unrelated_articles_are_no_shared_quotes() -> None:
    one = "“At the end of the day, the fishermen must decide,” Anna Ruiz said of the northern quay in Esby."
    other = "“Our players were tired, but at the end of the day we won,” coach Tom Hill told television viewers."
    assert texts(one, other) == []


def test_names_and_titles_outside_the_marks_are_none_either() -> None:
    line = "The mayor of Esby and former harbour master Anna Maria Ruiz"
    assert texts(f"{line} said “yes, of course”.", f"{line} said “no, never again”.") == []


def test_spelling_of_the_speaker_may_differ() -> None:
    one = "“Not one metre of our land,” said Volodymyr Zelenskiy."
    other = "“Not one metre of our land,” Zelenskyy said."
    assert [g.speaker for g in find_shared_quotes(articles(one, other))] == ["Volodymyr Zelenskiy"]


def test_members_are_cut_at_inner_marks() -> None:
    one = "“He says, ‘Everything is on the table, let’s make a deal,’ and then he leaves,” Anna Ruiz said."
    assert texts(one, one.replace("Anna Ruiz said", "said Ms Ruiz")) == [
        ["He says", "Everything is on the table, let’s make a deal", "and then he leaves"] * 2
    ]


def test_a_post_quoted_here_and_embedded_there_without_marks() -> None:
    words = "The harbour stays open and nobody will lose a berth. Not one!"
    quoted = f"The mayor wrote: “{words}”\n\nOthers laughed."
    signed = f"Ardley posted again.\n\n{words} pic.twitter.com/abc\n\n— Tom Ardley (@tomardley) May 2\n\nThat was all."
    plain = f"Ardley posted again:\n\n{words}\n\nThat was all."
    assert texts(quoted, signed) == [[words[:-1], words[:-1]]]
    assert texts(quoted, plain) == [[words[:-1], words[:-1]]]


def test_an_expletive_may_be_starred() -> None:
    assert texts("“It’s f***ing madness,” one docker said.", "‘It’s fucking madness,’ a docker told the Ledger.") == [
        ["It’s f***ing madness", "It’s fucking madness"]
    ]


def test_quotes_side_by_side_stay_two() -> None:
    text = (
        "“We keep the harbour open all winter,” said Anna Ruiz. According to Tom Hill, “the money was there in March.”"
    )
    assert len(texts(text, text)) == 2


def test_a_quote_printed_several_times_is_one_group() -> None:
    said = "“We keep the harbour open all winter,” said Anna Ruiz."
    text = f"{said} It was late. {said}"
    assert [len(members) for members in texts(text, text)] == [4]


def test_ids_come_from_the_fullest_wording_and_do_not_depend_on_other_articles() -> None:
    alone = find_shared_quotes(articles(HERALD, LEDGER))
    among = find_shared_quotes([*articles(HERALD, LEDGER), article(JOURNAL, "x.txt"), article(DEPECHE, "0.txt")])
    assert {g.id for g in alone} <= {g.id for g in among}
    assert len({g.id for g in among}) == len(among)


def test_ids_of_equal_words_by_two_speakers_differ() -> None:
    words = "“The harbour will stay open all winter,”"
    one = f"{words} said Anna Ruiz."
    other = f"{words} said Tom Hill."
    groups = find_shared_quotes(articles(one, other, one + "\n", other + "\n"))
    assert sorted(g.speaker or "" for g in groups) == ["Anna Ruiz", "Tom Hill"]
    assert len({g.id for g in groups}) == 2


@pytest.mark.parametrize("seed", range(10))
def test_planted_quotes_come_back(seed: int) -> None:
    corpus = plant(1000 + seed)
    groups = find_shared_quotes(corpus.articles)
    want = {(a, i) for p in corpus.planted for a, start, end in p.members for i in range(start, end)}
    got = {(m.article, i) for g in groups for m in g.members for i in range(m.start, m.end)}
    assert len(want & got) >= 0.95 * len(want)
    assert len(want & got) >= 0.98 * len(got)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_promised_of_spans_holds(seed: int) -> None:
    corpus = plant(2000 + seed, stories=2)
    by_id = {a.id: a.text for a in corpus.articles}
    for group in find_shared_quotes(corpus.articles):
        assert len({m.article for m in group.members}) > 1
        for member in group.members:
            assert by_id[member.article][member.start : member.end] == member.text
            assert not set(member.text) & set(DOUBLE_MARKS)


def test_no_group_runs_through_unrelated_stories() -> None:
    corpus = plant(3, stories=30, per_story=4)
    for group in find_shared_quotes(corpus.articles):
        assert len({m.article.split("_")[0] for m in group.members}) == 1


def test_near_copies_are_one_group_a_quote() -> None:
    copies = [article(HERALD.replace("Esby", f"Esby{n}"), f"{n:03}.txt") for n in range(300)]
    groups = find_shared_quotes(copies)
    assert {len({m.article for m in g.members}) for g in groups} == {300}


BAD = {
    "empty": "",
    "one word": "word",
    "no marks": "nothing at all is said here. " * 200,
    "ten thousand opening marks": "“" * 10_000,
    "ten thousand straight marks": '" ' * 10_000,
    "one that never closes": "He said “" + "and so on " * 3000,
    "ten thousand lines of marks": '"a\n' * 10_000,
    "single marks": " 'a b\"" * 5000,
    "a long line": "“We will never give up this harbour,” Anna Ruiz said. " * 3000,
    "a thousand words in marks": "« a » " * 1000,
    "right to left": 'قال: "لن نستسلم أبدا مهما كان الثمن" ثم غادر.',
    "mixed": "“Ja”, said 王. «Nein» он. 「我们」 \u202e \x1b[31m \ud800 \x00",
    "brackets": "“[a] [b " * 2000,
    "signs that combine": "“e\u0301te\u0301 👩\u200d🔧 \u200f\u05e9” " * 300,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_an_answer(name: str) -> None:
    pair = [article(BAD[name], "a.txt"), article(BAD[name] + " ", "b.txt"), article(HERALD, "c.txt")]
    texts = {a.id: a.text for a in pair}
    story = read_story(pair)
    assert story == read_story([article(a.text, a.id) for a in pair])
    members = [member for group in story.groups for member in group.members]
    found = [*members, *story.boilerplate, *(q for quotations in story.quotations.values() for q in quotations)]
    assert [passage.text for passage in found] == [texts[p.article][p.start : p.end] for p in found]
    assert not any(set(member.text) & set(DOUBLE_MARKS) for member in members)


def test_the_same_article_under_two_names_shares_all_that_it_quotes() -> None:
    groups = find_shared_quotes(articles(HERALD, HERALD))
    quoted = [q.text for q in find_quotations(article(HERALD))]
    assert sorted(m.text for g in groups for m in g.members if m.article == "a.txt") == sorted(
        text.rstrip(",.") for text in quoted
    )
    assert all(len({m.article for m in g.members}) == 2 for g in groups)


@pytest.mark.long
@pytest.mark.parametrize(
    "unit", ["“We will never give up this harbour,” Anna Ruiz said. ", '"yes" no ', "« a » ", "「我们」"]
)
def test_a_line_of_twice_as_many_quotations_takes_no_four_times_as_long(unit: str) -> None:
    def seconds(count: int) -> float:
        pair = articles(unit * count, unit * count + " ")
        start = time.process_time()
        read_story(pair)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 3.2 * seconds(2000)


def test_noise_of_all_signs_is_read() -> None:
    chance = random.Random(5)
    signs = string.ascii_letters + " .,\n" + "“”‘’«»\"'" * 4
    for _ in range(20):
        noise = "".join(chance.choice(signs) for _ in range(3000))
        opened = articles(noise, noise[::-1], noise[1000:])
        texts = {article.id: article.text for article in opened}
        members = [member for group in find_shared_quotes(opened) for member in group.members]
        assert all(texts[member.article][member.start : member.end] == member.text for member in members)


def test_wording_outside_marks_is_a_kind_of_its_own() -> None:
    wire = "The council of Esby voted on Tuesday to close the northern basin of the harbour after a debate until dawn."
    pair = articles(f"{wire} “Yes, we will,” one said.", f"Late news. {wire} “No, we will not,” another said.")
    assert find_shared_quotes(pair) == []
    groups = find_shared_wording(pair)
    assert summary(groups) == [(None, [("a.txt", wire[:-1]), ("b.txt", wire[:-1])])]
    assert find_shared_wording(articles(HERALD, LEDGER)) == []


def test_a_paragraph_of_quotations_in_single_marks_is_no_copy_without_marks() -> None:
    here = (
        "“We will not let the harbour fall into foreign hands,” said Maria Kessler. “It belongs to all who live here.”"
    )
    there = "'We will not let the harbour fall into foreign hands,' said Ms Kessler. 'It belongs to all who live here.'"
    members = [member.text for group in find_shared_quotes(articles(here, there)) for member in group.members]
    assert (
        members == ["We will not let the harbour fall into foreign hands"] * 2 + ["It belongs to all who live here"] * 2
    )


@pytest.mark.parametrize("mark", ["“", "”", '"', "‹", "''"])
def test_a_member_is_cut_at_a_mark_that_has_no_partner(mark: str) -> None:
    said = f"We will not let the harbour {mark} fall into foreign hands"
    story = articles(f"“{said},” said Maria Kessler.", f"„{said}“, said Maria Kessler.")
    members = [member.text for group in find_shared_quotes(story) for member in group.members]
    assert members
    assert [text for text in members if mark in text] == []


def test_a_story_has_its_groups_in_the_order_in_which_the_articles_were_opened() -> None:
    story = articles(HERALD, LEDGER, HAFENBOTE, TAGBLATT)
    for shuffled in itertools.permutations(story):
        place = {article.id: number for number, article in enumerate(shuffled)}
        groups = read_story(shuffled).groups
        assert {group.id for group in groups} == {group.id for group in find_shared_quotes(story)}
        firsts = [(place[group.members[0].article], group.members[0].start) for group in groups]
        assert firsts == sorted(firsts)
        assert all(firsts[number][0] == min(place[m.article] for m in g.members) for number, g in enumerate(groups))


def test_another_article_names_the_speaker() -> None:
    words = "“We will keep the harbour open all through the winter.”"
    named = f"{words[:-2]},” said Anna Ruiz."
    silent = f"It was a long day for Ruiz in Esby.\n\nThe council met.\n\n{words}"
    anonymous = f"Ruiz was there. {words[:-2]},” a neighbour said."
    unmentioned = f"It was a long day in Esby.\n\nThe council met.\n\n{words}"
    story = read_story(articles(named, silent, anonymous, unmentioned))
    assert [q.speaker for quotations in story.quotations.values() for q in quotations] == [
        "Anna Ruiz",
        "Ruiz",
        None,
        None,
    ]


BRITISH = """The mayor of Esby has accused councillors of 'playing politics with people's lives' after a vote.

Tom Ardley, 58, said the move was 'cowardly, short-sighted and wrong'. 'I'm not going anywhere,' he told \
Radio Esby. 'The people of this town didn't elect me to roll over, and I won't.'

His deputy Clara Oswin insisted: 'We've looked at the numbers. The harbour's finances are a disgrace.'
"""
AMERICAN = """Tom Ardley told the radio he was "not going anywhere." \
"The people of this town didn't elect me to roll \
over," he said, "and I won't."

Councillors, Ardley added, were “playing politics with people’s lives.” \
He called the vote “cowardly [and] short-sighted.”

Clara Oswin said the council had "looked at the numbers."
"""


def test_british_and_american_habits_meet() -> None:
    groups = find_shared_quotes(articles(BRITISH, AMERICAN))
    assert [(g.speaker, g.members[0].text) for g in groups] == [
        ("Tom Ardley", "playing politics with people's lives"),
        ("Tom Ardley", "cowardly, short-sighted"),
        ("Tom Ardley", "not going anywhere"),
        ("Tom Ardley", "The people of this town didn't elect me to roll over, and I won't"),
        ("Clara Oswin", "looked at the numbers"),
    ]


def test_sic_is_the_editors_word() -> None:
    said = "We will not pay {}one more cent for the new bridge"
    texts = [f"“{said.format('[sic] ')},” Ann Lee told the council.", f"“{said.format('')},” said Ann Lee."]
    (group,) = find_shared_quotes([article(text, f"{number}.txt") for number, text in enumerate(texts)])
    assert [member.wording for member in group.members] == ["identical", "identical"]


def test_words_that_an_editor_put_in_brackets_make_no_wording_the_fullest() -> None:
    plain = "“It costs us eleven thousand a day to keep the crane,” said Anna Ruiz."
    inserted = "“It costs us [the harbour] eleven thousand [pounds] a day to keep the crane,” said Anna Ruiz."
    wordings = [[m.wording for m in g.members] for g in find_shared_quotes(articles(plain, inserted))]
    assert wordings == [["identical", "reworded"]]


def test_brackets_at_the_edge_of_a_member_are_whole_and_those_within_a_word_do_no_harm() -> None:
    one = "“No one is sadder about this than the crews of the boats,” said Anna Ruiz."
    other = "“Nobody [is] sadder about this than the crew[s] of the boats,” said Anna Ruiz."
    assert texts(one, other) == [
        ["is sadder about this than the crews of the boats", "[is] sadder about this than the crew[s] of the boats"]
    ]
    assert texts("“We will keep the harbour,” said Anna Ruiz.", "Anna Ruiz said “[W]e will keep the harbour.”") == [
        ["We will keep the harbour", "[W]e will keep the harbour"]
    ]


@pytest.mark.parametrize(
    ("by_a_person", "by_a_body"),
    [
        ("said Oona Farrow of Rowers Voice", "said rowing group Rowers Voice"),
        ("said Oona Farrow, head of Rowers Voice", "said rowing group Rowers Voice"),
        ("said Oona Farrow (Rowers Voice)", "said rowing group Rowers Voice"),
    ],
)
def test_a_body_that_no_word_tells_is_known_by_its_people(by_a_person: str, by_a_body: str) -> None:
    said = "sick and tired of ferries"
    story = "The harbour ferries of Esby stood still on Monday; crews, cranes and berths waited for the council."
    one, other = (
        f"{story} “We are {said} that never come,” {by_a_person}.",
        f"{story} Crews were “{said},” {by_a_body}.",
    )
    assert texts(one, other) == [[said, said]]
    assert texts(one, other.replace("Rowers Voice", "Gudrun Ostrow")) == []


def test_a_few_words_of_one_speaker_meet_in_articles_that_have_little_else_in_common() -> None:
    one = "Nora Quill ist verärgert. „Wir sind von der Welt vergessen, und keiner ruft zurück“, sagte Nora Quill."
    one += " Bäcker, Gäste und Hotels warten seit Montag auf Ersatzteile aus dem Ausland; die Reederei verspricht viel."
    other = "Am Kai liegt nur ein Boot. Man sei „von der Welt vergessen“, sagt Nora Quill, die Wirtin der Insel Esby."
    other += " Möwen kreisen über leeren Stegen, ein Lehrer malt Plakate, und abends singt der Chor gegen den Wind an."
    assert texts(one, other) == [["von der Welt vergessen"] * 2]
    assert texts(one, other.replace("Nora Quill", "Tom Ard")) == []


def test_a_body_may_have_said_what_its_people_said() -> None:
    story = "The council of Esby met about the harbour, the cranes and the winter. "
    one = story + "The Harbour Board called the plan “extremely careless” on Monday."
    other = story + "Harbour Board chairwoman Ingrid Vale said the plan was “extremely careless in every part of it.”"
    stranger = story + "Mayor Tom Ardley said the plan was “extremely careless in every part of it.”"
    assert texts(one, other) == [["extremely careless", "extremely careless"]]
    assert texts(one, stranger) == []
