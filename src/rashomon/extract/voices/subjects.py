"""Whose a verb of saying is: its subject, the one it shares, the noun before it, and when it is passive or only goes on."""

from __future__ import annotations

from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.endings import LONGEST_TAIL
from rashomon.extract.voices.find import Said
from rashomon.lexicon.cues import CueBook, CueVerb
from rashomon.model import Span, Stance

ADDING = frozenset({"adding", "noting", "stressing", "continuing"})

QUOTING = frozenset({"quoted", "quotes", "quoting", "quote", "cited"})
RELATIVES = frozenset({"who", "which", "that"})
COPULAS = frozenset({"is", "'s", "’s", "was", "be", "been", "being"})

SET_OFF = 7
"""Words before a verb in which such an aside stands."""
PLACING = frozenset({"in", "near", "at", "outside", "around", "of", "from", "on"})
"""Words before a place."""


def subject_of(parse: Parse, verb: Token, book: CueBook) -> Token | None:
    """Return the head of a verb's source: its subject, the agent of a passive, or the subject it shares."""
    quoted = parse.kid(verb, "nsubjpass") if verb.lower in ("quoted", "cited") and is_passive(parse, verb) else None
    if quoted is not None:
        return quoted
    by = next(
        (agent for agent in parse.kids(verb, "agent") if is_passive(parse, verb) or not parse.has(verb, "nsubj")), None
    )
    if by is not None:
        return parse.kid(by, "pobj")
    if is_passive(parse, verb):
        return None
    subject = min(parse.kids(verb, "nsubj"), key=lambda kid: abs(kid.i - verb.i), default=None)
    if subject is not None:
        if subject.lower in RELATIVES and verb.dep == "relcl":
            return parse.head(verb)
        told = picked_out(parse, verb, subject) or body_before_place(parse, subject, book)
        return told or named_before(parse, subject) or subject
    shared = shared_subject(parse, verb, book)
    return None if shared is not None and is_counted(parse, shared, book) else shared


def picked_out(parse: Parse, verb: Token, subject: Token) -> Token | None:
    """Return the mayor of "It was the mayor who said that 12 had died"."""
    over = parse.head(verb) if subject.lower == "who" and verb.dep == "ccomp" else None
    named = parse.kid(over, "attr") if over is not None else None
    return named if named is not None and named.i < subject.i else None


def body_before_place(parse: Parse, subject: Token, book: CueBook) -> Token | None:
    """Return the police of "Police in Millbrook, Tarrow County confirmed", where the tree takes the county for who speaks."""
    first = min(token.i for token in parse.subtree(subject))
    town = parse.tokens[first - 2] if first > 1 and parse.tokens[first - 1].text == "," else None
    prep = parse.head(town) if town is not None and town.tag == "NNP" and subject.tag == "NNP" else None
    body = parse.head(prep) if prep is not None and prep.lower == "in" else None
    return body if body is not None and body.lower in book.townspeople and body.dep != "pobj" else None


def named_before(parse: Parse, subject: Token) -> Token | None:
    """Return the name before "a local trader" that lost its comma: "Omar |Said| a local trader told the paper"."""
    det = parse.kid(subject, "det")
    name = parse.tokens[det.i - 1] if det is not None and det.i and det.lower in ("a", "an") else None
    return name if name is not None and name.tag == "NNP" and name.dep == "nsubj" else None


def is_counted(parse: Parse, subject: Token, book: CueBook) -> bool:
    """Say whether a shared subject is people who are counted and say nothing: "Four more people died, raising the toll to 31"."""
    head = parse.head(subject)
    return parse.has(subject, "nummod") and head is not None and head.lower not in book.verbs


def shared_subject(parse: Parse, verb: Token, book: CueBook) -> Token | None:
    """Return the subject a verb shares with one above it: "... and said"; "adding that" goes back to who said the rest.

    "It is worth noting that" is whoever writes, not "it".
    """
    if (
        verb.tag == "VBN"
        or parse.tokens[max(0, verb.i - 1)].lower == "worth"
        or is_anybodys(parse, verb, book)
        or verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "acl", "dep")
    ):
        return None
    first = None
    for head in parse.up(verb):
        if head.is_verb:
            subject = parse.kid(head, "nsubj")
            if subject is None:
                if is_passive(parse, head):
                    return first
                continue
            if subject.lower in RELATIVES and head.dep == "relcl":
                subject = parse.head(head)
            if verb.lower not in ADDING or head.lower in book.verbs:
                return quoted_in(parse, verb, head) or teller_over(parse, verb, head, book) or subject
            first = first or subject
        elif verb.dep == "acl" and verb.tag == "VBG" and head.is_noun and first is None:
            if verb.lower not in ADDING and parse.tokens[verb.i - 1].text != ",":
                return head
            first = head
    return first


