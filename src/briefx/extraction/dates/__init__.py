"""Time expressions with their TIMEX3 values."""
