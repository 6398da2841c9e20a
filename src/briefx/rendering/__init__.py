"""A brief becomes text: JSON, Markdown, and the schema of the first."""
