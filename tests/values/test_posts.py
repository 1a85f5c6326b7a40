"""Posts: lists as councils print them, with `|` between the posts that they name."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values import post_words, posts

# Everything behind the last post is no part of it.
LISTS = """
Executive Director, Delivery
Strategic Director, Finance
Director of Commissioning and Partnerships
Executive Director – Place and Renewal
Executive Director Enabling Services (S151)
Assistant Director: Housing
Service Director – Legal, Governance and Commissioning
Service Director: Legal & Community
Assistant Director – Property
Assistant Director (Operations)
Corporate Manager Property
Cabinet Member Economy and Assets
Cabinet Member - Highways and Public Realm
Portfolio Holder - Transport and Parking
Cabinet Member for the Environment
Cabinet Member with responsibility for Housing
Cabinet Member for Children’s Services, Young People and Schools
Executive Director of Estates, Streets and Leisure
Interim Corporate Director of Adult Social Care and Health
Principal Schools Place Planning Manager
Chief Legal and Democratic Officer
Housing and Customer Portfolio Holder
Head of Adults’ Services
Head of Paid Service
Director of Planning and the Built Environment
Chair of the Streets and Mobility Committee
Chair of the Transport Board
Deputy Mayor for Children and Families
Portfolio Lead for Economic Growth
Councillor Hale (Lead Member for Roads)
Cllr Hale, Portfolio Holder for Roads and Trees
Portfolio Holder for Roads, Cllr Hale
Cllr Hale, Cllr Webb and the Clerk => Cllr Hale | Cllr Webb | Clerk
Cllr Hale and the Clerk => Cllr Hale | Clerk
Leader of the Council & Portfolio Holder for Strategy, Partnerships and Engagement
Head of Communities and Prevention / Director of Population Health
Service Manager, Commissioning / Head of Integrated Commissioning
Deputy Leader/Cabinet Member for Finance and Change
Head of Function (Council Business)/Monitoring Officer
Director of Assurance or their representatives
Assistant Director – Legal Services or her nominee
Deputy Chief Executive (Resources) or nominated deputy
Head of Estates, or other authorised officer
Director of Law and Governance and Monitoring Officer
Corporate Director of Resources and Section 151 Officer
Cabinet Members for Civic Life & Sport and Resources, Growth & Support Services
Cabinet Member corporate services, estates and parks
Cabinet Member leisure and culture and the Clerk => Cabinet Member leisure and culture | Clerk
Chair of the relevant Planning Committee
Cabinet Member for Younger Residents
Head of Service: Streets and Trees
Lead Member or equivalent responsible for Bridges
Head of Law or equivalent officer
Assistant Chief Executive and Director of Place
Solicitor to Council and the Mayor => Solicitor to Council | Mayor
Head of Law and, where appropriate, the Treasurer => Head of Law | Treasurer
Leader (or if she is away, with the Deputy Leader => Leader | Deputy Leader
Leader (or in his absence the Deputy Leader => Leader | Deputy Leader
Director of Law and the Hospital Chief Nurse => Director of Law | Hospital Chief Nurse
relevant Cabinet lead member
relevant elected member
cabinet member concerned
Mayor elect
statutory Director of Adult Care & Health
Acting and/or the Corporate Director of Schools
Interim or Permanent Director of Schools
Head of Estates or such other officer as she may nominate
Head of Estates, or officers nominated by them
Cabinet Member for (the Rural) Economy
Cabinet Members for Roads & Parks and for Homes
Portfolio Holders for Finance, and Parks, Trees and Ponds
strategic director of homes, safety and climate
Assistant Director Legal Services
assistant director finance
Members on the Grants Panel
Executive Directors of the Homes and Parks portfolios
Deputy Chief Executive and Director – Finance
Town Clerk and Responsible Financial Officer
Clerk and RFO
the Mayor and Director of Finance and S151 Officer => Mayor | Director of Finance and S151 Officer
the allotments officer => allotments officer
the Deputy Chief Executive and the Director of Law => Deputy Chief Executive | Director of Law
Chair and Vice-Chair of this Committee => Chair | Vice-Chair of this Committee
Convener, whom failing the Vice-Convener => Convener | Vice-Convener
any two of the Clerk, the Chair and the Mayor => Clerk | Chair | Mayor
Head of Law (and the Head of Property => Head of Law | Head of Property
Director of Place (acting jointly => Director of Place
Head of Law and the Property Team => Head of Law | Property Team
director of parks, officers and the clerk => director of parks | officers | clerk
relevant Head of Service
Police and Crime Commissioner
City Solicitor
Clerk
Proper Officer
s151 Officer
s.151 officer
Chief Executive
Group Leaders
Ward Members
local Member
Officers
officers
Commissioning Board
Legal Services
Leader and Chief Executive of each constituent council => Leader | Chief Executive of each constituent council
director of planning and growth
leader of the council
strategic director, finance and the clerk => strategic director, finance | clerk
the Director of Finance and the Head of Legal => Director of Finance | Head of Legal
the Leader and the Cabinet Member for Culture => Leader | Cabinet Member for Culture
the Leader or the Deputy Leader => Leader | Deputy Leader
Leader or, in her absence, the Deputy Leader => Leader | Deputy Leader
Director of Law, or in his absence the Deputy Director => Director of Law | Deputy Director
Head of Law and Section 151 Officer => Head of Law | Section 151 Officer
Portfolio Holder for Finance and Section 151 Officer => Portfolio Holder for Finance | Section 151 Officer
Chief Executive, Director of Law and Monitoring Officer => Chief Executive | Director of Law | Monitoring Officer
Leader and Deputy Leader of the Council and Member for Art => Leader | Deputy Leader of the Council | Member for Art
Chair and Vice-Chair of the Planning Committee => Chair | Vice-Chair of the Planning Committee
Chief Fire Officer and the Treasurer => Chief Fire Officer | Treasurer
Member for Care, the Director, Law and the Head of IT => Member for Care | Director, Law | Head of IT
Director of Law, Head of Roads and the Member for Finance => Director of Law | Head of Roads | Member for Finance
Executive Member Housing and Executive Member Finance => Executive Member Housing | Executive Member Finance
the Chief Executive together with the Leader => Chief Executive | Leader
the Mayor as well as the Group Leaders => Mayor | Group Leaders
both the Director of Place and the Director of People => Director of Place | Director of People
THE DIRECTOR OF PLACE AND THE HEAD OF LAW => DIRECTOR OF PLACE | HEAD OF LAW
Director (Trees), Director (Law) and Members for Parks => Director (Trees) | Director (Law) | Members for Parks
relevant ward members and the local Member => relevant ward members | local Member
Leader, Mayor and Member for Homes, Roads and Trees => Leader | Mayor | Member for Homes, Roads and Trees
"""

BEHIND = (
    "",
    " to award the contract",
    ", in consultation with residents,",
    " be authorised to sign",
    " has agreed",
    ". The report was noted",
    " for the purpose of signing",
    "; and that the report be noted",
    " following a vote",
    ", subject to contract",
    " (extension < £150k)",
)

NOBODY = (
    "",
    "award the contract",
    "lead on the work",
    "chair the meeting",
    "members of the public",
    "members of staff",
    "residents and the Leader",
    "the old swimming baths",
    "Ashgrove Lifts Ltd",
    "£18.72m",
    "(the Leader)",
    "head for the hills",
    "heads of terms",
    "the winning consultant",
)


def divided(line: str) -> tuple[str, list[str]]:
    """A line of `LISTS` as the list and its posts."""
    printed, _, named = line.partition(" => ")
    return printed, named.split(" | ") if named else [printed]


@pytest.mark.parametrize("line", LISTS.strip().splitlines())
def test_list(line: str) -> None:
    printed, named = divided(line)
    assert [post.value for post in posts.split(printed)] == named


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("line", LISTS.strip().splitlines()[::4])
def test_end(line: str, behind: str) -> None:
    printed, named = divided(line)
    assert [post.value for post in posts.leading(printed + behind)] == named


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert posts.leading(text) == ()


@pytest.mark.parametrize("line", LISTS.strip().splitlines())
def test_broken_lines(line: str) -> None:
    printed, named = divided(line)
    assert [post.value for post in posts.split(printed.replace(" ", "\n"))] == named


@pytest.mark.parametrize("term", [term for group in post_words.terms().values() for term in group], ids=str)
def test_lexicon(term: post_words.Term) -> None:
    text = (files("minutes_extract") / "nlp" / "lexicons" / "posts.txt").read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.casefold().startswith(f"{term.kind} | {' '.join(term.words)} |"))
    example = line.rsplit("|", 1)[1]
    stretch = re.split(r"delegated to|consultation with", example, maxsplit=1)[1].strip()
    found = posts.leading(stretch)
    assert len(found) == 1
    assert stretch.removeprefix("the ").rstrip(".") == found[0].value


def test_find_reads_on() -> None:
    text = "the Director of Place, in consultation with the Leader and Ward Members, to award"
    assert [text[post.start : post.end] for post in posts.find(text)] == ["Director of Place", "Leader", "Ward Members"]


def test_split_keeps_what_it_cannot_read() -> None:
    assert [post.value for post in posts.split(" Homes  England ")] == ["Homes England"]
    assert posts.split("  ") == ()


NAMES = st.sampled_from(["Place", "Adult Care", "Children’s Services", "Roads", "Law", "Growth"])
AREAS = st.lists(NAMES, min_size=1, max_size=3, unique=True).map(
    lambda names: " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
)
HEADS = st.sampled_from(
    ["Executive Director", "Director", "Head", "Cabinet Member", "Assistant Director", "Portfolio Holder"]
)
POSTS = st.one_of(
    st.builds(lambda head, area: f"{head} {'of' if head.endswith(('or', 'Head')) else 'for'} {area}", HEADS, AREAS),
    st.builds(lambda area: f"Strategic Director, {area}", NAMES),
    st.builds(lambda area: f"Service Director – {area}", AREAS),
    st.sampled_from(["Leader", "Clerk", "Section 151 Officer", "Mayor", "Deputy Leader of the Council", "Treasurer"]),
)


@given(st.lists(POSTS, min_size=1, max_size=5), st.sampled_from(BEHIND))
def test_split_undoes_render(named: list[str], behind: str) -> None:
    assert [post.value for post in posts.split(posts.render(named) + behind)] == named


@given(st.text())
def test_never_raises(text: str) -> None:
    for post in (*posts.find(text), *posts.split(text)):
        assert 0 <= post.start < post.end <= len(text)
        assert post.value == " ".join(text[post.start : post.end].split())


WORDS = st.lists(
    st.sampled_from(
        ["the", "Director", "of", "for", "and", ",", "&", "/", "–", ":", "(", ")", "Place", "or", "her nominee"]
    ),
    max_size=40,
)


@given(WORDS)
def test_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    found = posts.find(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_time_is_linear() -> None:
    text = "the Director of Place and Roads, " * 2000
    assert len(posts.find(text)) == 2000
