"""Every line of every lexicon is tried: its example goes through the module that reads the list."""

from importlib.resources import files

import pytest

from minutes_extract.annotations import Act, Force, Label, PersonReading, SectionKind
from minutes_extract.layout import arrange
from minutes_extract.loaders import load_bytes
from minutes_extract.nlp import acts, conditions, consultation, limb_words, parts, provisos
from minutes_extract.nlp.actors import is_actor, is_person
from minutes_extract.nlp.leads import find as find_lead
from minutes_extract.nlp.lexicon import Entry, entries, fold
from minutes_extract.nlp.passages import Passage
from minutes_extract.values import post_words, posts
from nlp.marked_pages import folded, read

NAMES = (
    "actors",
    "capacities",
    "chrome",
    "closings",
    "condition_kinds",
    "consultation",
    "decision_objects",
    "decision_verbs",
    "headings",
    "labels",
    "posts",
    "provisos",
)


def each(name: str) -> pytest.MarkDecorator:
    """One test for every entry of a lexicon, named for its term."""
    return pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.term) for entry in entries(name)])


def passage(line: str) -> Passage:
    """A line as the page gives it."""
    document = arrange(load_bytes(line.encode(), "page.txt"))
    return Passage(document.text, document.blocks[0])


def test_every_lexicon_has_its_tests_here() -> None:
    lists = {path.name.removesuffix(".txt") for path in (files("minutes_extract.nlp") / "lexicons").iterdir()}
    assert lists == set(NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "posts"])  # "Board" is a body and a modifier
def test_no_term_stands_for_two_things(name: str) -> None:
    told: dict[str, set[str]] = {}
    for entry in entries(name):
        told.setdefault(fold(entry.term), set()).add(entry.code)
    assert [term for term, codes in told.items() if len(codes) > 1] == []


@each("labels")
def test_a_label_line_gives_its_field(entry: Entry) -> None:
    value = entry.example.removeprefix(entry.term).lstrip("?: ")
    assert read(f"{entry.example}\n\nThe hall was full.\n").fields == [(entry.code, folded(value))]


@each("headings")
def test_a_heading_opens_its_section(entry: Entry) -> None:
    heading = passage(entry.example).heading
    assert heading is not None
    kind = SectionKind.OPERATIVE if entry.code == "recommended" else SectionKind(entry.code)
    force = Force.RECOMMENDS if entry.code == "recommended" else Force.DECIDES
    assert (heading.kind, heading.force) == (kind, force)


@each("decision_verbs")
def test_a_verb_decides(entry: Entry) -> None:
    found = [deed.act for deed in acts.find(entry.example)]
    if entry.code == "accept":
        assert found == [Act.AWARD]
    else:
        assert Act(entry.code) in found


@each("decision_verbs")
def test_a_verb_begins_a_limb(entry: Entry) -> None:
    assert limb_words.is_limb(entry.example) or find_lead(entry.example) is not None


@each("decision_objects")
def test_an_object_names_its_act(entry: Entry) -> None:
    assert Act(entry.code) in [deed.act for deed in acts.find(entry.example)]


@each("actors")
def test_a_decider(entry: Entry) -> None:
    lead = find_lead(entry.example)
    assert is_actor(entry.term)
    assert is_person(entry.term) is (entry.code == "person")
    assert lead is not None


@each("closings")
def test_a_note_ends_a_resolution(entry: Entry) -> None:
    assert parts.closes(passage(entry.example))
    found = read(f"RESOLVED that the report be noted.\n\n{entry.example}\n\nThe hall was full.\n")
    assert [words for _, _, words in found.limbs] == ["that the report be noted"]


@each("chrome")
def test_a_page_s_own_line_is_no_title(entry: Entry) -> None:
    found = read(f"{entry.example}\n\nHarbour Wall\n\nDecision Maker: Cabinet\n")
    assert [found.words(item.title) for item in found.items] == ["Harbour Wall"]


@each("posts")
def test_a_post(entry: Entry) -> None:
    """A head, or a word before it, stands in the name that is given power or is asked."""
    behind = entry.example.partition(" to ")[2] if " to " in entry.example else entry.example.partition(" with ")[2]
    names = " ".join(found.value for found in posts.leading(behind))
    assert fold(entry.term) in fold(names)
    kinds = {term.kind for term in post_words.terms()[fold(entry.term).split()[0]]}
    assert post_words.PostKind(entry.code) in kinds


@each("consultation")
def test_those_who_must_be_asked(entry: Entry) -> None:
    found = consultation.phrase_re().search(entry.example)
    assert found is not None
    assert fold(entry.example[found.start() : found.end()]) == fold(entry.term)


@each("provisos")
def test_words_that_bind(entry: Entry) -> None:
    [found] = provisos.find(entry.example, 0, len(entry.example))
    assert found.code == entry.code
    assert entry.example[found.start :].startswith(entry.term.lstrip(", "))


@each("condition_kinds")
def test_what_a_condition_asks_for(entry: Entry) -> None:
    assert entry.term in entry.example.casefold()
    assert conditions.kind(entry.example) == ("partner_approval" if entry.code == "partner" else entry.code)


@each("capacities")
def test_a_label_before_names(entry: Entry) -> None:
    found = read(f"{entry.example}\nThe hall was full.\n").annotations.of(Label.PERSON, PersonReading)
    assert {value.capacity for _, value in found} == {entry.code}
