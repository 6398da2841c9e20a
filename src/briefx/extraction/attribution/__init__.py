"""Source, cue and content of what is said and thought, found once."""
