"""The rules of attribution: a row for each way in which a text says who puts something forward."""
from __future__ import annotations

from functools import cache

from briefx.records import NamedTuple


class AttributionRule(NamedTuple):
    """A row: ``example`` holds a relation of this rule with the content ``gives``; ``near_miss`` holds none.

    ``frames`` are the verb frames that the rule stands for; rules that no verb frame leads to have none.
    """

    name: str
    example: str
    gives: str
    near_miss: str
    frames: tuple[str, ...] = ()


RULES = (
    # A verb and what follows it
    AttributionRule(
        "attribution.verb_that", "The mayor said that the bridge was safe.", "the bridge was safe",
        "The mayor sold the bridge that was safe.", ("that",)),
    AttributionRule(
        "attribution.verb_bare", "Engineers say the dam will hold.", "the dam will hold",
        "Engineers built the dam and the road will follow.", ("bare",)),
    AttributionRule(
        "attribution.verb_wh", "The judge asked why the files were missing.", "why the files were missing",
        "The judge left when the files were missing.", ("wh",)),
    AttributionRule(
        "attribution.verb_infinitive", "The union threatened to strike.", "to strike",
        "The train stopped to load coal.", ("inf",)),
    AttributionRule(
        "attribution.verb_object", "The bishop condemned the raid.", "the raid",
        "The bishop opened the window.", ("object", "adj")),
    AttributionRule(
        "attribution.verb_object_infinitive", "Doctors urged parents to open the windows.",
        "parents to open the windows", "Doctors carried beds to the ward.", ("objinf",)),
    AttributionRule(
        "attribution.verb_gerund", "The singer denied taking the money.", "taking the money",
        "The singer stopped taking the bus.", ("ing", "objing")),
    AttributionRule(
        "attribution.verb_as", "Critics described the plan as a gamble.", "the plan as a gamble",
        "Critics ate the same bread as the guards.", ("as",)),
    AttributionRule(
        "attribution.verb_preposition", "The party called for a new vote.", "a new vote",
        "The party waited for a new bus.", ("prep",)),
    AttributionRule(
        "attribution.verb_quote", "The minister vowed “no retreat” on prices.", "“no retreat” on prices",
        "The coach drove the “Silver Arrow” home.", ("quote",)),
    AttributionRule(
        "attribution.verb_colon", "The clerk explained: the office was closed.", "the office was closed",
        "The clerk packed: pens, paper and string.", ("colon",)),
    # A verb and what stands before it
    AttributionRule(
        "attribution.verb_trailing", "The tunnel has flooded four times, engineers say.",
        "The tunnel has flooded four times", "The tunnel has flooded, engineers work on."),
    AttributionRule(
        "attribution.as_clause", "The bridge was unsafe, as the inspector had warned.", "The bridge was unsafe",
        "The bridge was closed, as the river had risen."),
    AttributionRule(
        "attribution.relative_object", "The wall that the minister promised fell down.", "The wall",
        "The wall that the minister climbed fell down."),
    AttributionRule(
        "attribution.passive", "The driver was accused of speeding.", "The driver […] of speeding",
        "The driver was washed of mud."),
    AttributionRule(
        "attribution.raising", "The thieves seem to have used a ladder.", "The thieves […] to have used a ladder",
        "The thieves came to have a meal."),
    AttributionRule(
        "attribution.adjective", "The chairman is confident that sales will rise.", "sales will rise",
        "The chairman is tall and sales will rise."),
    # Nouns and prepositions
    AttributionRule(
        "attribution.noun_that", "The captain's claim that the engine failed surprised the crew.", "the engine failed",
        "The captain's cap that the wind took surprised the crew."),
    AttributionRule(
        "attribution.noun_infinitive", "The club made a promise to cut prices.", "to cut prices",
        "The club bought a machine to cut grass."),
    AttributionRule(
        "attribution.noun_of", "The farmers' calls for a lower tax went unheard.", "a lower tax",
        "The farmers' boots for the wet season went unsold."),
    AttributionRule(
        "attribution.according_to", "Half of the seats stayed empty, according to the theatre.",
        "Half of the seats stayed empty", "The seats were sold according to size."),
    AttributionRule(
        "attribution.survey", "In a poll of local voters, four in ten backed the plan.", "four in ten backed the plan",
        "In a park full of voters, four in ten sat down."),
    AttributionRule(
        "attribution.viewpoint", "In the farmers’ view, the tax is too high.", "the tax is too high",
        "In the farmers’ barn, the tax rolls lay open."),
    # Speech in quotation marks
    AttributionRule(
        "attribution.quote_before_subject", "“We will rebuild the harbour,” Ann Lee said.",
        "We will rebuild the harbour",
        "Ann Lee sat on the “Harbour Queen” and smiled."),
    AttributionRule(
        "attribution.quote_before_verb", "“The bridge opened in 1931,” said Ruth Amadi.", "The bridge opened in 1931",
        "“Bridges of the World,” a book by Ruth Amadi, opened the show."),
    AttributionRule(
        "attribution.quote_after", "Ann Lee said, “The harbour is closed.”", "The harbour is closed.",
        "Ann Lee read “The Closed Harbour” twice."),
    AttributionRule(
        "attribution.quote_after_colon", "Ann Lee replied: “The harbour is closed.”", "The harbour is closed.",
        "Ann Lee had one book: “Closed.”"),
    AttributionRule(
        "attribution.quote_according_to", "“The harbour is closed now,” according to the guide.",
        "The harbour is closed now", "“The harbour is closed now,” the guide said."),
    AttributionRule(
        "attribution.quote_label", "The captain: “We saw the lights of the coast.”", "We saw the lights of the coast.",
        "The captain saw “the lights of the coast.”"),
    AttributionRule(
        "attribution.quote_alone", "The mayor shrugged at the new figures. “Nobody will miss that old bridge.”",
        "Nobody will miss that old bridge.", "The mayor crossed the “old” bridge."),
    AttributionRule(
        "attribution.transcript", "SMITH: The tests were done twice.", "The tests were done twice",
        "NOTE: The tests were done twice."),
    AttributionRule(
        "attribution.headline_label", "Lindqvist: Tax Cut Would Hurt Schools", "Tax Cut Would Hurt Schools",
        "Recipe: Bread Without Salt"),
    # The article's own voice
    AttributionRule(
        "attribution.article_forecast", "The talks will probably fail.", "The talks will probably fail",
        "The talks failed."),
    AttributionRule(
        "attribution.article_condition", "Unless prices fall, few families will move.",
        "Unless prices fall, few families will move", "When prices fell, few families moved."),
    AttributionRule(
        "attribution.article_possibility", "The reform may come too late.", "The reform may come too late",
        "The reform came in May."),
    AttributionRule(
        "attribution.article_judgement", "The greatest weakness of the plan is its cost.",
        "The greatest weakness of the plan is its cost", "The cost of the plan is five million."),
)


@cache
def rule_of_frame(frame: str) -> str:
    """Returns the name of the rule that a verb's frame belongs to; every preposition is one rule."""
    for rule in RULES:
        if frame in rule.frames:
            return rule.name
    return "attribution.verb_preposition"
