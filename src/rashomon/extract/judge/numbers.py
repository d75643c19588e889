"""Let the judge decide, after the rules, which numbers of a sentence count people, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.counts.context import is_done_to
from rashomon.extract.counts.farther import tells_of_captives
from rashomon.extract.counts.find import broken_down, find_counts, scoped
from rashomon.extract.counts.firm import FIRM_NAMES, is_deadly
from rashomon.extract.counts.harm import does_harm
from rashomon.extract.counts.joined import ALSO
from rashomon.extract.counts.otherwise import is_meant_otherwise
from rashomon.extract.counts.refusals import counts_no_one, is_told
from rashomon.extract.counts.shares import shared_out
from rashomon.extract.counts.whosedeed import by_whose_deed
from rashomon.extract.judge.numberfeatures import Around, number_features
from rashomon.extract.judge.weights import Answer, Judge, Learner, Question
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Counted, Scene, family, may_be_people, place
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role

NONE = "none"
RULE = "judge"

SURE = 0.6
"""Probability from which the judge overrules the rules; below it their answer stands, with what the judge leaves to it."""


SURER = 0.65
"""Probability from which it says that a number which the rules count is counted otherwise."""

SUREST = 0.75
"""Probability from which it counts dead or hurt where no rule does."""

CASUALTIES, HARM = frozenset({"casualty", "casualties", "causalities"}), frozenset({"killed", "wounded"})
"""The words of those who are killed or wounded, and what the judge may not make of them."""

RIVAL = "by_correction"
"""The rule of another figure for what was told before, which knows better than the judge what that was."""

GUESSES = frozenset({"by_nearness", "by_looking_back"})
"""Rules that go by what stands near; they yield to a judge that thinks a number likelier to count nobody."""


def judged_counts(scene: Scene, around: Around, judge: Judge | None) -> list[Counted]:
    """Return what the sentence's numbers count by the rules, corrected by the judge where there is one."""
    found = find_counts(scene)
    if judge is None:
        return shared_out(scene, found)
    by_span = {counted.amount.span: counted for counted in found if counted.rule != ALSO}
    also = {counted.amount.span: counted for counted in found if counted.rule == ALSO}
    told = [by_span.get(amount.span) for amount in scene.amounts]
    asked = [i for i, amount in enumerate(scene.amounts) if told[i] is not None or is_open(scene, amount)]
    answers = judge.ask("measure", [question(scene, i, told, around) for i in asked])
    if isinstance(judge, Learner):
        unseen = [(i, [*told[:i], None, *told[i + 1 :]]) for i in asked if told[i] is not None]
        judge.show("measure", [question(scene, i, others, around) for i, others in unseen])
    decided: list[Counted] = []
    for i, answer in zip(asked, answers, strict=True):
        amount, rule = scene.amounts[i], told[i]
        counted = decide(scene, amount, rule, answer)
        if counted is not None:
            decided.append(counted if counted is rule else scoped(scene, counted, decided))
            more = also.get(amount.span)
            if more is not None and more.measure != counted.measure:
                decided.append(more)
    return shared_out(scene, broken_down(scene, decided))


def is_open(scene: Scene, amount: Amount) -> bool:
    """Say whether the judge is asked of a number that the rules pass over.

    Not of "a road" and "two trucks", which are most of a report's numbers, nor of "a man" where no word of a measure stands.
    """
    if amount.article and not scene.senses:
        return False
    placed = place(scene, amount)
    return placed is None or (may_be_people(scene, amount, *placed) and not counts_no_one(scene, amount, *placed))


def question(scene: Scene, index: int, told: Sequence[Counted | None], around: Around) -> Question:
    """Return the question about one number."""
    before = next((c for c in reversed(told[:index]) if c is not None), None)
    after = next((c for c in told[index + 1 :] if c is not None), None)
    rule, amount = told[index], scene.amounts[index]
    features = number_features(scene, amount, rule, (before, after), around)
    return Question(amount.span.start, len(amount.span), features, NONE if rule is None else family(rule.measure))


