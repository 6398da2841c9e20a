"""What is found in a text: actors, attributions (quotes and claims), dates, a summary."""
