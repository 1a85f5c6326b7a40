"""Records → a readable summary for a terminal. Whatever comes from a document is shown as text, never obeyed.

Nothing here prints: the functions give what Rich can draw.
"""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text
from rich.tree import Tree

from minutes_extract.annotations import Role
from minutes_extract.records.amount import Amount
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.resolution import Condition, Delegation, Path, Resolution
from minutes_extract.records.term import Term

SHORT = 90
"""The length at which a quotation beside the limbs is cut."""


def plain(text: str) -> str:
    r"""Text with control and direction characters made visible: a document cannot move the cursor or hide words.

    >>> plain("\x1b[31mred")
    '\\x1b[31mred'
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else c.encode("unicode_escape").decode() for c in text)


def short(text: str) -> str:
    """`plain` text, cut where it is long."""
    shown = plain(text)
    return shown if len(shown) <= SHORT else shown[: SHORT - 1].rstrip() + "…"


def document(record: DocumentRecord, items: Iterable[ItemRecord]) -> RenderableType:
    """One document: what it is, who was there, and each item with the tree of its limbs."""
    return Group(*_head(record), *(_item(item) for item in items))


def _head(record: DocumentRecord) -> Iterator[RenderableType]:
    yield Text(plain(record.title or record.source.path), style="bold")
    met = record.meeting
    told = [
        record.authority.name if record.authority else None,
        record.body.name if record.body else None,
        " ".join(part for part in (met.date, met.time) if part) or None,
        met.venue,
        record.reference,
    ]
    yield Text(" · ".join(plain(part) for part in told if part))
    status = f" ({record.minutes_status})" if record.minutes_status else ""
    kind = f"{_words(record.kind)}{status}, {record.state}, {_words(record.completeness.state)}"
    yield Text(kind, style="dim")
    if record.error:
        yield Text(plain(record.error), style="red")
    capacities: dict[str, list[str]] = {}
    for person in record.people:
        capacities.setdefault(person.capacity, []).append(plain(person.name))
    for capacity, names in capacities.items():
        yield Text.assemble((f"{_words(capacity)}: ", "dim"), "; ".join(names))


def _item(item: ItemRecord) -> RenderableType:
    number = f"{item.number} " if item.number else ""
    yield_rule = Rule(Text(plain(f"{number}{item.title or '(no title)'}"), style="bold"), align="left", style="dim")
    return Group("", yield_rule, Padding(Group(*_item_lines(item)), (0, 0, 0, 2)))


def _item_lines(item: ItemRecord) -> Iterator[RenderableType]:
    flags = [name for name in ("key_decision", "exempt", "urgent") if getattr(item, name)]
    told = [_words(item.stage), *map(_words, flags), item.date, item.decision_maker]
    yield Text(" · ".join(plain(part) for part in told if part), style="green")
    if item.total_value:
        yield _remark("total value", item.total_value.text, "yellow")
    if item.operative or item.resolutions:
        yield _tree(item)
    else:
        yield Text(f"no operative part ({_words(item.absent.get('resolutions', 'not_stated'))})", style="dim")
    yield from _outside(item)
    if item.unclaimed:
        yield _remark("unclaimed", ", ".join(evidence.text for evidence in item.unclaimed), "magenta")


def _tree(item: ItemRecord) -> Tree:
    """The limbs under their lead-in, each with what was found in it."""
    tree = Tree(Text(plain(item.operative.text if item.operative else "…"), style="bold green"), guide_style="dim")
    nodes: dict[Path, Tree] = {(): tree}
    for limb in item.resolutions:
        parent = next((nodes[limb.path[:k]] for k in range(len(limb.path) - 1, -1, -1) if limb.path[:k] in nodes), tree)
        node = parent.add(_limb(limb))
        nodes[limb.path] = node
        for remark in _remarks(item, limb.path):
            node.add(remark)
    return tree


def _limb(limb: Resolution) -> Text:
    acts = ", ".join(_words(act) for act in limb.acts)
    label = f"{plain(limb.label)} " if limb.label and not limb.text.startswith(limb.label) else ""
    return Text.assemble((label, "bold"), plain(limb.text), (f"  [{acts}]" if acts else "", "cyan"))


def _remarks(item: ItemRecord, path: Path) -> Iterator[Text]:
    """What stands in a limb, and the conditions that bind it."""
    yield from (_amount(amount) for amount in item.amounts if amount.resolution_path == path)
    yield from (_term(term) for term in item.terms if term.resolution_path == path)
    yield from (_delegation(one) for one in item.delegations if one.resolution_path == path)
    yield from (_condition(one) for one in item.conditions if one.scope == path)


def _outside(item: ItemRecord) -> Iterator[Text]:
    """What stands outside the limbs."""
    yield from (_condition(one) for one in item.conditions if one.scope == "item")
    yield from (_term(term) for term in item.terms if term.resolution_path is None)
    yield from (_delegation(one) for one in item.delegations if one.resolution_path is None)
    background = [amount.text for amount in item.amounts if amount.resolution_path is None]
    if background:
        yield _remark("amounts elsewhere", ", ".join(background), "yellow")


def _amount(amount: Amount) -> Text:
    value = amount.value or f"{amount.minimum} to {amount.maximum}"
    told = [
        f"{value} {amount.currency}",
        _words(amount.qualifier) if amount.qualifier != "exact" else "",
        f"per {amount.per}" if amount.per else "",
        _words(amount.purpose or ""),
        "background" if amount.role == Role.BACKGROUND else "",
    ]
    return _remark("amount", f"{short(amount.text)} = {', '.join(part for part in told if part)}", "yellow")


def _term(term: Term) -> Text:
    lengths = [
        f"{term.initial_months} months" if term.initial_months is not None else "",
        " + ".join(str(months) for months in term.option_months),
        f"at most {term.maximum_months}" if term.maximum_months is not None else "",
        f"{term.start or '…'} to {term.end or term.initial_end or term.maximum_end or '…'}" if _is_dated(term) else "",
    ]
    return _remark("term", f"{short(term.text)} = {', '.join(part for part in lengths if part)}", "blue")


def _is_dated(term: Term) -> bool:
    return any((term.start, term.end, term.initial_end, term.maximum_end))


def _delegation(delegation: Delegation) -> Text:
    consulted = f", consulting {'; '.join(delegation.consultees)}" if delegation.consultees else ""
    kept = f", {'; '.join(delegation.carve_outs)}" if delegation.carve_outs else ""  # "save for any deed"
    return _remark("delegates to", f"{'; '.join(delegation.to)}{consulted}{kept}", "cyan")


def _condition(condition: Condition) -> Text:
    return _remark("condition", short(condition.text), "red")


def _remark(name: str, told: str, style: str) -> Text:
    return Text.assemble((f"{name}: ", "dim"), (plain(told), style))


def _words(name: str) -> str:
    """A name of the contract as words."""
    return name.replace("_", " ")
