"""Tests of the components that read the language."""
