"""The command line, and the only module that prints. Heavy libraries are imported when a command needs them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from minutes_extract.errors import LoadError, OutputError
from minutes_extract.scoring.scorecard import By

if TYPE_CHECKING:
    from rich.table import Table

    from minutes_extract.batch.run import Run
    from minutes_extract.batch.verification import Verification
    from minutes_extract.reviewing.reconciliation import Reconciliation

ALL_READ, SOME_FAILED, MISUSE, INTERRUPTED = 0, 1, 2, 130
SHOWN_PROBLEMS = 20

Ocr = Annotated[bool, typer.Option("--ocr/--no-ocr", help="Read scanned pages, if Tesseract and the extra are there.")]


def _examples(*lines: str) -> str:
    """Examples as they stand under the help of a command; a back space before them keeps Click from filling lines."""
    return "\b\n" + "\n".join(["Examples:", *(f"  minutes-extract {line}" for line in lines)])


app = typer.Typer(
    name="minutes-extract",
    epilog=_examples(
        "run samples -o out     read all documents of a folder",
        "show minutes.pdf       one document, readable",
        "verify out             does every record quote its document?",
        "check out              what does not add up?",
        "schema                 the JSON Schema of the records",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"minutes-extract {version('minutes-extract')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turns council minutes, reports and delegated decisions into validated records.

    Exit codes: 0 all read, 1 some failed, 2 misuse.
    """


@app.command(epilog=_examples("run samples -o out", "run downloads -o out -j 4"))
def run(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="PDF, HTML, DOCX, Markdown and text files.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="OUT", help="Where results go, in place of earlier ones.")
    ],
    jobs: Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=0, help="Worker processes; 0: one a CPU.")] = 0,
    ocr: Ocr = True,
    time_limit: Annotated[
        float, typer.Option("--time-limit", metavar="SECONDS", min=0, help="Give up a file after these; 0: never.")
    ] = 3600,
) -> None:
    """Read all documents of a folder into records.

    Writes OUT/records.jsonl, OUT/documents/ID.txt (canonical texts) and OUT/run.json.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from minutes_extract.batch import run as batch

    stderr = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as progress:
            bar = progress.add_task("reading", total=None)
            told = batch.run(
                folder,
                out,
                jobs or None,
                ocr=ocr,
                time_limit=time_limit or None,
                begin=lambda number: progress.update(bar, total=number),
                watch=lambda outcome: progress.advance(bar),
            )
    except (LoadError, OutputError) as error:
        _refuse(str(error))
    except KeyboardInterrupt:
        _refuse(f"stopped; nothing was changed in {out}", INTERRUPTED)
    _close(told, out)


def _close(told: "Run", out: Path) -> None:
    """Prints what was found and what was not read."""
    from rich.console import Console
    from rich.text import Text

    from minutes_extract.writers.summary import plain

    console = Console()
    console.print(_table(told))
    console.print(Text(f"written to {plain(str(out))}/ in {told.seconds:.1f} s"), soft_wrap=True)
    for path, error in told.failures[:SHOWN_PROBLEMS]:
        console.print(Text.assemble(("not read: ", "red"), plain(f"{path}: {error}")), soft_wrap=True)
    if len(told.failures) > SHOWN_PROBLEMS:
        console.print(Text(f"and {len(told.failures) - SHOWN_PROBLEMS} more, see run.json"))
    raise typer.Exit(SOME_FAILED if told.failures else ALL_READ)


def _table(told: "Run") -> "Table":
    from rich.table import Table

    from minutes_extract.batch.tally import PARTS

    counts = told.tally
    table = Table(title="What was found", title_justify="left", show_header=False, pad_edge=False)
    table.add_column("what")
    table.add_column("number", justify="right")
    table.add_row("documents", f"{counts.states.total():,}", style="bold")
    for name, number in sorted(counts.states.items()):
        table.add_row(f"  {name}", f"{number:,}", style="red" if name == "failed" else "")
    for name, number in sorted(counts.kinds.items()):
        if number:
            table.add_row(f"  {name.replace('_', ' ')}", f"{number:,}", style="dim")
    for name in ("items", *PARTS):
        table.add_row(name, f"{counts.found[name]:,}", style="bold")
        if name == "amounts":
            for currency, total in sorted(counts.decided.items()):
                table.add_row(f"  decided, {currency}", f"{total:,.2f}")
    return table


@app.command(epilog=_examples("show samples/minutes.html"))
def show(file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")], ocr: Ocr = True) -> None:
    """Show what is found in one document."""
    if not file.is_file():
        _refuse(f"{file}: {'not a file' if file.exists() else 'not there'}; give the path of a document")
    from rich.console import Console

    from minutes_extract.extract import Pipeline
    from minutes_extract.records.document import DocumentRecord
    from minutes_extract.records.item import ItemRecord
    from minutes_extract.writers import summary

    try:
        records = Pipeline(ocr=ocr).extract(file)
    except LoadError as error:
        _refuse(str(error), SOME_FAILED)
    for record in records:
        if isinstance(record, DocumentRecord):
            own = (r for r in records if isinstance(r, ItemRecord) and r.document_id == record.document_id)
            Console().print(summary.document(record, own))


@app.command(epilog=_examples("verify out", "verify out --sources samples"))
def verify(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that a run wrote.")],
    sources: Annotated[
        Path | None,
        typer.Option("--sources", metavar="FOLDER", help="What it was made from: checks the hashes too."),
    ] = None,
) -> None:
    """Check that every record quotes its document."""
    from minutes_extract.batch.verification import verify as verify_folder

    try:
        told = verify_folder(out, sources)
    except (LoadError, OutputError) as error:
        _refuse(str(error))
    _report(told)


def _report(told: "Verification") -> None:
    from minutes_extract.writers.summary import plain

    for problem in told.problems[:SHOWN_PROBLEMS]:
        typer.echo(plain(problem), err=True)
    if len(told.problems) > SHOWN_PROBLEMS:
        typer.echo(f"and {len(told.problems) - SHOWN_PROBLEMS} more", err=True)
    sources = f", {told.sources:,} sources" if told.sources else ""
    outcome = f"{len(told.problems):,} problems" if told.problems else "all agree"
    typer.echo(f"{told.documents:,} documents, {told.records:,} records, {told.spans:,} spans{sources}: {outcome}")
    raise typer.Exit(SOME_FAILED if told.problems else ALL_READ)


@app.command(epilog=_examples("check out", "check out --all", "check out --strict"))
def check(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that a run wrote.")],
    every: Annotated[bool, typer.Option("--all", help="Every verdict, not only what does not add up.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="List what no record claims; money among it gives 1.")
    ] = False,
) -> None:
    """Print what does not add up.

    Exit codes: 0 all adds up, 1 something does not, 2 misuse.
    """
    from minutes_extract.reviewing.reconciliation import reconcile
    from minutes_extract.writers.summary import plain

    try:
        told = reconcile(out, every=every)
    except (LoadError, OutputError) as error:
        _refuse(str(error))
    for line in told.lines:
        typer.echo(plain(line))
    counts = ", ".join(f"{number:,} {verdict.replace('_', ' ')}" for verdict, number in sorted(told.verdicts.items()))
    typer.echo(f"{told.verdicts.total():,} checks{': ' if counts else ''}{counts}")
    if strict:
        _ledger(told)
    wrong = told.is_wrong or (strict and told.unclaimed_money)
    raise typer.Exit(SOME_FAILED if wrong else ALL_READ)


def _ledger(told: "Reconciliation") -> None:
    """Prints the table of what no record claims, by document, and every token of it that looks like money."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from minutes_extract.writers.summary import plain

    table = Table(title="What no record claims", title_justify="left", pad_edge=False)
    table.add_column("document", overflow="fold")
    for head in ("money", "dates", "delegations"):
        table.add_column(head, justify="right")
    for row in told.ledger:
        table.add_row(
            Text(plain(row.path)), *(f"{number:,}" for number in (len(row.money), row.dates, row.delegations))
        )
    Console().print(table)
    for row in told.ledger:
        for token in row.money:
            typer.echo(plain(f"unclaimed: {row.path}: {token.text} at {token.start}"))


