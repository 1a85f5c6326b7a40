"""What words can mean: text → value, or None. Each module is a grammar of its own; no spaCy, no Pydantic."""
