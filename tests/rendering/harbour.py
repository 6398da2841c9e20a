"""A small article written for the tests, and its brief built by hand: each field as the contract has it."""

from __future__ import annotations

from briefx.model import (
    Actor,
    Brief,
    Claim,
    Counts,
    Cue,
    Date,
    Document,
    Event,
    Mention,
    Place,
    Quote,
    Ref,
    ReferenceDate,
    Span,
    Warning,
)

TEXT = """Mayor rejects harbour plan

Mayor Ann Lee denied on Monday that the city
would sell its harbour. "We will not sell," she said, "as long as I am mayor."

The Port Union, which has called the sale "a disaster", may strike in July if the talks fail. It has not
confirmed a date.

Background

The harbour on the Grey River is expected to close in the summer of 2027. The deal looks doomed.
"""


def span(words: str, after: int = 0) -> Span:
    """Returns the first span of these words from a position on."""
    start = TEXT.index(words, after)
    return Span(words, start, start + len(words))


def mention(words: str, form: str, after: int = 0) -> Mention:
    return Mention(*span(words, after), form)


def ref(actor: str, name: str, words: str, after: int = 0) -> Ref:
    return Ref((actor,), name, *span(words, after))


def cue(words: str, lemma: str) -> Cue:
    return Cue(*span(words), lemma)


def harbour_brief() -> Brief:
    """Returns the brief of the article, all parts asked for."""
    denial = span("the city\nwould sell its harbour")
    speech = (span("We will not sell,"), span("as long as I am mayor."))
    first = span("Mayor Ann Lee denied on Monday that the city\nwould sell its harbour.")
    second = span('"We will not sell," she said, "as long as I am mayor."')
    third = span(
        'The Port Union, which has called the sale "a disaster", may strike in July if the talks fail.'
    )
    fourth = span("It has not\nconfirmed a date.")
    fifth = span("The harbour on the Grey River is expected to close in the summer of 2027.")
    sixth = span("The deal looks doomed.")
    lee = ref("a1", "Ann Lee", "Mayor Ann Lee")
    she = ref("a1", "Ann Lee", "she")
    union = ref("a2", "Port Union", "The Port Union")
    it = ref("a2", "Port Union", "It", fourth.start)
    return Brief(
        document=Document(
            text=TEXT,
            id="harbour",
            path="harbour.txt",
            title="Mayor rejects harbour plan",
            byline="Jo Doe",
            publisher="The Daily Test",
            published="2026-06-02",
            language="en",
            sha256="0" * 64,
        ),
        counts=Counts(len(TEXT), 62, 6, 3),
        reference_date=ReferenceDate("2026-06-02", "metadata"),
        summary=(first, third),
        actors=(
            Actor(
                "a1",
                "Ann Lee",
                "person",
                None,
                (span("Mayor"),),
                (),
                None,
                1.0,
                (),
                (mention("Ann Lee", "name"), mention("she", "pronoun")),
                "name.title",
            ),
            Actor(
                "a2",
                "Port Union",
                "organization",
                None,
                (),
                (),
                None,
                0.62,
                (third,),
                (mention("Port Union", "name"), mention("It", "pronoun", fourth.start)),
                "name.suffix",
            ),
        ),
        places=(Place("p1", "Grey River", None, (mention("Grey River", "name"),)),),
        quotes=(
            Quote(
                "q1",
                "indirect",
                denial.text,
                (denial,),
                (),
                lee,
                cue("denied", "deny"),
                1,
                first,
                "quote.that",
            ),
            Quote(
                "q2",
                "direct",
                "We will not sell, […] as long as I am mayor.",
                speech,
                speech,
                she,
                cue("said", "say"),
                1,
                second,
                "quote.split",
            ),
            Quote(
                "q3",
                "mixed",
                'the sale "a disaster',
                (span('the sale "a disaster'),),
                (span("a disaster"),),
                union,
                cue("has called", "call"),
                2,
                third,
                "quote.mixed",
            ),
        ),
        claims=(
            Claim(
                "c1",
                denial.text,
                (denial,),
                "source",
                lee,
                cue("denied", "deny"),
                "denial",
                "negative",
                "certain",
                (),
                None,
                "q1",
                (),
                ("d1",),
                1,
                first,
                "claim.denial",
            ),
            Claim(
                "c2",
                "We will not sell, […] as long as I am mayor.",
                speech,
                "source",
                she,
                cue("said", "say"),
                "promise",
                "positive",
                "certain",
                (),
                span("as long as I am mayor"),
                "q2",
                ("a1",),
                (),
                1,
                second,
                "claim.promise",
            ),
            Claim(
                "c3",
                'the sale "a disaster',
                (span('the sale "a disaster'),),
                "source",
                union,
                cue("has called", "call"),
                "opinion",
                "positive",
                "certain",
                (),
                None,
                "q3",
                (),
                (),
                2,
                third,
                "claim.opinion",
            ),
            Claim(
                "c4",
                "a date",
                (span("a date"),),
                "source",
                it,
                cue("has not\nconfirmed", "confirm"),
                "statement",
                "unknown",
                "unknown",
                (),
                None,
                None,
                (),
                (),
                2,
                fourth,
                "claim.unconfirmed",
            ),
            Claim(
                "c5",
                "The harbour on the Grey River […] close in the summer of 2027",
                (span("The harbour on the Grey River"), span("close in the summer of 2027")),
                "unnamed",
                None,
                cue("is expected to", "expect"),
                "prediction",
                "positive",
                "probable",
                (span("expected"),),
                None,
                None,
                (),
                ("d3",),
                3,
                fifth,
                "claim.expected",
            ),
            Claim(
                "c6",
                "The deal looks doomed",
                (span("The deal looks doomed"),),
                "article",
                None,
                None,
                "opinion",
                "positive",
                "possible",
                (span("looks"),),
                None,
                None,
                (),
                (),
                3,
                sixth,
                "claim.article",
            ),
        ),
        dates=(
            Date(
                "d1",
                *span("Monday"),
                "DATE",
                "2026-06-01",
                None,
                None,
                None,
                "2026-06-01",
                "2026-06-01",
                "reference_date",
                1,
                first,
                "date.weekday",
            ),
            Date(
                "d2",
                *span("July"),
                "DATE",
                "2026-07",
                None,
                None,
                None,
                "2026-07-01",
                "2026-07-31",
                "reference_date",
                2,
                third,
                "date.month",
            ),
            Date(
                "d3",
                *span("the summer of 2027"),
                "DATE",
                "2027-SU",
                None,
                None,
                None,
                "2027-06-01",
                "2027-08-31",
                None,
                3,
                fifth,
                "date.season",
            ),
        ),
        timeline=(
            Event("d1", "2026-06-01", *first, 1, ("a1",)),
            Event("d2", "2026-07", *third, 2, ("a2",)),
            Event("d3", "2027-SU", *fifth, 3, ()),
        ),
        warnings=(Warning("not_english", "the metadata name another language"),),
        paragraphs=tuple(
            (start := TEXT.index(head), TEXT.find("\n\n", start) if "\n\n" in TEXT[start:] else len(TEXT) - 1)
            for head in ("Mayor Ann", "The Port Union", "The harbour on")
        ),
    )
