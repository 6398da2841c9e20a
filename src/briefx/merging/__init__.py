"""Many briefs become one: the same actor, quote and claim over several documents, and where they differ."""
