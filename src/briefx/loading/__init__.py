"""Files and streams become documents."""
