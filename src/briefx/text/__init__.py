"""The ground floor: layout, tokens, sentences, word classes and phrases of a text."""
