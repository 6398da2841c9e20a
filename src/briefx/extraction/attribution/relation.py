"""The attribution: a source, a cue, a content. Quotes and claims are two views of it."""
from __future__ import annotations

from briefx.records import Record


class Attribution(Record):
    """Who puts what forward, and by which words.

    ``content`` and ``quoted`` are half-open intervals of code points in text order: the pieces of what is put
    forward (without the outer quotation marks where a piece is wholly inside them), and the stretches of it
    between marks. ``source`` and ``cue`` are half-open intervals of tokens, or null; ``head`` is the token of
    the cue's head and ``lemma`` its lemma ("" without a cue). ``antecedent`` is the interval of tokens of the
    phrase that a relative pronoun or an omitted subject stands for, or null. ``form`` is direct, mixed or
    indirect. ``frame`` is what the content is to the cue: quote, that, bare, wh, to, object, as, none...
    ``speech`` says that the cue is one of speech or writing (a quote is made), not of attitude or intention.
    ``voice`` is source, unnamed (a cue without a source) or article (neither).
    """

    content: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    antecedent: tuple[int, int] | None
    cue: tuple[int, int] | None
    head: int | None
    lemma: str
    form: str
    frame: str
    speech: bool
    voice: str
    rule: str
