"""Decide whom a number counts: the group of its noun, or the actor beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.counts import farther as aside
from rashomon.extract.counts.again import AGAIN, group_again
from rashomon.extract.counts.carried import Tally
from rashomon.extract.counts.find import Counted
from rashomon.extract.counts.minors import are_minors
from rashomon.extract.counts.named import RULE as NAMED
from rashomon.extract.counts.whosedeed import CAPTIVE
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.groups import GroupBook, GroupRow
from rashomon.model import FORCE_KINDS, TOTAL, ActorKind, Group, Scope, Span
from rashomon.model.quick import quick

LEFT_OUT = frozenset({"relcl", "acl", "conj", "cc", "appos", "advcl", "punct"})
OWNED = FORCE_KINDS | {
    ActorKind.PARTY,
    ActorKind.GOVERNMENT,
    ActorKind.MONITOR,
    ActorKind.RESCUE_BODY,
    ActorKind.AID_BODY,
    ActorKind.INTERNATIONAL_BODY,
    ActorKind.OTHER,
}
BAR = "|"
"""What parts the two halves of a headline, each with people of its own."""

LINKED = re.compile(r"\b(?:and|while|but|with|or)\b|[,;&]")
TELLERS = frozenset({ActorKind.MONITOR, ActorKind.OUTLET, ActorKind.AGENCY})
KIN = Group(TOTAL.id, "family members")
"""People of one family, who are people as any others; families are counted where households are."""
CHILDREN = Group("children", "children")
ADULT = 18
ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
AGE = re.compile(rf"\b(?:(?P<years>\d{{1,3}})|(?P<word>{ONES}|(?:thir|four|fif|six|seven)teen))[ -](?P<unit>year|month|week|day)s?[ -]old$", re.IGNORECASE)  # fmt: skip
LOSING = frozenset({"lost", "lose", "loses", "losing"})
ANAPHORA = frozenset({"them", "whom", "those", "these", "which", "who"})

LEADING = re.compile(
    rf"^(?:(?:of|the|a|an|other|more|another|its|their|his|her|dead|slain|wounded|injured|\d[\d,]*|{ONES})\s+)+",
    re.IGNORECASE,
)
"""Words before a group that do not name it: "their friends", "the three friends"."""

BREAK = re.compile(r"\s*[,;:(|]\s*|\s+[-–—]+\s+|\s*[–—]\s*")
"""What ends the words for a group: "four teenagers - Anna Lind, Per Lund"."""

NOBODY_ELSE = frozenset({"", "more", "others", "other", "all", "another", "one", "half"})

OPENING = 3
"""Words before a number that opens its sentence: "At least six were rescued", "But two died"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNARMED = frozenset({"civilian", "civilians", "innocent", "non-combatant", "unarmed"})
"""Words before people by which they are civilians."""
OPENED = frozenset({",", "(", "-", "--", "–", "—"})
NOBODY = frozenset({"nobody", "no one", "no-one"})
"""Words for none of all people, whoever was counted before."""


