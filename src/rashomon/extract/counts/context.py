"""The rules that say what a number counts by the counts around it: lists, parts, tolls, headings; each may refuse."""

from __future__ import annotations

import re

from rashomon.extract.counts.carried import BULLET
from rashomon.extract.counts.refusals import is_ahead
from rashomon.extract.hints import Hinted
from rashomon.extract.scene import Case, Counted, Decided, Scene, names_people
from rashomon.extract.syntax import Token
from rashomon.lexicon.measures import Role, Sense
from rashomon.model import Span

BEHIND = frozenset({"missing", "at large", "trapped", "participants", "captured", "surrendered", "rescued"})
SUBSET = Hinted(
    re.compile(
        r"(?:\bincluding|\bincl\.?|\bcomprising|\bmade up of|\bincludes?|\bincluded|\bof whom|(?<!result )(?<!consequence )(?<!because )(?<!course )(?<!wake )(?<!account )(?<!end )\bof which|\bof them|\bamong them|\bamong whom|\bamong those|\bamongst them|(?<!bodies )(?<!remains )(?<!corpses )(?<!deaths )(?<!death )(?<!killing )(?<!killings )(?<!murder )(?<!murders )(?<!arrest )(?<!release )\bof the(?:se| dead| victims| wounded| injured| missing)?|\bmost of them|\bamong the \w+)"
        r"[\s,:]*(?:(?:were|are|was|is|being|also|he says|some|at least|another|both|a total of)\s*)*$",
        re.IGNORECASE,
    ),
    ("incl", "comprising", "made up of", "of whom", "of which", "of the", "among"),
)
LEADS_ON = re.compile(
    r"\b(?:to|at|of|by|reach\w*|stands?|stood|was|is|now|hits?|rises|from|(?:high|many|much|low|few|given|put|reported|listed|stated|counted|recorded) as|^ as|:)\W*$|^\W*$"
)
"""What stands between a toll and its number."""
REACHED = re.compile(r"(?:(?:not|never) (?:to )?)?(?:exceed|surpass|topp?|pass|cross)\w*|past|beyond", re.IGNORECASE)
"""How a bound begins that is itself the toll's verb: "the toll surpassed 120"."""
OF_THOSE = re.compile(
    r"[\"“'\s•*-]*(?:(?:of|among|amongst|out of)\s+(?:them|those|these|whom|which|the\b[\w\s]{0,30})|they\s+(?:are|were|include)|the (?:victims|dead) (?:are|were|include)|among them)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
TAKEN_IN = re.compile(
    r"[\"“'\s•*-]*(?:among(?:st)? (?:them|those|these)(?: who)?(?: [\w-]+){0,3}?(?: (?:are|were|is|was)|[:,])"
    r"|(?:they|these|those|the (?:victims|dead|wounded|injured|missing|detainees|hostages)|(?:the|that|this|its|their) (?:latest |overall |total |death )?(?:toll|figure|number|total|count|tally))"
    r" (?:also )?(?:includes?|included|comprises?|comprised|takes? in|took in))(?: (?:also|at least|about|some|around|as many as|up to|more than|over))*\s*$",
    re.IGNORECASE,
)
"""What opens a sentence that tells whom the count before it takes in: "The figure includes |12 children"."""
THEY_ARE = re.compile(r"(?:they|these|those|the (?:victims|hostages|freed)) (?:are|were|comprised?|consist of)")
"""What opens a sentence that tells all of those before it by kind."""
AMONG_THEM = re.compile(r"\s*(?:[\w-]+ ){1,4}(?:are|were|is|was) (?:also )?among (?:them|those)\b", re.IGNORECASE)
"""What follows a number of those before: "Twelve |children were among them"."""
OF_THEM = re.compile(
    r"\s*(?:of (?:them|those|these|the)\b|(?:\w+ )?(?:are|were|is|was) (?:\w+ )?(?:women|men|children|civilians|girls|boys|minors|soldiers|fighters|police\w*|foreign\w*|female|male|under|aged|members|passengers|crew|pupils|students|teachers|identified)\b)",
    re.IGNORECASE,
)
OPENERS = frozenset({";", ":", "-", "–", "—", "|"})
"""What stands before a headline's bare list."""
LISTED_AHEAD = 9
"""Words within which the fate of a bare list is told."""
IN_BARE_LISTS = frozenset({",", "CC", "CD", "NNS", "NN", "JJ", "NNP", "NNPS"})
FATES = frozenset({"killed", "wounded", "missing", "detained", "abducted", "freed", "rescued", "displaced", "trapped"})
LIST_ENDS = frozenset({",", ";", "and", "or", "plus", "with", "as", "well", "along", "&", "/", "besides", "another"})
IN_LISTS = frozenset({"VBN", "NN", "NNS", "NNP", "NNPS", "JJ", "DT", "IN", "POS", "PRP$", "``", "''", "HYPH", "CC"})
TOLL = re.compile(
    r"\b(?:(?P<head>death (?:toll|count|tally)|toll|dead|body count|casualty (?:count|toll)|number|count|tally|total|figure|losses)\b(?P<mid>[^.;]{0,160}?))$",
    re.IGNORECASE,
)
RISING = re.compile(
    r"\b(?:increase|rise|jump|growth) (?:of|in) the (?P<head>death toll|toll|number|count)\b(?P<mid>(?:(?!, and |, while )[^.;]){0,300}? to )$",
    re.IGNORECASE,
)
FAR = 360
"""A toll's word far before its number: "a rise in the number of those hurt by the shelling that hit ... to 60", and how far."""

STATED_TOLL = Hinted(
    re.compile(
        r"\b(?:death toll|number of (?:dead|deaths|fatalities))(?: (?:from|of|in|after|for|across|at) [^.;:()\d]{2,100}?)? (?:(?:now|currently|already) )?(?:was|is|stood at|stands at|stood now at|reached|has reached|had reached|rose to|has risen to|had risen to|climbed to) $",
        re.IGNORECASE,
    ),
    ("death toll", "number of"),
)


def by_toll(case: Case) -> Decided | None:
    """ "the death toll rose to 45", "put the number of wounded at 30", "a toll of 12"."""
    match = toll_before(case)
    if match is None or is_doer(match):
        return None
    if case.noun is not None and not names_people(case.scene.book, case.noun) and not speaks_behind(case):
        return None
    if case.amount.article and case.amount.quantity.high == 1:
        return None  # "confirmed the death toll to a correspondent"
    head, mid = match.group("head").lower(), match.group("mid").lower()
    above = REACHED.match(case.amount.quantity.words) is not None
    if not above and not LEADS_ON.search(mid):
        return None
    said = [
        t
        for t in case.scene.parse.at(Span(match.start(), max(match.start() + 1, case.amount.span.start)))
        if t.i in case.scene.senses
    ]
    for token in said:
        doing = (Role.SUBJECT,) if token.is_verb else ()
        sense = case.scene.sense(token, Role.ITSELF, Role.IS, Role.OBJECT, Role.OF, *doing)
        if sense is not None and token.lower not in ("losses", "lives") and sense.measure != "attackers":
            return sense, token, 0.85
    if head in ("death toll", "death count", "death tally", "toll", "dead", "body count", "losses"):
        return Sense("killed", Role.ITSELF), None, 0.85
    if head.startswith("casualty"):
        return Sense("casualties", Role.ITSELF), None, 0.85
    return None


def speaks_behind(case: Case) -> bool:
    """Say whether the noun that the tree gives a number only tells it, a comma lost: "the toll reached 330 local sources said"."""
    verb = case.scene.parse.head(case.node)
    return case.node.dep == "nsubj" and verb is not None and verb.lower in case.words.saying


def toll_before(case: Case) -> re.Match[str] | None:
    """Return the word of a toll before a number, one behind the number before it first: "the toll at nine and the wounded at 20"."""
    here = case.amount.span.start
    first = max(case.scene.parse.span.start, here - 200)
    behind = max((a.span.end for a in case.scene.amounts if a.span.end <= here), default=first)
    starts = dict.fromkeys((max(first, behind), first))
    found = next((match for start in starts if (match := TOLL.search(case.scene.text, start, here))), None)
    if found is None and case.scene.text[here - 3 : here] == "to ":
        return RISING.search(case.scene.text, max(case.scene.parse.span.start, here - FAR), here)
    return found


def by_stated_toll(case: Case) -> Decided | None:
    """ "the death toll was 14 with 35 others hurt": the number right behind the toll's verb, whatever stands behind it."""
    found = STATED_TOLL.search(case.scene.text, case.scene.parse.span.start, case.amount.span.start)
    if found is None or (case.noun is not None and not names_people(case.scene.book, case.noun)):
        return None
    return Sense("killed", Role.ITSELF), None, 0.9


def is_doer(match: re.Match[str]) -> bool:
    """Say whether the number behind a toll's word tells who did it: "shot dead by three men"."""
    return match.group("head").lower() == "dead" and match.group("mid").strip().lower() == "by"


def by_subset(case: Case) -> Decided | None:
    """ "including nine children", "of whom three were women": the whole's measure."""
    if not case.before or (case.noun is None and not case.amount.quantity.is_exact):
        return None
    if case.before[-1].amount.quantity.high == 0:
        return None  # "no injury among the travellers, who included a few guards"
    if case.noun is not None and case.noun.lower in ("them", "whom", "those", "these"):
        return Sense(case.before[-1].measure, Role.OBJECT), case.before[-1].governor, 0.75
    if SUBSET.search(
        case.scene.text, max(case.scene.parse.span.start, case.amount.span.start - 60), case.amount.span.start
    ):
        return Sense(case.before[-1].measure, Role.OBJECT), case.before[-1].governor, 0.85
    return None


def by_whole(case: Case) -> Decided | None:
    """ "Of the deceased, three were minors": the whole is named ahead."""
    tokens, here = case.scene.parse.tokens, case.scene.parse.at(case.amount.span)[0].i
    for token in reversed(tokens[max(0, here - 9) : here]):
        if token.text in ".;":
            return None
        sense = case.scene.sense(token, Role.ITSELF)
        if (
            sense is not None
            and any(is_ahead(tokens, t) for t in tokens[max(0, token.i - 3) : token.i])
            and tokens[max(0, token.i - 4)].i <= 2
        ):
            return sense, token, 0.7
    return None


def by_list(case: Case) -> Decided | None:
    """ "28 soldiers, 45 fighters and 5 civilians": the next item of a list counts what the one before does."""
    if (
        not case.before
        or (case.noun is None and case.amount.article)
        or does_something(case)
        or is_done_to(case.scene, case.node)
    ):
        return None
    last = case.before[-1]
    between = [
        t for t in case.scene.parse.tokens if (last.noun or last.node).i < t.i and t.end <= case.amount.span.start
    ]
    if not between and case.noun is not None:
        return Sense(last.measure, Role.OBJECT), last.governor, 0.7
    if len(between) > 14 or not between or between[-1].lower not in LIST_ENDS:
        return None
    own = case.scene.sense(case.noun, Role.ITSELF)
    if own is not None and own.measure == "rescued":
        return None  # "26 dead and 27 survivors"
    if is_joined(case, last):
        return Sense(last.measure, Role.OBJECT), last.governor, 0.8
    if all(t.tag in IN_LISTS or t.lower in LIST_ENDS for t in between):
        return Sense(last.measure, Role.OBJECT), last.governor, 0.8
    return None


def by_list_ahead(case: Case) -> Decided | None:
    """ "Six gunmen, two pupils killed": a bare list in front of the word that tells what became of all of them."""
    tokens, people = case.scene.parse.tokens, case.noun
    if people is None or case.amount.article or not names_people(case.scene.book, people):
        return None
    first = case.scene.parse.at(case.amount.span)[0].i
    if first and tokens[first - 1].text not in OPENERS:
        return None
    fate = next((t for t in tokens[people.i + 1 : people.i + LISTED_AHEAD] if t.tag in ("VBN", "VBD", "JJ")), None)
    if fate is None or tokens[people.i + 1].lower not in (",", "and", "&"):
        return None
    inside = tokens[people.i + 1 : fate.i]
    if not any(t.tag == "CD" for t in inside) or any(t.tag not in IN_BARE_LISTS for t in inside):
        return None
    sense = case.scene.sense(fate, Role.IS, Role.OBJECT)
    ends = fate.i + 1 == len(tokens) or tokens[fate.i + 1].tag in ("IN", ".", ",", ":")
    return (sense, fate, 0.8) if sense is not None and sense.measure in FATES and ends else None


def is_done_to(scene: Scene, node: Token) -> bool:
    """Say whether a number opens a passive clause of its own, of which no measure tells: "61 drowned and 25 were sent back"."""
    verb = scene.parse.head(node)
    if node.dep != "nsubjpass" or verb is None or not scene.parse.kids(verb, "auxpass"):
        return False
    return verb.i > node.i and verb.i not in scene.senses and not scene.parse.kids(verb, "agent")


def is_joined(case: Case, last: Counted) -> bool:
    """Say whether the tree joins a noun to the one counted last, whatever is told of that one: "a boy believed to be nine and two women"."""
    ahead = case.scene.parse.head(case.noun) if case.noun is not None and case.noun.dep == "conj" else None
    return ahead is not None and last.noun is not None and ahead.i == last.noun.i


def by_places(case: Case) -> Decided | None:
    """ "including nine in Orsk six in Varn 3 in Bell": a list by places whose commas were lost."""
    if not case.before or case.noun is not None or case.amount.article or not case.amount.quantity.is_exact:
        return None
    last, tokens = case.before[-1], case.scene.parse.tokens
    ends = [case.scene.parse.at(amount.span)[-1].i for amount in (last.amount, case.amount)]
    behind = [tokens[i + 1].lower if i + 1 < len(tokens) else "" for i in ends]
    between = tokens[ends[0] + 1 : case.scene.parse.at(case.amount.span)[0].i]
    if behind[0] not in ("in", "at") or behind[1] not in ("in", "at") or len(between) > 8:
        return None
    if last.noun is not None or not all(t.tag in IN_LISTS or t.lower in LIST_ENDS for t in between):
        return None
    return Sense(last.measure, Role.OBJECT), last.governor, 0.8


def does_something(case: Case) -> bool:
    """Say whether a person behind a comma begins a clause of their own: "after the deaths of two, a mother asks for help"."""
    verb = case.scene.parse.head(case.node)
    if not case.amount.article or case.node.dep != "nsubj" or verb is None or verb.tag not in ("VBZ", "VBD", "VBP"):
        return False
    return case.scene.sense(verb, Role.SUBJECT, Role.IS) is None


def by_order(case: Case) -> Decided | None:
    """ "14 more were injured", "two others died": the verb right after, where the tree went wrong."""
    tokens = case.scene.parse.tokens
    here = max((case.noun or case.node).i, case.scene.parse.at(case.amount.number)[-1].i)
    passive = False
    for token in tokens[here + 1 : here + 6]:
        if token.lower in ("were", "was", "been", "being", "be", "are", "is"):
            passive = True
        elif token.tag in ("VBD", "VBN", "VBP", "JJ") and token.lower not in ("have", "has", "had"):
            roles = (Role.OBJECT, Role.IS) if passive or token.tag == "VBN" else (Role.SUBJECT,)
            sense = case.scene.sense(token, *roles)
            return (sense, token, 0.8) if sense is not None else None
        elif token.lower not in (
            "others",
            "other",
            "people",
            "more",
            "have",
            "has",
            "had",
            "also",
            "of",
            "them",
            "reportedly",
            "and",
            "children",
        ):
            return None
    return None


def by_nearness(case: Case) -> Decided | None:
    """The nearest word of a measure in the same clause, where the parse says nothing."""
    if case.amount.article or (case.noun is not None and not names_people(case.scene.book, case.noun)):
        return None
    tokens = case.scene.parse.tokens
    here = (case.noun or case.node).i
    for step in range(1, 7):
        for i in (here + step, here - step):
            if not 0 <= i < len(tokens) or i not in case.scene.senses:
                continue
            low, high = sorted((tokens[i].start, case.amount.span.start))
            if re.search(
                r"[.;:!?]|\b(?:after|before|when|while|but|because|since|although)\b", case.scene.text[low:high]
            ):
                continue
            if i > here + 1 and not any(s.measure in BEHIND for s in case.scene.senses[i]):
                continue
            if i > here and tokens[i].lower in case.words.preterites:
                continue
            if tokens[i - 1].lower in ("not", "n't", "never") or (
                i < here and has_own_verb(case.scene, tokens[i], here)
            ):
                continue
            sense = (
                case.scene.sense(tokens[i], Role.OBJECT, Role.IS, Role.OF)
                if i > here
                else case.scene.sense(tokens[i], Role.OBJECT, Role.OF)
            )
            if (
                sense is not None
                and not (sense.role is Role.OBJECT and tokens[i].tag == "NN" and tokens[i - 1].tag == "DT")
                and sense.measure not in ("held", "freed", "infected", "casualties")
                and not any(
                    a is not case.amount and low <= a.span.start < high for a in case.scene.amounts if not a.article
                )
            ):
                return sense, tokens[i], 0.5
    return None


def has_own_verb(scene: Scene, before: Token, here: int) -> bool:
    """Say whether a number behind a passive begins a clause with a verb of its own: "were killed and 500 others fell ill"."""
    if not scene.parse.has(before, "auxpass"):
        return False
    for token in scene.parse.tokens[here + 1 : here + 20]:
        if token.text in (".", ";") or token.tag in ("WP", "WDT", "WRB") or (token.tag == "IN" and token.dep == "mark"):
            return False
        if token.is_verb and token.tag != "VBG":
            return token.lower not in scene.words.saying
    return False


def by_bullet(case: Case) -> Decided | None:
    """ "- three soldiers;" under "The dead are:"."""
    if not case.scene.carried.listed or case.scene.carried.measure is None:
        return None
    span = case.scene.parse.span
    if case.noun is None and not case.before:
        return None
    mark = BULLET.match(case.scene.text, span.start)
    opening = mark is not None and mark.end() >= case.amount.span.start
    if opening and mark is not None and mark.end() == span.start and case.node.dep in ("nsubj", "nsubjpass"):
        return None  # a sentence of its own, and no item
    if not opening and not (case.before and case.before[-1].rule == "by_bullet"):
        return None
    return Sense(case.scene.carried.measure, Role.OBJECT), None, 0.7


def by_parts_of_last(case: Case) -> Decided | None:
    """ "Three were hurt. The two men and one woman stood at a stop", "They are two men and a woman": those of the last one by kind."""
    carried, parse = case.scene.carried, case.scene.parse
    if carried.measure is None or len(case.scene.amounts) < 2:
        return None
    opening = case.scene.text[parse.span.start : case.scene.amounts[0].span.start].strip().lower()
    if opening != "the" and THEY_ARE.fullmatch(opening) is None:
        return None
    verb = next((token.start for token in parse.tokens if token.is_verb), parse.span.end)
    listed = [amount for amount in case.scene.amounts if opening != "the" or amount.span.end <= verb]
    if len(listed) < 2 or case.amount not in listed or sum(a.quantity.least for a in listed) != carried.number:
        return None
    return Sense(carried.measure, Role.OBJECT), None, 0.8


def is_taken_in(case: Case, opening: str) -> bool:
    """Say whether people are told of as some of those counted before: "The toll includes 12 children", "Six boys were among them"."""
    if case.noun is None or not names_people(case.scene.book, case.noun):
        return False
    among = not opening.strip() and AMONG_THEM.match(case.scene.text, case.amount.number.end)
    return bool(among) or TAKEN_IN.match(opening) is not None


def by_looking_back(case: Case) -> Decided | None:
    """ "Three are women.", "Of them, 12 were children": parts of what the sentence before counted; not "the two girls are pupils"."""
    carried, parse = case.scene.carried, case.scene.parse
    if carried.measure is None or (case.before and case.before[-1].rule != "by_looking_back"):
        return None
    opening = case.scene.text[parse.span.start : case.amount.span.start]
    if is_taken_in(case, opening):
        return Sense(carried.measure, Role.OBJECT), None, 0.8
    if case.amount.article:
        return None
    if case.before:
        return Sense(carried.measure, Role.OBJECT), None, 0.6
    behind = case.scene.text[case.amount.span.end : case.amount.span.end + 60]
    if OF_THOSE.match(opening) and not any(t.is_verb for t in parse.tokens if t.end < case.amount.span.start):
        return Sense(carried.measure, Role.OBJECT), None, 0.7
    if (
        len(opening) < 12
        and OF_THEM.match(behind)
        and (
            case.noun is None
            or case.noun.lower in ("them", "those", "these", "victims")
            or (names_people(case.scene.book, case.noun) and opening.strip().lower() != "the")
        )
    ):
        return Sense(carried.measure, Role.OBJECT), None, 0.6
    return None
