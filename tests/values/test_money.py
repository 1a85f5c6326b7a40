"""Money as the domain reads it: marked sentences, in the forms that councils print and in our own words."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_extract.values import columns, money, purposes, shares
from minutes_extract.values.money import Money, Qualifier, Rate, Vat

MARK_RE = re.compile(r"<amount(?P<said>[^>]*)>(?P<text>[^\x00]*?)</amount>")
SAID_RE = re.compile(r'(\w+)="([^"]*)"')

# An unmarked attribute must be at its default, an unmarked amount must not be found.
FORMS = {
    "plain pounds": 'pay <amount value="9633.74">£9633.74</amount> to the contractor',
    "thousands": 'pay <amount value="1034731.62">£1,034,731.62</amount> to the contractor',
    "one pound": 'sell the strip of land for <amount value="1">£1</amount>',
    "nought": 'a balance of <amount value="0">£0.00</amount>',
    "million, m": 'a grant of <amount value="12000000">£12m</amount>',
    "million, M": 'a grant of <amount value="12000000">£12M</amount>',
    "million in words": 'a grant of <amount value="1550000">£1.55 million</amount>',
    "million, glued": 'a grant of <amount value="4000000">£4million</amount>',
    "million, hyphen": 'a <amount value="3200000">£3.2-million</amount> scheme',
    "million, capital": 'a grant of <amount value="2000000">£2 Million</amount>',
    "million, mn": 'a grant of <amount value="3000000">£3mn</amount>',
    "million, spaced m": 'a grant of <amount value="5000000">£5 m</amount> in all',
    "million, below one": 'a pressure of <amount value="47000">£0.047 million</amount>',
    "million, three decimals": 'a block payment of <amount value="11262000">£11.262m</amount>',
    "million, broken line": 'a grant of <amount value="31000000">£31\nmillion</amount>',
    "thousand, k": 'a grant of <amount value="100000">£100k</amount>',
    "thousand, K": 'a grant of <amount value="500000">£500K</amount>',
    "thousand, grouped k": 'a fall of <amount value="2092000">£2,092k</amount> in balances',
    "thousand in words": 'a sum of <amount value="250000">£250 thousand</amount>',
    "thousand, apostrophe": 'a sum of <amount value="250000">£250\'000</amount>',
    "billion, bn": 'assets of <amount value="1809000000">£1.809bn</amount>',
    "billion in words": 'assets of <amount value="2000000000">£2 billion</amount>',
    "space after the sign": 'Hall hire <amount value="714.28">£ 714.28</amount>',
    "column of payments": 'Grounds upkeep      <amount value="265568">£          265,568</amount>',
    "hard space": 'pay <amount value="1500">£\u00a01,500</amount> now',
    "thin spaces": 'pay <amount value="1034731">£1\u2009034\u2009731</amount> now',
    "common spaces": 'pay <amount value="1034731">£1 034 731</amount> now',
    "stray stop": 'a retainer of <amount value="10000">£10,000</amount>.',
    "stop and next sentence": 'It cost <amount value="10000">£10,000</amount>. Ten bids came in.',
    "slipped space": 'a grant of <amount value="1014627" warnings="space_inside">£1, 014,627</amount> in all',
    "slipped space, one group": 'a grant of <amount value="12050" warnings="space_inside">£12, 050</amount> now',
    "slipped space before nought pence": 'asks <amount value="150.00" warnings="space_inside">£150. 00</amount>',
    "stops for commas": 'pay <amount value="1242000" warnings="stop_for_comma">£1.242.000</amount> now',
    "comma for a point": 'reserves of <amount value="31469000000" warnings="comma_before_magnitude">£31,469m</amount>',
    "two figures": 'paid <amount value="60" warnings="figure_follows">£60</amount> 250 leaflets',
    "tail /-": 'a prize of <amount value="500">£500</amount>/-',
    "tail pa": 'a salary of <amount value="29500" per="year">£29,500</amount>pa',
    "code before": 'a fee of <amount value="5000">GBP 5,000</amount>',
    "code before, glued": 'a fee of <amount value="5000">GBP5,000</amount>',
    "euro sign": 'an offer of <amount value="310000" currency="EUR">€310,000</amount>',
    "euro code": 'an offer of <amount value="1500000" currency="EUR">EUR 1.5 million</amount>',
    "euro after": 'an offer of <amount value="5000" currency="EUR">5,000 euro</amount>',
    "pounds after": 'a scheme of <amount value="3000000">3 million pounds</amount>',
    "dollars, whose?": 'a quotation of <amount value="5000" currency="USD" warnings="dollars_unnamed">$5,000</amount>',
    "dollars of the United States": 'a quotation of <amount value="5000000" currency="USD">US$5m</amount>',
    "dollars of Canada": 'a quotation of <amount value="1000" currency="CAD">C$1,000</amount>',
    "dollars, code after": 'a quotation of <amount value="1000" currency="CAD">$1,000</amount> CAD',
    "pence": 'a mileage rate of <amount value="0.45" per="unit">45p</amount> per mile',
    "pence in words": 'a rise of <amount value="0.87">87 pence</amount>',
    "bare, saving": 'it will imply a saving of <amount value="582000" per="year">0.582m</amount> per year',
    "bare, at a cost of": 'at a cost of <amount value="2500000">2.5 million</amount>',
    "bare, noun after": 'which brings <amount value="1200000">1.2m</amount> of savings',
    "negative": 'a variance of <amount value="-50000" negative="true">-£50,000</amount> on the year',
    "negative, inside": 'a variance of <amount value="-50" negative="true">£-50</amount> on the year',
    "negative, in brackets after the sign": 'a variance of <amount value="-2300000" negative="true">£(2.3m)</amount>',
    "negative, alone": '<amount value="-50000" negative="true">-£50,000</amount>',
    "dash is no minus": 'Hall hire -<amount value="25">£25</amount>',
    "spaced dash is no minus": 'Mrs Ruddle - <amount value="240">£240</amount>',
    "brackets are an aside": 'reserves (<amount value="2100000">£2.1m</amount>) were drawn on',
    "up to": 'approve spend of up to <amount value="18720000" qualifier="up_to">£18.72m</amount> over 9 years',
    "up to a total": 'up to a total of <amount value="5000" qualifier="up_to">£5,000</amount>',
    "up to and including": 'bids up to and including <amount value="5000" qualifier="up_to">£5,000</amount>',
    "up to the sum of": 'spend up to the sum of <amount value="5000" qualifier="up_to">£5,000</amount>',
    "up the value of": 'help to be up the value of <amount value="90000" qualifier="up_to">£90,000</amount>',
    "worth up to": 'worth up to <amount value="1242000" qualifier="up_to">£1,242,000</amount> in total',
    "by up to": 'raise the contract by up to <amount value="4000000" qualifier="up_to">£4million</amount>',
    "maximum of": 'to a maximum of <amount value="900" qualifier="up_to" per="year">£900</amount> per year',
    "maximum value": 'a maximum contracts value of <amount value="81000" qualifier="up_to">£81,000</amount>',
    "maximum, aside": (
        'a maximum value (including extensions) of <amount value="81000" qualifier="up_to">£81,000</amount>'
    ),
    "maximum after": 'a fee of <amount value="450" qualifier="up_to">£450</amount> maximum',
    "max.": 'max. <amount value="450" qualifier="up_to">£450</amount>',
    "not exceeding": 'the value not exceeding <amount value="68000" qualifier="up_to">£68,000</amount>',
    "not to exceed": 'a sum not to exceed <amount value="68000" qualifier="up_to">£68,000</amount>',
    "does not exceed": 'where the rent does not exceed <amount value="50000" qualifier="up_to">£50,000</amount>',
    "no more than": 'by no more than <amount value="10" qualifier="up_to">£10</amount>',
    "not more than": 'the tender is not more than <amount value="2200000" qualifier="up_to">£2.2m</amount>',
    "no club more than": 'No club is to have more than <amount value="300" qualifier="up_to">£300</amount>.',
    "within": 'at a cost within <amount value="85000" qualifier="up_to">£85,000</amount>',
    "under": 'contracts under <amount value="25000" qualifier="up_to">£25,000</amount>',
    "under the limit": 'which is under the <amount value="2000000" qualifier="up_to">£2 million</amount> limit',
    "below": 'turnover below <amount value="25000" qualifier="up_to">£25,000</amount>',
    "less than": 'for less than <amount value="25000" qualifier="up_to">£25,000</amount>',
    "sign <": 'Head of Service (extension < <amount value="150000" qualifier="up_to">£150k</amount>)',
    "capped": 'spend be capped at <amount value="1200000" qualifier="up_to">£1.2m</amount>',
    "limited": 'limited to <amount value="500" qualifier="up_to">£500</amount>',
    "limit of": 'bid to a limit of <amount value="3000000" qualifier="up_to">£3m</amount>',
    "envelope": 'within a budget envelope of <amount value="3000000" qualifier="up_to">£3m</amount>',
    "or less": 'grants of <amount value="500" qualifier="up_to">£500</amount> or less',
    "upset amount": 'at an upset amount of <amount value="900" qualifier="up_to">£900</amount>',
    "over": 'all contracts over <amount value="500000" qualifier="at_least">£500,000</amount>',
    "in excess of": 'in excess of <amount value="153000000" qualifier="at_least">£153m</amount>',
    "in excess of the threshold": 'over the <amount value="500000" qualifier="at_least">£500k</amount> threshold',
    "or more": 'consequences of <amount value="500000" qualifier="at_least">£500k</amount> or more',
    "estimated, or more": (
        'estimated to amount to a total value of <amount value="200000" qualifier="at_least">£200,000</amount> or more'
    ),
    "up to, or more": 'up to <amount value="1190000" qualifier="up_to">£1,190,000</amount> or more',
    "and above": 'bids of <amount value="5000" qualifier="at_least">£5,000</amount> and above',
    "plus sign after": 'contracts of <amount value="500000" qualifier="at_least">£500k</amount>+ only',
    "minimum": 'a minimum working balance of <amount value="3000000" qualifier="at_least">£3,000,000</amount>',
    "policy minimum": 'above the policy minimum of <amount value="5000000" qualifier="at_least">£5 million</amount>',
    "at least": 'would cost at least <amount value="200" qualifier="at_least">£200</amount>',
    "more than": 'raised more than <amount value="1000" qualifier="at_least">£1000</amount>',
    "exceeding": 'any payment exceeding <amount value="1000" qualifier="at_least">£1,000</amount>',
    "not less than": 'for not less than <amount value="196000" qualifier="at_least">£196,000</amount>',
    "sign >": 'Reason: financial impact><amount value="500000" qualifier="at_least">£500K</amount>;',
    "contract over, may not": 'No contract over <amount value="100" qualifier="at_least">£100</amount> may be let',
    "approximately": 'approximately <amount value="20000" qualifier="approximately">£20,000</amount>',
    "approx.": 'approx. <amount value="20000" qualifier="approximately">£20,000</amount>',
    "circa": 'circa <amount value="5000000" qualifier="approximately">£5m</amount>',
    "c.": 'c. <amount value="5000000" qualifier="approximately">£5m</amount>',
    "c glued": 'c<amount value="5000000" qualifier="approximately">£5m</amount>',
    "about": 'costing about <amount value="9400" qualifier="approximately" per="year">£9,400</amount> a year',
    "around": 'a profit of around <amount value="140" qualifier="approximately">£140</amount>',
    "some": 'bring in some <amount value="200000" qualifier="approximately">£200,000</amount>',
    "almost": 'a subsidy of almost <amount value="300000" qualifier="approximately" per="year">£300,000</amount> pa',
    "in the region of": 'in the region of <amount value="1900" qualifier="approximately">£1,900</amount>',
    "estimated": 'an estimated <amount value="540000" qualifier="approximately">£540,000</amount>',
    "estimated at": 'The uplift is estimated at <amount value="4100000" qualifier="approximately">£4.1m</amount>',
    "estimated cost of works": (
        'The estimated cost of the proposed works was <amount value="1000" qualifier="approximately">£1,000</amount>'
    ),
    "estimated that": (
        'It is estimated that new doors would save <amount value="700" qualifier="approximately">£700</amount>'
    ),
    "estimated average after": (
        '<amount value="78960" qualifier="approximately" per="year">£78,960</amount> per annum estimated average'
    ),
    "approximately after": 'a cost of <amount value="500" qualifier="approximately">£500</amount> (approx.)',
    "label of a form": 'Estimated value: <amount value="500" qualifier="approximately">£500</amount>',
    "nearer cue wins": 'an estimated total cost of up to <amount value="31000000" qualifier="up_to">£31m</amount>',
    "adds up to": 'the cost adds up to <amount value="11035000">£11.035m</amount>',
    "over and above": 'over and above the <amount value="5000">£5,000</amount> already given',
    "over a period": 'over a 3 year period <amount value="5000">£5,000</amount> was paid',
    "percentage takes the cue": 'an increase of up to 5% on fees of <amount value="500">£500</amount>',
    "count takes the cue": 'up to 4 beds at a cost of <amount value="700">£700</amount>',
    "within a programme": 'found within the <amount value="5000000">£5m</amount> roads programme',
    "of the above": 'part of the above <amount value="2500">£2,500</amount>',
    "insurance excess": 'an excess of <amount value="200">£200</amount> on its policy',
    "asked about": 'A Member asked about <amount value="500">£500</amount> in the accounts',
    "supplementary estimate": 'a Supplementary Estimate of <amount value="612500">£612,500</amount>',
    "next sentence": 'It may cost more than. <amount value="500">£500</amount>',
    "per annum": 'at <amount value="1" per="year">£1</amount> per annum, if asked',
    "per annum, broken line": 'at <amount value="1" per="year">£1</amount> per\nannum, if asked',
    "a year": '<amount value="95000" per="year">£95,000</amount> a year',
    "p.a.": '<amount value="26000" per="year">£26,000</amount> p.a.; after talks',
    "per annum, at a distance": 'add <amount value="28000" per="year">£28,000</amount> in block funding per annum',
    "annual value": 'at an annual value of <amount value="1360000" per="year">£1.36m</amount>',
    "annual title": 'Annual subscription <amount value="35">£35</amount>',
    "each year": '<amount value="2000" per="year">£2,000</amount> each year',
    "a year for each child": '<amount value="1900" per="year">£1,900</amount> a year for each child',
    "per month": '<amount value="400" per="month">£400</amount> per calendar month',
    "pcm": '<amount value="400" per="month">£400</amount> pcm',
    "a week": '<amount value="80" per="week">£80</amount> a week',
    "per place per week": '<amount value="641.55" per="week">£641.55</amount> per place per week',
    "per day": 'an allowance of <amount value="256" per="day">£256</amount> per day',
    "slash hour": 'an assistant: <amount value="15.86" per="hour">£15.86</amount>/hour',
    "per unit": 'vouchers worth <amount value="110" per="unit">£110</amount> per pupil',
    "each": 'two courses at <amount value="29" per="unit">£29</amount> each.',
    "a permit": 'a scheme worth <amount value="15" per="unit">£15</amount> a permit.',
    "an acre": 'grazing at <amount value="60" per="unit">£60</amount> an acre',
    "per cent is no rate": 'a gift of <amount value="60">£60</amount> per cent of which',
    "plus VAT": 'a quote of <amount value="2912" vat="excluded">£2912</amount> plus VAT',
    "+VAT": 'a day at <amount value="54" vat="excluded">£54</amount>+VAT',
    "ex VAT": 'a quote of <amount value="2912" vat="excluded">£2,912</amount> (ex. VAT)',
    "incl VAT": 'a quote of <amount value="216.29" vat="included">£216.29</amount> incl VAT',
    "incl. VAT before": 'Inspection, incl. VAT       <amount value="102.00" vat="included">£   102.00</amount>',
    "VAT and rate": 'at <amount value="12000" vat="excluded" per="year">£12,000</amount> (plus VAT) per annum',
    "restated with VAT": (
        'an estimated <amount value="12470000" qualifier="approximately" vat="excluded">£12.47m</amount> exclusive of'
        ' VAT (<amount value="14960000" qualifier="approximately" vat="included">£14.96m</amount> inclusive of VAT)'
    ),
    "restated, nearer cue": (
        'estimated at up to <amount value="31000000" qualifier="up_to" vat="excluded">£31 million</amount> exclusive'
        ' of VAT, <amount value="37200000" qualifier="up_to" vat="included">£37.2 million</amount> inclusive of VAT'
    ),
    "restated as a rate": (
        'up to <amount value="7346875" qualifier="up_to">£7,346,875</amount>'
        ' (<amount value="1469375" qualifier="up_to" per="year">£1,469,375</amount> per year)'
    ),
    "share is not bounded": (
        'not exceeding <amount value="941300" qualifier="up_to">£941,300</amount>'
        ' (<amount value="410300">£410,300</amount> LA base budget)'
    ),
    "two bounds": (
        'up to <amount value="900" qualifier="up_to">£900</amount>'
        ' and not less than <amount value="75" qualifier="at_least">£75</amount>'
    ),
    "between": 'between <amount minimum="200000" maximum="2000000" qualifier="between">£200,000 and £2m</amount>',
    "between, one magnitude": 'between <amount minimum="5000" maximum="8000" qualifier="between">£5 and £8k</amount>',
    "dash": 'prizes of <amount minimum="20" maximum="30" qualifier="between">£20-£30</amount>',
    "dash, one sign": 'a cost of <amount minimum="20000" maximum="30000" qualifier="between">£20-30k</amount>',
    "dash, typeset": 'some <amount minimum="15000" maximum="20000" qualifier="between">£15,000–£20,000</amount>',
    "would be x to y": 'would be <amount minimum="500" maximum="1000" qualifier="between">£500 to £1,000</amount>',
    "between, a year": 'between <amount minimum="5" maximum="8" qualifier="between" per="year">£5 and £8</amount> pa',
    "from x to y": 'raised from <amount value="5000">£5,000</amount> to <amount value="9000">£9,000</amount>',
    "running from x to y": 'bids from <amount value="61480">£61,480</amount> to <amount value="79025">£79,025</amount>',
    "by x to y": 'up by <amount value="1" per="week">£1</amount> to <amount value="9" per="week">£9</amount> per week',
    "difference between": (
        'the difference between <amount value="50">£50</amount> and <amount value="60">£60</amount>'
    ),
    "three prices": (
        'prices of <amount value="4860">£4,860</amount>, <amount value="5215">£5,215</amount>'
        ' and <amount value="6400">£6,400</amount>'
    ),
    "thousands and list": 'for <amount value="1200">£1,200</amount>, 300 trees',
    "initial is no magnitude": 'pay <amount value="50">£50</amount> M Smith',
}

NO_MONEY = (
    "spend (£m) and £000s and £'000 and £k",
    "£xx,000 is withheld, as is £1xx,000",
    "£12,50 or £1O,000 or £l,000 or £10.000",
    "£1½m",
    "a rise of 25% or 2.99 per cent",
    "2x 2-bed, 16+, 5+2+2 years, 1-4-1 receipts",
    "a 2m high fence, 10m wide, 1.5m high",
    "2m visitors, 5 million journeys, a 5k run",
    "the cost of a 2m high fence",
    "a tax base of 48,215.3 and 1,250 dwellings",
    "account 100990, RM7418, tel. 01234 567890, UPRN 100012345678",
    "2024/25 and 10p.m. and page 12 pp. 3",
    "20 pounds of potatoes",
    "reference CM 70/23 (199)",
    "$X and €Y",
)


def marked(sentence: str) -> tuple[str, list[tuple[int, int, dict[str, str]]]]:
    """A marked sentence as its text and what is said of each stretch."""
    text, said, place = "", [], 0
    for match in MARK_RE.finditer(sentence):
        text += sentence[place : match.start()]
        said.append((len(text), len(text) + len(match["text"]), dict(SAID_RE.findall(match["said"]))))
        text += match["text"]
        place = match.end()
    return text + sentence[place:], said


def described(amount: Money) -> dict[str, str]:
    """What a mark would say of an amount."""
    numbers = {"value": amount.value, "minimum": amount.minimum, "maximum": amount.maximum}
    said = {name: str(float(number)) for name, number in numbers.items() if number is not None}
    optional = {
        "currency": amount.currency if amount.currency != "GBP" else "",
        "qualifier": amount.qualifier if amount.qualifier is not Qualifier.EXACT else "",
        "per": amount.per or "",
        "vat": amount.vat or "",
        "negative": "true" if amount.negative else "",
        "warnings": " ".join(amount.warnings),
    }
    return said | {name: str(word) for name, word in optional.items() if word}


# More sentences, one a line.
SENTENCES = (Path(__file__).parent / "amounts.txt").read_text(encoding="utf-8").splitlines()
MORE = {line[:60]: line for line in SENTENCES if line and not line.startswith("#")}


@pytest.mark.parametrize("sentence", [*FORMS.values(), *MORE.values()], ids=[*FORMS, *MORE])
def test_amounts_are_read_as_marked(sentence: str) -> None:
    text, said = marked(sentence)
    numeric = ("value", "minimum", "maximum")
    expected = [(s, e, {k: str(float(v)) if k in numeric else v for k, v in a.items()}) for s, e, a in said]
    assert [(f.start, f.end, described(f.value)) for f in money.find(text)] == expected


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_is_no_money_is_left_alone(text: str) -> None:
    assert [text[f.start : f.end] for f in money.find(text)] == []


def test_there_are_forms_enough() -> None:
    assert len(FORMS) >= 150


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("£18.72m", "5000"),
        ("£700,000", "0.5"),
        ("£0.700m", "500"),
        ("£9.50", "0.005"),
        ("87p", "0.005"),
        ("£874k", "500"),
    ],
)
def test_precision_is_half_a_unit_of_the_last_printed_digit(text: str, precision: str) -> None:
    assert money.find(text)[0].value.precision == Decimal(precision)


def test_a_caller_may_know_whose_dollars_they_are() -> None:
    (found,) = money.find("at a price of $5,000", dollars="CAD")
    assert (found.value.currency, found.value.warnings) == ("CAD", ())


@pytest.mark.parametrize("text", ["", "no money", "£500 to the hall", "£5 and £6", "between £1 and"])
def test_parse_wants_one_amount_and_nothing_else(text: str) -> None:
    assert money.parse(text) is None


places = st.sampled_from([-2, 0, 1, 2, 3, 4, 5, 6, 7, 8])
units = st.integers(min_value=1, max_value=999_999)
rates = st.sampled_from([None, *Rate])
vats = st.sampled_from([None, *Vat])
codes = st.sampled_from(["GBP", "EUR", "USD", "CAD", "AUD", "NZD", "CHF"])


@st.composite
def amounts(draw: st.DrawFn) -> Money:
    """Amounts that a council could print: a few digits at a precision, with everything that can be said of them."""
    place = draw(places)
    figures = sorted(draw(st.lists(units, min_size=2, max_size=2, unique=True)))
    low, high = (Decimal(figure).scaleb(place) for figure in figures)
    precision, currency, per, vat = Decimal(5).scaleb(place - 1), draw(codes), draw(rates), draw(vats)
    if draw(st.booleans()):
        return Money(None, precision, currency, low, high, Qualifier.BETWEEN, per, vat=vat)
    qualifier = draw(st.sampled_from([q for q in Qualifier if q is not Qualifier.BETWEEN]))
    negative = qualifier is Qualifier.EXACT and draw(st.booleans())
    return Money(-low if negative else low, precision, currency, None, None, qualifier, per, negative, vat)


@given(amounts())
def test_what_is_rendered_is_parsed_again(amount: Money) -> None:
    assert money.parse(money.render(amount)) == amount


@given(st.text(alphabet="£€$GBP0123456789.,'’ ()-–+mkbn/pVAT\noftxup", max_size=80))
@example("£" * 40 + "1")
def test_nothing_makes_it_raise(text: str) -> None:
    ends = [0]
    for found in money.find(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        assert found.value.value is not None or (found.value.minimum or 0) < (found.value.maximum or 0)
        ends.append(found.end)
    money.parse(text)
    columns.find(text, columns.scale("£m"))
    columns.heads(text)
    shares.find(text, money.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "£" + "1" * 10_000,
        "£" + "1," * 5_000,
        "£1" + ",000" * 2_500 + "x",
        "£1" + " 000" * 2_500,
        "£ " * 5_000,
        "1" * 10_000 + "m",
        "(" * 10_000 + "£1",
        "£5 " + "per annum " * 1_000,
        "£1 to " * 1_500,
        "up to a total value of " * 400 + "£5",
        "£m " * 3_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_runs_take_no_longer_than_their_length(text: str) -> None:
    began = time.perf_counter()
    money.find(text)
    columns.heads(text)
    assert time.perf_counter() - began < 2


def test_columns_scale_their_figures() -> None:
    heads = columns.heads("Spend and savings 2023/24 2024/25 Total £000 £000 £000")
    assert heads is not None
    assert len(heads.places) == 3
    cells = list(columns.flat_rows("Gain 1,250 (300) 950 Loss - – (4)", heads))
    assert [(cell.column, cell.found.value.value) for cell in cells] == [
        (0, Decimal(1250000)),
        (1, Decimal(-300000)),
        (2, Decimal(950000)),
        (2, Decimal(-4000)),
    ]


@pytest.mark.parametrize(
    ("head", "factor"),
    [
        ("£m", 10**6),
        ("Cost (£ million)", 10**6),
        ("£'000s", 1000),
        ("£k", 1000),
        ("Value (£)", 1),
        ("£", 1),
        ("€m", 10**6),
    ],
)
def test_heads_name_a_scale(head: str, factor: int) -> None:
    scale = columns.scale(head)
    assert scale is not None
    assert scale.factor == factor


@pytest.mark.parametrize("head", ["Contracts over £500,000", "£2m", "Metres", "Year", "£1"])
def test_other_heads_name_none(head: str) -> None:
    assert columns.scale(head) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("spend £9m, of which £2m is for fees", [(1, 0)]),
        ("add £1,985,000, of which £165,000 is for fees and £20,000 for surveys, to the programme", [(1, 0), (2, 0)]),
        ("not exceeding £941,300 (£410,300 LA base budget)", [(1, 0)]),
        ("a total of £246,373, including £31,500 for contingencies", [(1, 0)]),
        ("grants of £2,100,000, made up of £1,500,000 from boroughs and £600,000 from the fund", [(1, 0), (2, 0)]),
        ("grants of £2,100,000, made up of £1,500,000 from boroughs and £500,000 from the fund", []),
        ("receipt of £7,346,875 (£1,469,375 per year)", []),
        ("a value of £12.47m exclusive of VAT (£14.96m inclusive of VAT)", []),
        ("a cost of £5,000 (£4,000 last year)", []),
        ("spend £2m, of which £9m is for fees", []),
        ("spend £9m. Of which £2m is for fees", []),
    ],
)
def test_parts_belong_to_their_whole(text: str, parts: list[tuple[int, int]]) -> None:
    assert list(shares.find(text, money.find(text))) == parts


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("approve expenditure of £500", "approved_spend"),
        ("at a total contract sum of £500", "contract_value"),
        ("accept a grant of £500", "funding"),
        ("accept £500 of Stronger Places Fund grant", "funding"),
        ("income of £500 would be forgone", "income"),
        ("a £500 discount on the price", "saving"),
        ("an annual budget of £500", "budget"),
        ("at a rent of £500", "rent"),
        ("a licence fee of £500", "fee"),
        ("above the key decision threshold of £500", "threshold"),
        ("the roof at £500", None),
    ],
)
def test_purposes_are_named_by_the_nearest_words(text: str, purpose: str | None) -> None:
    (found,) = money.find(text)
    assert purposes.parse(text, found.start, found.end) == purpose


def test_the_parts_of_many_amounts_take_no_longer_than_their_number() -> None:
    text = "spend " + " and ".join(f"£{number:,} being for one" for number in range(1, 3000))
    amounts = money.find(text)
    begun = time.perf_counter()
    shares.find(text, amounts)
    assert time.perf_counter() - begun < 3