def is_anybodys(parse: Parse, verb: Token, book: CueBook) -> bool:
    """Say whether nobody in particular does what a verb tells: "it is painful to |know| that two died"; not "it was able to confirm"."""
    over = parse.head(verb) if verb.dep == "xcomp" and verb.tag == "VB" else None
    if over is None or over.lower not in COPULAS:
        return False
    subject, trait = parse.kid(over, "nsubj"), parse.kid(over, "acomp") or parse.kid(over, "attr")
    if subject is None or subject.lower != "it" or trait is None:
        return False
    return trait.i < verb.i and trait.lower not in book.traits


def quoted_in(parse: Parse, verb: Token, head: Token) -> Token | None:
    """Return whom another quotes, and who goes on: "cited |the mayor| as saying that two died, adding that"."""
    if verb.lower not in ADDING or head.lower not in QUOTING or is_passive(parse, head):
        return None
    if not any(prep.lower == "as" and parse.kids(prep, "pcomp") for prep in parse.kids(head, "prep")):
        return None
    return next((kid for kid in parse.kids(head, "dobj") if kid.i > head.i), None)


def teller_over(parse: Parse, verb: Token, head: Token, book: CueBook) -> Token | None:
    """Return who tells of both verbs where the tree joins a second verb of saying to what the first one tells."""
    over = parse.head(head)
    if verb.dep != "conj" or head.dep not in ("ccomp", "advcl") or over is None or head.lower in book.verbs:
        return None
    denied = over.tag == "VB" and any(kid.lower in ("did", "does", "do") for kid in parse.kids(over, "aux"))
    alike = over.tag == verb.tag and head.dep == "ccomp"
    if over.lower not in book.verbs or over.i > verb.i or not (alike or denied):
        return None
    return parse.kid(over, "nsubj")