@quick
@dataclass(frozen=True, slots=True)
class Whom:
    """Groups for the counts of one sentence, given the actors' names in it and the counts before it."""

    text: str
    parse: Parse
    actors: Sequence[ActorHit]
    book: GroupBook
    earlier: Group | None = None
    """Whom the sentence before counts: "Nine miners were trapped. |Six| were rescued"."""
    number: int | None = None
    """How many the last count of that sentence has."""
    told: Sequence[Tally] = ()
    """The counts of all the sentences before."""

    def group(self, counted: Counted, before: Sequence[Group], last: Counted | None = None) -> Group:
        """Return the group a number counts; "them" is the group counted before, which ``last`` counts."""
        if aside.under_age(self.parse, counted):
            return CHILDREN
        noun = self.predicate(counted) or counted.noun
        noun = self.farther(counted, noun) or noun
        if noun is None and counted.rule == NAMED and are_minors(self.text, counted.amount.span):
            return CHILDREN
        if self.is_of_all(counted, noun):
            return TOTAL
        if noun is None and not before and self.earlier is not None and self.opens(counted):
            group = self.earlier
        elif noun is None and before and counted.rule not in ("by_label", "by_toll", "by_toll_behind", "by_correction"):
            group = before[-1] if last is None or self.shares(last, counted) else TOTAL
        elif noun is not None and noun.lower in ("family", "household") and counted.amount.quantity.least > 1:
            group = KIN
        else:
            apart = last is not None and last.measure == "attackers" != counted.measure
            group = self.of_noun(noun, () if apart else before, counted.amount.span.end)
        if noun is None and counted.rule in AGAIN:
            group = group_again(counted, self.told) or group
        again = noun is not None and noun.lower in ANAPHORA
        return aside.escaped(counted, group, self.text, again=again)

    def is_of_all(self, counted: Counted, noun: Token | None) -> bool:
        """Say whether nothing near tells who people are: several named ones, nobody, a noun behind a headline's bar."""
        if noun is not None:
            return BAR in self.text[counted.amount.span.end : noun.end]
        several = counted.rule == NAMED and counted.amount.quantity.least > 1
        return several or counted.amount.quantity.words.lower() in NOBODY

    def opens(self, counted: Counted) -> bool:
        """Say whether a number alone is the subject that a sentence opens with."""
        lead = [t for t in self.parse.tokens if t.end <= counted.amount.span.start]
        if self.number is None or counted.amount.quantity.least > self.number:
            return False
        return len(lead) < OPENING and counted.node.dep in SUBJECTS and counted.node.tag == "CD"

    def farther(self, counted: Counted, noun: Token | None) -> Token | None:
        """Return the noun for whom a number counts where it stands apart from it, and nothing near says who they are."""
        someone = aside.taken(self.parse, counted, self.named)
        if someone is not None or (noun is not None and self.names_some(noun) and not self.is_anyone(noun)):
            return someone
        if noun is not None and not self.is_anyone(noun) and noun.lower not in ANAPHORA:
            return None
        ways = (aside.said_to_be, aside.tolled, aside.labelled)
        return next((who for way in ways if (who := way(self.parse, counted, self.named)) is not None), None)

    def is_anyone(self, noun: Token) -> bool:
        """Say whether a noun is of people of any kind: "dead", "persons"."""
        row = self.book.by_noun.get(noun.lower)
        return row is not None and row.id == "total"

    def shares(self, last: Counted, counted: Counted) -> bool:
        """Say whether a number without a noun counts people of the kind before it: "two soldiers were killed and three hurt".

        Where something else is told of them, not after one person or a part, nor after a headline's bare list: "10 miners
        killed 15 hurt".
        """
        if last.measure == counted.measure:
            return True
        between = self.text[last.amount.span.end : counted.amount.span.start].lower()
        joined = LINKED.search(between) is not None
        return joined and last.scope is not Scope.PART and last.amount.quantity.low != 1

    def predicate(self, counted: Counted) -> Token | None:
        """Return the noun that says who they are: "two of the dead are miners", "six of them children", "three were women"."""
        noun = counted.noun
        if (
            noun is not None
            and noun.lower not in ANAPHORA | self.book.words.fates
            and noun.lower not in ("dead", "wounded", "injured", "victims", "bodies", "killed", "missing", "survivors")
        ):
            return None
        last = (noun or counted.node).i
        beside = self.beside(last) if noun is not None else None
        if beside is not None:
            return beside
        verb = self.parse.head(counted.node)
        if verb is None or counted.node.dep != "nsubj" or verb.lower not in ("are", "were", "is", "was", "be", "been"):
            return None
        return next((kid for kid in self.parse.kids(verb, "attr") if self.named(kid)), None)

    def beside(self, last: int) -> Token | None:
        """Return the noun set right behind a phrase: "one of them a child", "two of them ambulance crew", "nine victims, all women"."""
        behind = self.parse.tokens[last + 1 : last + 5]
        if len(behind) > 2 and behind[0].text in OPENED and behind[1].lower == "all":
            behind = behind[2:]
            if not self.named(behind[0]):
                return None  # "seven people, all of them hurt, ..."
        for token in behind[:3]:
            if self.named(token):
                return token
            if token.tag not in ("DT", "JJ", "NN"):
                return None
        return None

    def named(self, token: Token) -> bool:
        """Say whether a word names a group of its own."""
        row = self.book.by_noun.get(token.lower)
        return row is not None and row.id != "total" and not row.bearer

    def of_noun(self, noun: Token | None, before: Sequence[Group], start: int | None = None) -> Group:
        """Return the group a noun names."""
        if noun is None:
            return TOTAL
        if noun.lower.endswith("-old") or noun.lower == "old":
            return self.aged(noun)
        if noun.lower in ANAPHORA:
            return before[-1] if before else self.antecedent(noun, before)
        if aside.of_both(self.parse, noun):
            return TOTAL
        row = self.row(noun)
        actor = self.actor(noun, row)
        if row is None and self.tells(noun):
            return TOTAL
        if actor is not None:
            return Group(actor.actor.id, actor.actor.label)
        if row is not None and row.bearer:
            return self.borne(noun, before, start)
        if row is not None and (row.id == "total" or row.size > 1):
            return self.sexed(noun)
        if row is not None and row.id != "trades":
            return Group(row.id, self.label(row, noun))
        return self.by_words(noun, start)

    def label(self, row: GroupRow, noun: Token) -> str:
        """Return the words for a group that a reader sees: the noun's plural with the people it names, or the group's id."""
        plural = self.book.labels.get(noun.lower)
        if plural is None or self.book.by_noun.get(noun.lower) is not row:
            return row.id
        tokens, first = self.parse.tokens, noun.i
        while first > 0 and self.names_a_people(tokens[first - 1], noun):
            first -= 1
        named = self.text[tokens[first].start : noun.start] if first < noun.i else ""
        return " ".join(f"{named} {plural}".split())

    def names_a_people(self, token: Token, noun: Token) -> bool:
        """Say whether a word before a noun tells whose they are: "Kurdish fighters", "New Tarrow women", "pro-government gunmen"."""
        beside = token.head == noun.i or (token.tag == "NNP" and token.i < token.head < noun.i)  # "|New| Orleans women"
        if not beside or token.dep not in ("amod", "compound", "nmod") or token.lower in self.book.loaded:
            return False
        return token.text[:1].isupper() or token.lower.startswith(("pro-", "anti-"))

    def antecedent(self, noun: Token, before: Sequence[Group]) -> Group:
        """Return whom "them" points back to in its sentence: "struck the rebels, killing 16 of them"; else the total."""
        for token in reversed(self.parse.tokens[: noun.i]):
            if token.tag in ("NNS", "NNPS") and self.named(token) and not aside.only_tells(self.parse, token):
                return self.of_noun(token, before)
        return TOTAL

    def aged(self, noun: Token) -> Group:
        """Return children for "a 9-year-old", else the total."""
        age = AGE.search(self.text, max(0, noun.start - 22), noun.end)
        if age is None:
            return TOTAL
        young = age.group("word") or age.group("unit").lower() != "year" or int(age.group("years")) < ADULT
        return CHILDREN if young else TOTAL

    def sexed(self, noun: Token) -> Group:
        """Return men or women for "two male victims", else the total."""
        for kid in self.parse.kids(noun, "amod", "compound", "nmod"):
            if kid.lower in ("male", "female"):
                return Group("men", "men") if kid.lower == "male" else Group("women", "women")
            if kid.lower in UNARMED:
                return Group("civilians", "civilians")
            row = self.book.by_noun.get(kid.lower) if noun.lower in self.book.words.fates else None
            if row is not None and row.armed and not row.bearer:
                return Group(row.id, row.id)
        return self.whose_bodies(noun)

    def whose_bodies(self, noun: Token) -> Group:
        """Return the people behind "of" for "65 bodies of civilians", "12 deaths of soldiers", else the total."""
        objects = [
            kid for of in self.parse.kids(noun, "prep") if of.lower in aside.OF for kid in self.parse.kids(of, "pobj")
        ]
        people = next((kid for kid in objects if kid.tag in ("NNS", "NNPS") and self.names_some(kid)), None)
        if noun.lower not in self.book.words.fates or people is None or self.parse.has(people, "nummod"):
            return TOTAL
        return self.of_noun(people, ())

    def tells(self, noun: Token) -> bool:
        """Say whether a name behind a number is no kind of people but who tells of them: "blast kills 30 Monitor"."""
        hit = self.hit_at(noun)
        return hit is not None and hit.actor.kind in TELLERS

    def row(self, noun: Token) -> GroupRow | None:
        """Return the table's row for a noun with the word before it, or for the noun."""
        tokens = self.parse.tokens
        if noun.i > 0:
            pair = self.book.by_noun.get(f"{tokens[noun.i - 1].lower} {noun.lower}")
            pair = pair or self.book.by_noun.get(self.hyphenated(noun))
            if pair is not None:
                return pair
        if noun.lower in ("women", "woman") and [t.lower for t in tokens[noun.i + 1 : noun.i + 3]] == [
            "and",
            "children",
        ]:
            return self.book.by_noun["women and children"]
        return self.book.by_noun.get(noun.lower)

    def hyphenated(self, noun: Token) -> str:
        """Return the whole of a word whose last part after a hyphen is the noun: "non-combatants"; else nothing."""
        before = self.parse.tokens[max(0, noun.i - 2) : noun.i]
        joined = len(before) == 2 and before[1].text == "-" and before[0].end == before[1].start
        return self.text[before[0].start : noun.end].lower() if joined and before[1].end == noun.start else ""

    def actor(self, noun: Token, row: GroupRow | None) -> ActorHit | None:
        """Return the actor whose people are counted: "28 members of X", "20 X fighters", "12 X prisoners"."""
        covering = self.hit_at(noun)
        if covering is not None and covering.actor.kind in OWNED and not (covering.actor.generic and row is not None):
            return covering
        if row is not None and not (row.armed or row.bearer or row.size > 1 or row.id in CAPTIVE):
            return None
        tokens = self.parse.subtree(noun, without=LEFT_OUT)
        span = Span(min(t.start for t in tokens), max(t.end for t in tokens))
        inside = [h for h in self.actors if span.overlaps(h.span) and h.actor.kind in OWNED and not h.actor.generic]
        near = [h for h in inside if self.belongs(noun, h)]
        forces = [h for h in near if not h.actor.id.startswith("country-")]
        return forces[0] if forces else self.loser(noun)

    def loser(self, noun: Token) -> ActorHit | None:
        """Return the actor that lost the people counted: "the Front also lost 15 fighters"."""
        verb = self.parse.head(noun)
        if verb is None or verb.lower not in LOSING or noun.dep != "dobj":
            return None
        hits = [hit for kid in self.parse.kids(verb, "nsubj") if (hit := self.hit_at(kid)) is not None]
        own = [
            h for h in hits if h.actor.kind in OWNED and not h.actor.generic and not h.actor.id.startswith("country-")
        ]
        return own[0] if own else None

    def belongs(self, noun: Token, hit: ActorHit) -> bool:
        """Say whether an actor's name stands as the noun's modifier, or behind "of" or "from"."""
        if hit.span.start < noun.start:
            tags = {token.tag for token in self.parse.at(Span(hit.span.end, max(hit.span.end, noun.start)))}
            apart = "CD" in tags and "POS" not in tags
            return noun.start - hit.span.end < 40 and not apart
        between = self.text[noun.end : hit.span.start].lower()
        return len(between) < 60 and any(
            f" {word} " in f" {between} "
            for word in ("of", "from", "with", "belonging to", "loyal to", "affiliated with", "affiliated to")
        )

    def borne(self, noun: Token, before: Sequence[Group], start: int | None) -> Group:
        """Return whose members they are: "members of the security forces", "members of a family"."""
        for prep in self.parse.kids(noun, "prep"):
            if prep.lower in ("of", "from"):
                for kid in self.parse.kids(prep, "pobj"):
                    group = self.of_noun(kid, before)
                    return KIN if group.id in ("family", "families") else group
        for kid in self.parse.kids(noun, "compound", "amod", "nmod"):
            pair = f"{self.parse.tokens[max(0, kid.i - 1)].lower} {kid.lower}"
            row = self.book.by_noun.get(f"{pair}s") or self.book.by_noun.get(kid.lower)
            if row is not None and not row.bearer:
                return KIN if row.id == "families" else Group(row.id, row.id)
        return self.by_words(noun, start)

    def by_words(self, noun: Token, start: int | None) -> Group:
        """Return a group under the words that name it, for a noun no table has."""
        if not noun.tag.startswith("NN") and noun.lower not in self.book.by_noun:
            return TOTAL
        if noun.tag == "NN" and self.is_verb_like(noun):
            return TOTAL
        if start is None or not start <= noun.start < start + 60:
            start = min(
                t.start
                for t in self.parse.subtree(
                    noun, without=LEFT_OUT | {"nummod", "det", "quantmod", "prep", "predet", "advmod"}
                )
            )
        people = self.people_before(noun, start)
        if people is not None:
            return self.of_noun(people, ())
        told = LEADING.sub("", " ".join(self.text[start : noun.end].split()))
        words = BREAK.split(told)[0].strip()
        row = self.book.by_noun.get(words.lower().rpartition(" ")[2]) if words != told else None
        if words.lower() in NOBODY_ELSE or (row is not None and row.id == "total"):
            return TOTAL
        if row is not None and row.id != "trades" and not row.bearer:
            return Group(row.id, words)
        return Group(words if noun.tag in ("NNPS", "NNP") else self.book.several(words.lower()), words)

    def is_verb_like(self, noun: Token) -> bool:
        """Say whether a word taken for a noun tells what people did: "71 surrendered", "some 700 sleep in barns"."""
        tokens = self.parse.tokens
        if (
            noun.lower in self.book.by_noun
            or noun.i < 1
            or tokens[noun.i - 1].tag != "CD"
            or tokens[noun.i - 1].text in ("1", "one")
        ):
            return False
        return not noun.lower.endswith("s") and noun.text.islower()

    def people_before(self, noun: Token, start: int) -> Token | None:
        """Return the people in a phrase that ends in a word for none: "kills 13 people MSF", where a headline has lost its colon."""
        if noun.lower in self.book.by_noun:
            return None
        tokens = self.parse.tokens
        inside = (token for token in tokens[: noun.i] if token.start >= start and token.tag == "NNS")
        return next((t for t in inside if tokens[t.i + 1].tag != "POS" and self.names_some(t)), None)

    def names_some(self, token: Token) -> bool:
        """Say whether a word names people of any kind, and not whose they are."""
        row = self.book.by_noun.get(token.lower)
        return row is not None and not row.bearer

    def hit_at(self, token: Token) -> ActorHit | None:
        """Return the actor whose name covers a word."""
        return next((h for h in self.actors if h.span.start <= token.start < h.span.end), None)
