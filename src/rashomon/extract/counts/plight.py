"""People who plainly came to harm, where the tree or the verb alone does not say so: "is recovering after she was shot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.counts.patients import BE, ITSELF, PATIENTS, RECOVERING, is_somebody
from rashomon.extract.counts.rules import takes_object
from rashomon.extract.counts.senses import clause_sense, senses_above
from rashomon.extract.hints import Hinted
from rashomon.extract.quantities.find import Amount
from rashomon.extract.scene import Case, Decided, Scene, names_people, place
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Span

HARMED = frozenset({"killed", "wounded"})
DYING = Hinted(
    re.compile(
        r"\b(?:where|but|and) (?:(?P<who>he|she|they|both) )?(?:(?:was|were|later|then|soon|also|subsequently|has|have|since|eventually) ){0,3}"
        r"(?:(?:pronounced|declared) (?:dead|deceased)|died|succumbed)\b",
        re.IGNORECASE,
    ),
    ("dead", "deceased", "died", "succumbed"),
)
"""What became at last of people taken away, in the same sentence."""

DEADLY_END = frozenset({"dead", "death", "killed", "died"})
SHOT = frozenset({"shot", "stabbed", "shooting", "stabbing", "beaten"})
HELPERS = frozenset({"was", "were", "been", "being", "is", "are", "had", "has", "have", "who", "that", "got", "gets"})
THEY = frozenset({"he", "she", "they", "himself", "herself", "themselves"})
LATER = frozenset({"after", "when", "as", "because", "where"})
"""What may stand between what people did and what befell them."""

DIED_SINCE = re.compile(r"[^,.;]{0,70}\b(?:has|have) (?:since |now |also )?died\b", re.IGNORECASE)
ENDED = re.compile(r"[^,.;]{0,60}\b(?:has died|have died|died|is dead|was killed)\b", re.IGNORECASE)
"""The same, behind a clause that tells how they were hurt: "a 15-year-old who was shot on Friday has died"."""

ONE_OF = re.compile(
    r" ?of (?:the |those |these )?(?P<hit>(?:[\w'’-]+ ){1,4}?(?:who (?:were|was) )?(?:shot|hit|wounded|injured|hurt|struck|stabbed)\b)"
    r"(?![^.;]{0,90}\b(?:another|others?|who|when)\b)[^.;]{0,90}?\b(?:(?:has|have) died|died|(?:is|are) (?:now )?dead|(?:was|were) (?:pronounced|declared) dead|(?:has |have )?succumbed)\b",
    re.IGNORECASE,
)
"""What stands behind the number of those who died of all who were hit: "one of the six people shot on Friday has died"."""

VICTIMS = Hinted(
    re.compile(
        r"\b(?P<dead>(?:murder|homicide|slain|dead|deceased) )?victims(?:,|:| --?| [–—]| were| are| include[sd]?| included) (?:identified as )?(?:(?:[^.;:()]|\.(?=\w)){1,45}?(?:,|\band|, and) ){0,2}$",
        re.IGNORECASE,
    ),
    ("victims",),
)
"""What stands before the people who are named as the victims."""

IN_MURDER_SUICIDE = Hinted(
    re.compile(r"\bin (?:a|an|the) (?:[\w-]+ ){0,2}murder[- ]suicide\b(?![^.]*\b(?:surviv|recover))", re.IGNORECASE),
    ("murder-suicide", "murder suicide"),
)
"""The deed in which people were shot, nobody told to have lived."""

POINTING = frozenset({"whom", "which", "them", "those", "these"})


def by_dying(case: Case) -> Decided | None:
    """ "A man was taken to hospital, where he died": the end that the sentence tells of, nobody else named before it."""
    scene, parse = case.scene, case.scene.parse
    if case.amount.article and case.noun is not None and is_somebody(case) and has_died_since(scene, case.noun):
        return Sense("killed", Role.SUBJECT), parse.tokens[case.noun.i + 1], 0.9
    if case.node.dep not in ("nsubj", "nsubjpass", "dobj") or not is_somebody(case) or case.noun is None:
        return None
    match = DYING.search(scene.text, case.noun.end, parse.span.end)
    if match is None or is_several(match["who"]) != (case.amount.quantity.least > 1):
        return None
    if any(case.noun.end <= a.span.start < match.start() and is_of_people(scene, a) for a in scene.amounts):
        return None
    hurt = [sense for sense, _ in senses_above(scene, case.node)]
    hurt += [sense for kid in parse.kids(case.noun, "acl", "relcl") if (sense := clause_sense(scene, kid)) is not None]
    words = parse.at(Span(match.start(), match.end()))
    return (Sense("killed", Role.SUBJECT), words[-1], 0.9) if any(s.measure in HARMED for s in hurt) else None


def has_died_since(scene: Scene, noun: Token) -> bool:
    """Say whether a participle behind people tells of a hurt that they died of: "a teen hospitalized on Friday has died"."""
    behind = scene.parse.tokens[noun.i + 1] if noun.i + 1 < len(scene.parse.tokens) else None
    sense = scene.sense(behind, Role.OBJECT, Role.IS) if behind is not None and behind.tag in ("VBN", "VBD") else None
    if behind is None or sense is None or sense.measure != "wounded":
        return False
    return DIED_SINCE.match(scene.text, behind.end, scene.parse.span.end) is not None


def is_several(pronoun: str | None) -> bool:
    """Say whether a pronoun, or none, means several people."""
    return (pronoun or "").lower() in ("they", "both")


def is_of_people(scene: Scene, amount: Amount) -> bool:
    """Say whether a number stands before a noun of people."""
    placed = place(scene, amount)
    return placed is not None and placed[1] is not None and names_people(scene.book, placed[1])


def by_dead_of_the_hit(case: Case) -> Decided | None:
    """ "One of six people shot on Friday has died": one is dead, and six were hit, dead or hurt."""
    number = case.amount.span
    if case.amount.article:
        return None
    if died_of_all(case.scene, case.amount):
        return Sense("killed", Role.SUBJECT), None, 0.9
    for other in case.scene.amounts:
        match = died_of_all(case.scene, other) if not other.article else None
        if match is not None and match.start("hit") <= number.start < match.end("hit"):
            return Sense("casualties", Role.OBJECT), None, 0.9
    return None


def died_of_all(scene: Scene, amount: Amount) -> re.Match[str] | None:
    """Return the words that tell that a number died of all who were hit; of "dozens were hurt and |nine| died" nine died."""
    match = ONE_OF.match(scene.text, amount.number.end, scene.parse.span.end)
    if match is None:
        return None
    anew = any(match.end("hit") <= other.number.start < match.end() for other in scene.amounts)
    return None if anew and (amount.quantity.high or 0) > 1 else match


def by_victims_named(case: Case) -> Decided | None:
    """ "The victims, six pupils and a cook, ...", "the victims included a nurse": they are those hit."""
    start = max(case.scene.parse.span.start, case.amount.span.start - 250)
    match = VICTIMS.search(case.scene.text, start, case.amount.span.start)
    if match is None or not is_somebody(case) or case.noun is None or case.noun.lower in POINTING:
        return None
    if any(sense.measure in HARMED and token.is_verb for sense, token in senses_above(case.scene, case.node)):
        return None
    words = case.scene.parse.at(Span(match.start(), match.start() + 1))
    return Sense("killed" if match["dead"] else "wounded", Role.ITSELF), words[0] if words else None, 0.9


def by_harm_after(case: Case) -> Decided | None:
    """ "A man was walking home when he was shot", "a boy is in trouble after shooting himself": what befell the subject."""
    scene, verb = case.scene, case.scene.parse.head(case.node)
    if case.node.dep not in ("nsubj", "nsubjpass") or verb is None or not verb.is_verb or not is_somebody(case):
        return None
    if case.amount.quantity.least > 1 or any(sense.role is not Role.OF for sense in scene.senses.get(verb.i, ())):
        return None
    if any(True for _ in senses_above(scene, case.node)):
        return None
    for word in happened_after(scene, verb):
        sense = befallen(scene, word)
        if sense is not None:
            return Sense(sense.measure, Role.OBJECT), word, 0.9
    return None


def happened_after(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses behind one that tell of its subject: "when he was shot", "after being shot"."""
    parse = scene.parse
    for kid in parse.kids(verb, "advcl"):
        marked = any(mark.lower in LATER for mark in parse.kids(kid, "mark", "advmod"))
        own = parse.kids(kid, "nsubj", "nsubjpass")
        if marked and kid.i > verb.i and own and own[0].lower in THEY:
            yield kid
    for prep in parse.kids(verb, "prep"):
        if prep.lower in ("after", "from") and prep.i > verb.i:
            yield from parse.kids(prep, "pcomp")