def noun_before(parse: Parse, verb: Token, book: CueBook) -> Token | None:
    """Return the noun right before a finite verb that the tree leaves without a subject, if it can speak."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or not verb.i:
        return None
    noun = parse.tokens[verb.i - 1]
    behind = teller_behind(parse, verb, noun) or teller_last(parse, verb, book) or set_off(parse, verb, book)
    if behind is not None:
        return behind
    able = noun.tag == "NNP" or noun.lower in book.unnamed or noun.lower in book.bodies
    return noun if able and noun.is_noun else None


def set_off(parse: Parse, verb: Token, book: CueBook) -> Token | None:
    """Return the mayor of "The mayor, visibly moved, said that 12 had died", whose participle the tree takes for a verb."""
    told = any(kid.i > verb.i for kid in parse.kids(verb, "ccomp"))
    if not told or parse.tokens[verb.i - 1].text != ",":
        return None
    aside = [t.i for t in parse.tokens[max(1, verb.i - SET_OFF) : verb.i - 1] if t.text == ","]
    noun = parse.tokens[aside[-1] - 1] if aside else None
    if noun is None or any(t.is_noun for t in parse.tokens[aside[-1] : verb.i]):
        return None
    return noun if noun.tag == "NNP" or noun.lower in book.unnamed or noun.lower in book.bodies else None


def teller_last(parse: Parse, verb: Token, book: CueBook) -> Token | None:
    """Return who closes a sentence behind a verb and its comma: "12 dead, confirms the |mayor|", "12 died, so reports the |brigade| of Harrow"."""
    lead = parse.tokens[verb.i - 1]
    comma = parse.tokens[verb.i - 2] if lead.lower == "so" and verb.i > 1 else lead
    last = next((kid for kid in parse.kids(verb, "dobj", "npadvmod") if kid.i > verb.i), None)
    if comma.text not in (",", '"', "”") or last is None or parse.has(last, "nummod"):
        return None
    if any(t.dep != "punct" for t in parse.tokens[parse.subtree(last)[-1].i + 1 :]):
        return None
    held = last.lower in book.titles and parse.has(last, "det")
    able = last.tag == "NNP" or last.lower in book.unnamed or last.lower in book.bodies
    return last if able or held else None


def teller_behind(parse: Parse, verb: Token, before: Token) -> Token | None:
    """Return who stands behind a verb at the end of its words, whose last one is a place: "killed nine in Sarvan said the Coast |Watch|"."""
    prep = parse.head(before) if before.dep == "pobj" and before.tag == "NNP" else None
    if prep is None or prep.lower not in PLACING or parse.tokens[verb.i - 1].i != before.i:
        return None
    told = any(kid.i < verb.i for kid in parse.kids(verb, "ccomp"))
    named = (kid for kid in parse.kids(verb, "dobj") if kid.i > verb.i and kid.tag in ("NNP", "NNPS"))
    return next(named, None) if told else None


def teller_over_thing(parse: Parse, verb: Token, subject: Token | None, book: CueBook) -> Token | None:
    """Return who tells of a thing that cannot speak: "The |Observatory| reported the attack putting the dead at nine"."""
    hung = subject is not None and (subject.dep == "dobj" if verb.dep == "acl" else subject.head == verb.i)
    over = parse.head(subject if verb.dep == "acl" else verb) if subject is not None and hung else None
    if subject is None or over is None or verb.tag != "VBG" or subject.tag not in ("NN", "NNS") or over.i > subject.i:
        return subject
    can_speak = (book.unnamed, book.bodies, book.documents, book.titles, book.hearsay)
    if any(subject.lower in words for words in can_speak) or not (
        over.lower in book.verbs or over.lower in book.claiming
    ):
        return subject
    return next(iter(parse.kids(over, "nsubj")), subject)


def in_dateline(parse: Parse, subject: Token, verb: Token) -> bool:
    """Say whether a subject is the town of a dateline, which the tree takes for who speaks: "HARROW, May 4 - The force said"."""
    if subject.i > 1 or not subject.text.isupper() or verb.i < 4:
        return False
    return any(t.text in ("-", "–", "—", "--") for t in parse.tokens[subject.i + 1 : verb.i])


def is_passive(parse: Parse, verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    return parse.has(verb, "auxpass")


def is_feared(parse: Parse, verb: Token, book: CueBook) -> bool:
    """Say whether a verb tells what is feared of its own noun: "the six divers |feared| lost walked ashore"."""
    fate = parse.tokens[verb.i + 1] if verb.i + 1 < len(parse.tokens) else verb
    followed = fate.i + 1 < len(parse.tokens) and parse.tokens[fate.i + 1].is_noun
    return verb.lower in book.passives and fate.lower in book.fates and not followed and verb.tag in ("VBN", "VBD")


def is_quarrel(parse: Parse, verb: Token) -> bool:
    """Say whether "argued" only tells of a quarrel, during which something happened: "As the men argued, one drew a gun"."""
    marks = parse.kids(verb, "mark", "advmod")
    if verb.dep != "advcl" or not any(mark.lower in ("as", "while", "when", "after", "before") for mark in marks):
        return False
    return not parse.kids(verb, "ccomp")


def is_quoted_saying(parse: Parse, verb: Token) -> bool:
    """Say whether a verb is the "saying" of "quoted the source as saying", which "quoted" hands over."""
    if verb.dep != "pcomp":
        return False
    mark = parse.head(verb)
    over = parse.head(mark) if mark is not None and mark.lower == "as" else None
    return over is not None and over.lower in QUOTING


def is_quoting(parse: Parse, verb: Token) -> bool:
    """Say whether a verb quotes another by "as saying": "TASS reported the ministry as saying"."""
    if verb.lower not in ("reported", "reports"):
        return False
    sayings = (kid for prep in parse.kids(verb, "prep") if prep.lower == "as" for kid in parse.kids(prep, "pcomp"))
    return any(saying.lower in ("saying", "stating", "announcing") for saying in sayings)


def people_of(parse: Parse, noun: Token | None, book: CueBook) -> Token | None:
    """Return the villagers of "a number of villagers", else the noun itself."""
    if noun is None or noun.lower not in book.amounts:
        return noun
    return next(iter(parse.of(noun)), noun)


def follows(parse: Parse, said: Said, token: Token, book: CueBook) -> bool:
    """Say whether a participle of saying goes on after "X said" at the end of its words: "..., X told reporters, adding that"."""
    if token.tag != "VBG" or token.lower not in book.adding or said.depth or not said.contents:
        return False
    if max(content.end for content in said.contents) > said.cue.start or token.start < said.cue.end:
        return False
    between = parse.at(Span(said.cue.end, token.start))
    return len(between) <= LONGEST_TAIL and not any(t.is_verb for t in between) and token.i + 2 < len(parse.tokens)


def rest_of(parse: Parse, token: Token) -> tuple[Span, ...]:
    """Return what stands between a word and the end of its sentence."""
    last = parse.tokens[-1]
    end = parse.tokens[-2].end if last.text in (".", "!", "?") else last.end
    return (Span(token.end + 1, max(end, token.end + 1)),)


def stance_of(parse: Parse, verb: Token, cue: CueVerb) -> Stance:
    """Return the verb's stance; a negated "confirm" is no confirmation."""
    negated = cue.stance is Stance.CONFIRMED and any(kid.dep == "neg" for kid in parse.kids(verb))
    return Stance.SAID if negated else cue.stance
