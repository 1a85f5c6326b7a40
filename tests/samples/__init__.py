"""The samples that no editor writes by hand: PDF, Word and an old Windows text, made from plain text in `sources/`."""
