"""Records → bytes: the JSON lines, the run's folder, the schema, and a summary for a terminal."""
