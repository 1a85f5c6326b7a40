"""Many documents: find them, read them in worker processes, write their records in the order of their paths."""
