"""People who lie in hospital or go there by themselves, and those who have wounds: all of them are hurt."""

from __future__ import annotations

import re

from rashomon.extract.scene import Case, Decided, names_people
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense

BE = frozenset({"is", "are", "was", "were", "be", "'s", "remains", "remain", "remained"})
ITSELF = frozenset({"himself", "herself", "itself", "themselves"})
HOSPITAL = r"(?:hospitals?|medical cent(?:er|re)|health cent(?:er|re)|trauma cent(?:er|re)|burns? (?:unit|cent(?:er|re))|clinic|infirmary|emergency room|intensive care|icu)\b"
RECOVERING = re.compile(
    r"(?:(?:now|still|also|currently|expected to be|said to be) )*(?:recovering|recuperating|fighting for (?:his|her|their|its) (?:life|lives)|(?:clinging|hanging on) to life"
    r"|(?:in|undergoing|out of) (?:emergency )?surgery|on life support|in a coma|nursing (?:[\w-]+ ){0,3}(?:wounds?|injur(?:y|ies)|burns)"
    r"|hospitali[sz]ed|in (?:[\w/-]+ ){0,2}(?:critical|serious|grave|guarded|stable|fair)\b(?:[\w/, -]{0,25} condition)?"
    r"|expected to (?:survive|recover|live|pull through|make a full recovery|be (?:ok|okay|fine|all right)))\b",
    re.IGNORECASE,
)
"""How people are who came to harm, behind "is"."""

IN_HOSPITAL = re.compile(rf"(?:in|at) (?:the |a |an )?(?:[\w.'’&-]+ ){{0,5}}?{HOSPITAL}", re.IGNORECASE)
HARM = re.compile(
    r"\b(?:shot|shooting|shots|gunfire|gunshot|stabb\w+|wound\w*|injur\w+|crash\w*|hit|struck|bullets?|attack\w*|fire|burn\w*|explo\w+|blast\w*|beat\w*|fell|collapse\w*|accident\w*)\b",
    re.IGNORECASE,
)
ILL = re.compile(r"\b(?:virus|disease|illness|flu|fever|infection|cancer|overdos\w+|pregnan\w+|birth)\b", re.IGNORECASE)
TO_HOSPITAL = re.compile(
    rf"(?:himself|herself|themselves|(?:[\w-]+ )?(?:up|in)|by (?:[\w-]+ )?(?:car|vehicle))?,? ?(?:in|to|into|at) (?:the |a |an )?(?:[\w.'’&-]+ ){{0,5}}?{HOSPITAL}",
    re.IGNORECASE,
)


def by_recovering(case: Case) -> Decided | None:
    """ "A girl is recovering after ...", "a nurse is fighting for her life", "a child is at Lakeside Hospital after being shot"."""
    verb = case.scene.parse.head(case.node)
    if case.node.dep not in ("nsubj", "nsubjpass") or verb is None or not is_somebody(case) or verb.i < case.node.i:
        return None
    helper = next((kid for kid in case.scene.parse.kids(verb, "aux", "auxpass") if kid.lower in BE), verb)
    if helper.lower not in BE:
        return None
    text, end = case.scene.text, case.scene.parse.span.end
    behind = text[helper.end : end].lstrip()
    ill = ILL.search(text, case.scene.parse.span.start, end) is not None
    if ill or case.scene.parse.has(verb, "neg"):
        return None
    if RECOVERING.match(behind):
        return Sense("wounded", Role.IS), verb, 0.9
    lies = IN_HOSPITAL.match(behind)
    if lies is not None and HARM.search(behind, lies.end()):
        return Sense("wounded", Role.IS), verb, 0.9
    return None


def by_coming(case: Case) -> Decided | None:
    """ "A woman and a man drove themselves to a hospital", "two others walked into a clinic with wounds"."""
    verb = verb_of(case)
    if verb is None or verb.lower not in case.words.coming or not is_somebody(case):
        return None
    text = case.scene.text[verb.end : case.scene.parse.span.end].lstrip()
    match = TO_HOSPITAL.match(text)
    if match is None:
        return None
    alone = match.group().split(maxsplit=1)[0].lower() in ITSELF
    if alone or re.search(r"\b(?:wounds?|wounded|injur\w+|shot)\b", text[match.end() : match.end() + 60]):
        return Sense("wounded", Role.SUBJECT), verb, 0.9
    return None


def by_having(case: Case) -> Decided | None:
    """ "Two women and a man have minor injuries"."""
    verb = verb_of(case)
    if (
        verb is None
        or verb.lower not in case.words.having
        or not is_somebody(case)
        or case.scene.parse.has(verb, "neg")
    ):
        return None
    for goal in case.scene.parse.kids(verb, "dobj"):
        if goal.lower in case.words.injuries and not any(
            kid.lower == "no" for kid in case.scene.parse.kids(goal, "det")
        ):
            return Sense("wounded", Role.SUBJECT), verb, 0.9
    return None


def verb_of(case: Case) -> Token | None:
    """Return the verb of which a phrase is the subject, alone or joined to the first of several."""
    node = case.node
    for _ in range(3):
        head = case.scene.parse.head(node)
        if head is None:
            return None
        if node.dep in ("nsubj", "nsubjpass") and head.is_verb:
            return head
        if node.dep != "conj":
            return None
        node = head
    return None


def is_somebody(case: Case) -> bool:
    """Say whether a number stands before a noun of people, or before none and more than an article."""
    if case.noun is None:
        return not case.amount.article and bool(case.amount.quantity.low)
    return names_people(case.scene.book, case.noun) and bool(case.amount.quantity.low)


PATIENTS = (by_having, by_coming, by_recovering)
"""The rules of this file; the judge of numbers does not overrule them."""