def decide(scene: Scene, amount: Amount, told: Counted | None, answer: Answer) -> Counted | None:
    """Return a number's count by the judge: the rules' own where they agree, another one, or None."""
    if told is not None and family(told.measure) == answer.label:
        return told.with_confidence(answer.probability)
    if told is not None and stands(scene, told, answer):
        return told
    if answer.probability < needed(told, answer):
        if told is None or (answer.label == NONE and told.rule in GUESSES):
            return None
        return told.with_confidence(round(1 - answer.probability, 3))
    if answer.label == NONE:
        return None
    if does_harm(scene, amount, answer.label):
        return told
    if told is not None:
        governor = word_of(scene, answer.label, told.node) or told.governor
        measure = by_whose_deed(scene, answer.label, governor, told.noun)
        return replace(told, measure=measure, governor=governor, rule=RULE, confidence=answer.probability)
    return added(scene, amount, answer)


def added(scene: Scene, amount: Amount, answer: Answer) -> Counted | None:
    """Return the count of a number that no rule counts."""
    placed = place(scene, amount)
    if placed is None:
        return None
    node, noun = placed
    governor = word_of(scene, answer.label, node)
    if governor is None and scene.carried.measure != answer.label:
        return None  # no word of the measure stands here, and none goes on from before
    if governor is not None and governor.is_noun and scene.sense(governor, Role.ITSELF, Role.IS, Role.OF) is None:
        return None  # "the ferry" ferries nobody
    if is_meant_otherwise(scene, answer.label, governor) or (governor is None and is_done_to(scene, node)):
        return None
    if is_told(scene, node):
        return None
    if governor is not None and scene.parse.has(governor, "neg"):
        return None  # "two were not hurt" counts nobody, and what is denied is for the rules to say
    measure = by_whose_deed(scene, answer.label, governor, noun)
    return Counted(amount, measure, node, noun, governor, RULE, confidence=answer.probability)


def stands(scene: Scene, told: Counted, answer: Answer) -> bool:
    """Say whether the rules' answer stands whatever the judge says: by a firm rule, or by words that settle it."""
    if told.rule in FIRM_NAMES or (answer.label in HARM and (lived(scene, told) or is_told_apart(scene, told))):
        return True
    if told.rule == RIVAL and answer.label != NONE:
        return True
    if told.measure == "displaced" and answer.label == "escaped":
        # "300 villagers fled"; those who break out are known by their noun, or by what they get out of
        return told.noun is not None or not tells_of_captives(scene.text)
    return told.measure == "killed" and told.governor is not None and is_deadly(scene, told.governor)


def lived(scene: Scene, told: Counted) -> bool:
    """Say whether a number counts survivors by their very name, hurt or not."""
    return told.measure == "rescued" and told.noun is not None and told.noun.lower in scene.book.other.survivors


def needed(told: Counted | None, answer: Answer) -> float:
    """Return the probability from which an answer overrules that of the rules."""
    if answer.label == NONE:
        return SURE
    return SUREST if told is None and answer.label in HARM else SURER


def is_told_apart(scene: Scene, told: Counted) -> bool:
    """Say whether a number counts casualties by words that leave open how many of them died: "casualties", "killed and hurt"."""
    word = told.governor or told.noun
    if told.measure != "casualties" or word is None:
        return False
    both = scene.sense(word, Role.IS)
    return word.lower in CASUALTIES or (both is not None and both.measure == told.measure)


def word_of(scene: Scene, measure: str, node: Token) -> Token | None:
    """Return the word of a measure that is nearest to a phrase, or None."""
    near = [i for i, senses in scene.senses.items() if any(family(sense.measure) == measure for sense in senses)]
    best = min(near, key=lambda i: (abs(i - node.i), i), default=None)
    return None if best is None else scene.parse.tokens[best]
