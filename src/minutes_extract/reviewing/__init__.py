"""A run's folder read back: what does not add up in it, what no record claims, and which days are to come."""