def befallen(scene: Scene, verb: Token) -> Sense | None:
    """Return what a verb says befell its subject: by a passive, or by their own hand."""
    if scene.parse.has(verb, "neg"):
        return None
    if any(kid.lower in ITSELF for kid in scene.parse.kids(verb, "dobj")):
        sense = scene.sense(verb, Role.SUBJECT, Role.OBJECT)
    else:
        passive = verb.tag == "VBN" and scene.parse.kids(verb, "auxpass")
        sense = scene.sense(verb, Role.OBJECT) if passive else None
    if sense is None or sense.measure not in HARMED:
        return None
    return Sense("killed", sense.role) if ends_deadly(scene, verb) else sense


def ends_deadly(scene: Scene, verb: Token) -> bool:
    """Say whether a death stands right behind a verb of harm: "shot |dead|", "shot |and killed|", "beaten |to death|"."""
    behind = [token.lower for token in scene.parse.tokens[verb.i + 1 : verb.i + 3]]
    return behind[:1] == ["dead"] or (behind[:1] in (["and"], ["to"]) and behind[-1] in DEADLY_END)


def by_aged_harm(case: Case) -> Decided | None:
    """ "after a three-year-old was accidentally shot", "a 5-year-old who had been shot", "the father of a girl shot and killed".

    The tree takes an age for an adjective, and loses its verb; so the words right behind are read.
    """
    tokens, first = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0]
    person = next((token for token in tokens[first.i + 1 : first.i + 9] if token.lower in ("old", "olds")), None)
    if not case.amount.article or person is None or person.i + 1 >= len(tokens) or (case.noun or person).tag == "CD":
        return None
    behind = tokens[person.i + 1]
    if behind.lower in BE and RECOVERING.match(case.scene.text[behind.end + 1 : case.scene.parse.span.end]):
        return Sense("wounded", Role.IS), behind, 0.9
    i = person.i + 1
    helped = False
    while i < len(tokens) and (tokens[i].lower in HELPERS or tokens[i].tag == "RB"):
        if tokens[i].lower in ("not", "n't", "never"):
            return None
        helped = helped or tokens[i].lower in ("was", "were", "been", "being", "got")
        i += 1
    if i >= len(tokens) or tokens[i].tag not in ("VBN", "VBD", "JJ"):
        return None
    if ENDED.match(case.scene.text, tokens[i].end, case.scene.parse.span.end):
        return Sense("killed", Role.SUBJECT), tokens[i], 0.9
    return harm_of(case.scene, tokens[i], passive=helped)