@app.command(epilog=_examples("calendar out", "calendar out --after 2026-04-01"))
def calendar(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that a run wrote.")],
    after: Annotated[
        str | None, typer.Option("--after", metavar="DATE", help="Only days after this, 2026-04-01.")
    ] = None,
) -> None:
    """Write the days on which terms, options and call-in end.

    Writes OUT/calendar.ics and OUT/calendar.csv.
    """
    from datetime import date

    from minutes_extract.reviewing.calendar import CSV, ICS, write
    from minutes_extract.writers.summary import plain

    try:
        found = write(out, date.fromisoformat(after) if after else None)
    except OutputError as error:
        _refuse(str(error))
    except ValueError:
        _refuse(f"--after {after}: not a date; give it as 2026-04-01")
    typer.echo(plain(f"{len(found):,} days written to {out}/{ICS} and {out}/{CSV}"))


@app.command(epilog=_examples("score out tests/truth", "score out tests/truth --against earlier --by kind"))
def score(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="The folder that a run wrote, or its records.")],
    truth: Annotated[Path, typer.Argument(metavar="TRUTH", help="A folder with NAME.json for each document.")],
    against: Annotated[
        Path | None, typer.Option("--against", metavar="RECORDS", help="Another run: lists gains and losses.")
    ] = None,
    by: Annotated[By | None, typer.Option("--by", help="Figures in groups.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="List every miss.")] = False,
) -> None:
    """Compare a run with true answers."""
    from minutes_extract.scoring.report import report, report_json
    from minutes_extract.writers.summary import plain

    try:
        lines = (
            [report_json(records, truth, by)] if as_json else report(records, truth, against, by, is_verbose=verbose)
        )
    except LoadError as error:
        _refuse(str(error))
    for line in lines:
        typer.echo(plain(line))


@app.command(epilog=_examples("schema > schema.json"))
def schema() -> None:
    """Print the JSON Schema of the records."""
    from minutes_extract.writers.schema import schema as text

    typer.echo(text(), nl=False)


def _refuse(message: str, code: int = MISUSE) -> NoReturn:
    """Prints a message that says what to do, and ends the program."""
    from minutes_extract.writers.summary import plain

    typer.echo(f"minutes-extract: {plain(message)}", err=True)
    raise typer.Exit(code)
