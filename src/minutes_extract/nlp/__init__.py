"""Document → Annotations: the language of council decisions. The only home of spaCy."""