def harm_of(scene: Scene, word: Token, *, passive: bool) -> Decided | None:
    """Return what a verb right behind people says befell them."""
    own = any(token.lower in ITSELF for token in scene.parse.tokens[word.i + 1 : word.i + 2])
    if not passive and not own and takes_object(scene, word.i + 1):
        return None
    roles = (Role.OBJECT, Role.IS) if passive or own else (Role.SUBJECT, Role.OBJECT)
    sense = scene.sense(word, *roles)
    if sense is None or sense.measure not in HARMED:
        return None
    deadly = word.lower in SHOT and ends_deadly(scene, word)
    return Sense("killed" if deadly else sense.measure, Role.OBJECT), word, 0.9


def by_hitting(case: Case) -> Decided | None:
    """ "fired at a crowd, hitting 11 others", "a bullet struck a girl in the arm", "four people were struck"."""
    scene, verb = case.scene, case.scene.parse.head(case.node)
    if (
        verb is not None
        and case.node.dep == "nsubjpass"
        and is_hit(scene, verb)
        and is_somebody(case)
        and not is_told_beside(case)
    ):
        return Sense("wounded", Role.OBJECT), verb, 0.9
    if case.node.dep != "dobj" or verb is None or verb.lower not in case.words.hitting or not is_somebody(case):
        return None
    doers = [kid for kid in scene.parse.kids(verb, "nsubj") if kid.lower not in ("that", "which")]
    if doers:
        return (Sense("wounded", Role.OBJECT), verb, 0.9) if doers[0].lower in case.words.missiles else None
    words = scene.parse.tokens[max(0, verb.i - 14) : verb.i]
    hurts = verb.tag == "VBG" and any(
        word.lower in case.words.firing or word.lower in case.words.missiles for word in words
    )
    return (Sense("wounded", Role.OBJECT), verb, 0.9) if hurts else None


