"""A package, so that `test_dates` and `test_terms` here and in `tests/nlp` have names of their own."""
