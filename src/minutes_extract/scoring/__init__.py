"""Records × truth → numbers, run × run → gains and losses.

Truth is what stands in a document, put down by people or by the generator of pages; it is kept apart from golden files,
which hold what the program says. `wording` says when words are the same, `forms` what the
files hold, `answers` brings both sides into one form, `match` compares a document, `figures` counts, `scorecard` reads
the files and adds up, `table` and `report` put it into lines.
"""