def is_told_beside(case: Case) -> bool:
    """Say whether people are "others" beside those told of before, whose fate decides theirs."""
    return any(kid.lower in ("other", "others") for kid in (case.node, *case.scene.parse.kids(case.node, "amod")))


def is_hit(scene: Scene, verb: Token) -> bool:
    """Say whether a passive tells that people were hit, by whatever it was that it leaves out: "four people were struck"."""
    if verb.lower not in ("hit", "struck", "grazed") or not scene.parse.has(verb, "auxpass"):
        return False
    behind = scene.parse.tokens[verb.i + 1].lower if verb.i + 1 < len(scene.parse.tokens) else ""
    return behind not in ("hard", "with", "by", "off", "dead") and not scene.parse.has(verb, "neg")


def by_shared_clause(case: Case) -> Decided | None:
    """ "A driver and a boy who were hurt in the crash went home": the clause behind the second tells of both."""
    for joined in case.scene.parse.kids(case.node, "conj"):
        for clause in case.scene.parse.kids(joined, "relcl"):
            helped = any(kid.lower in ("were", "are") for kid in case.scene.parse.kids(clause, "auxpass", "aux"))
            sense = clause_sense(case.scene, clause) if helped and not case.scene.parse.has(clause, "neg") else None
            if sense is not None and sense.measure in HARMED and is_somebody(case):
                return sense, clause, 0.9
    return None


def by_two_fates(case: Case) -> Decided | None:
    """ "20 Rebels Killed Injured in Raid": two words of a headline that has lost its mark between them."""
    tokens, noun = case.scene.parse.tokens, case.noun
    if noun is None or noun.i + 2 >= len(tokens) or case.amount.article:
        return None
    words = tokens[noun.i + 1 : noun.i + 3]
    if not all(word.text[:1].isupper() for word in words) or takes_object(case.scene, noun.i + 3):
        return None
    senses = [case.scene.sense(word, Role.IS, Role.OBJECT) for word in words]
    if {sense.measure for sense in senses if sense is not None} != HARMED or {w.lower for w in words} & SHOT:
        return None
    return Sense("casualties", Role.IS), words[0], 0.95


def by_murder_suicide(case: Case) -> Decided | None:
    """ "It was a murder-suicide: the clerk shot two lodgers, then himself": whom the murderer shot is dead."""
    scene, verb = case.scene, case.scene.parse.head(case.node)
    if verb is None or verb.lower not in SHOT or case.node.dep not in ("dobj", "nsubjpass"):
        return None
    found = IN_MURDER_SUICIDE.search(scene.text, case.amount.span.end, scene.parse.span.end)
    return (Sense("killed", Role.OBJECT), verb, 0.9) if found is not None else None


PLIGHT = (
    by_two_fates,
    by_murder_suicide,
    by_dead_of_the_hit,
    by_dying,
    by_aged_harm,
    by_hitting,
    *PATIENTS,
    by_harm_after,
    by_shared_clause,
    by_victims_named,
)
"""The rules of this file, in the order in which they are asked; the judge of numbers does not overrule them."""
