"""Random text in the manner of news, put together from pieces, the same for the same number.

The pieces are nonsense as news; what counts is that names, titles, cues, quotation marks, times, headings
and paragraphs meet each other in every order.
"""
from __future__ import annotations

from random import Random

PEOPLE = ("Ann Lee", "Bob Ray", "Lee", "Ray", "Mr. Ray", "Dr. Ann Lee", "Itai Ben-Oren",
    "Khalid al-Masri", "O'Hara", "J. R. Poe")
OFFICES = ("Prime Minister", "Mayor", "Finance Minister", "spokeswoman", "the Lebanese foreign minister",
    "Chief Executive")
BODIES = ("the Harbour Board", "Norwell Bank", "the United Nations", "Acme Inc.", "the U.S. Senate",
    "the BBC", "NATO", "the Supreme Court", "Hezbollah", "the White House", "Kelby United")
LANDS = ("Israel", "Lebanon", "the United States", "France", "Tehran", "Washington", "London", "Beirut",
    "the West Bank")
GROUPS = ("Iranian officials", "two police officers", "residents", "the opposition", "critics", "troops",
    "Israeli settlers")
PRONOUNS = ("He", "She", "They", "It")
CUES = ("said", "told reporters", "says", "denied", "argued", "has not confirmed", "warned", "announced",
    "believes", "insisted", "asked", "did not say", "would like to say", "was said to believe", "claimed",
    "refused to confirm", "added")
FRAMES = ("that", "", "on Monday that", ", however, that", "whether", "to", "in a statement that", "in May that")
CLAUSES = ("the bridge will open in March", "prices could fall by 5 percent", "the talks had failed",
    "nobody was hurt", "the court must decide by Friday", "it may take two years", "we should leave",
    "this is a disgrace", "the ceasefire holds if both sides agree", "the fund lost $1.5 billion in 2019",
    "he had never been there", "the vote was, as he put it, a farce",
    "the mayor of Harrow and her deputy resigned", "there is no plan B")
TIMES = ("on Monday", "last week", "in June 2026", "two days ago", "on 1 June 2026", "since 2019",
    "at 6 p.m.", "this year", "by the end of May", "every Tuesday", "in the 1990s", "the day before",
    "for three weeks", "on 6-7 January", "Thursday")
MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("''", "''"), ("«", "»"))
HEADINGS = ("What comes next", "# A title", "## Background", "By Ann Lee", "Talks Fail Again", "BACKGROUND")
DATELINES = ("LONDON — ", "BEIRUT, June 1 (Agency) — ", "NEW YORK (Agency) -- ")
ODD = ("", " ", "  ", "\n", "\r\n", "\t", "—", "- ", "(", ")", "...", "’", "“", "”", '"', "\0", "\u200b",
    "é", "中", "¶", "*", "|", "’s")


def actor(dice: Random) -> str:
    """Returns somebody who could act."""
    form = dice.randrange(8)
    if form == 0:
        return f"{dice.choice(OFFICES)} {dice.choice(PEOPLE)}"
    if form == 1:
        return f"{dice.choice(PEOPLE)}, {dice.choice(OFFICES)} of {dice.choice(LANDS)},"
    if form == 2:
        return f"{dice.choice(PEOPLE)} and {dice.choice(PEOPLE)}"
    return dice.choice(dice.choice((PEOPLE, BODIES, LANDS, GROUPS, PRONOUNS)))


def clause(dice: Random, depth: int = 0) -> str:
    """Returns something that could be so."""
    form = dice.randrange(7)
    if form == 0 and depth < 3:
        return f"{actor(dice)} {dice.choice(CUES)} {dice.choice(FRAMES)} {clause(dice, depth + 1)}"
    if form == 1:
        return f"{actor(dice)} met {actor(dice)} in {dice.choice(LANDS)} {dice.choice(TIMES)}"
    if form == 2 and depth < 3:
        return f"if {clause(dice, depth + 1)}, {clause(dice, depth + 1)}"
    if form == 3:
        return f"{dice.choice(CLAUSES)} {dice.choice(TIMES)}"
    return dice.choice(CLAUSES)


def sentence(dice: Random) -> str:
    """Returns a sentence: told, reported or quoted, with its stop."""
    opening, closing = dice.choice(MARKS)
    form = dice.randrange(9)
    said = clause(dice)
    if form == 0:
        whole = f"{opening}{said},{closing} {actor(dice)} {dice.choice(CUES)}."
    elif form == 1:
        whole = f"{opening}{said},{closing} said {actor(dice)}, {opening}and {clause(dice)}.{closing}"
    elif form == 2:
        whole = f"{actor(dice)} {dice.choice(CUES)}, {opening}{said}.{closing}"
    elif form == 3:
        whole = f"{actor(dice)} {dice.choice(CUES)} that {said[:20]} {opening}{said[20:]}{closing}."
    elif form == 4:
        whole = f"According to {actor(dice)}, {said}."
    elif form == 5:
        whole = f"{said}, according to {actor(dice)}."
    elif form == 6:
        whole = f"{opening}{said}{dice.choice('.?!')}{closing}"
    else:
        whole = f"{actor(dice)} {dice.choice(CUES)} {dice.choice(FRAMES)} {said}."
    return whole[:1].upper() + whole[1:]


def paragraph(dice: Random) -> str:
    """Returns up to four sentences."""
    return " ".join(sentence(dice) for _ in range(dice.randrange(1, 5)))


def article(dice: Random, clean: bool = False) -> str:
    """Returns up to six paragraphs with headings between them; if not clean, odd characters anywhere in one of two."""
    paragraphs = [paragraph(dice) for _ in range(dice.randrange(1, 7))]
    if dice.random() < 0.3:
        paragraphs.insert(dice.randrange(len(paragraphs)), dice.choice(HEADINGS))
    if dice.random() < 0.3:
        paragraphs[0] = dice.choice(DATELINES) + paragraphs[0]
    text = dice.choice(("\n\n", "\n\n", "\r\n\r\n", "\n \n")).join(paragraphs)
    if not clean and dice.random() < 0.5:
        for _ in range(dice.randrange(1, 12)):
            place = dice.randrange(len(text) + 1)
            text = text[:place] + dice.choice(ODD) + text[place + dice.randrange(0, 3):]
    return text
