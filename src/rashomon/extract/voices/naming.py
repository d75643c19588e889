"""Name a speaker: from the words of a source phrase to one root, or back to one named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from rashomon.extract.cast.find import NOBODY, Cast
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.apposed import in_a_name, name_behind, name_beside, one_named, page_name
from rashomon.extract.voices.bodies import (
    PRESS_OFFICE,
    bare_name,
    firm_behind,
    is_later,
    is_no_person,
    issuer_of,
    kind_of_body,
    makers,
    past_stamp,
    spokesman,
)
from rashomon.extract.voices.described import DEFINITE, PROPER, Described
from rashomon.extract.voices.speaker import WORD, Speaker
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.cues import CueBook
from rashomon.model import CAST_ID, ActorKind, Span

__all__ = ["Speaker", "Speakers"]

CLAUSES = frozenset({"relcl", "acl", "advcl", "punct", "ccomp", "parataxis"})
BARE = CLAUSES | {"appos", "conj", "cc", "preconj"}

PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "who", "which", "that", "both", "this", "these", "those"}
)
OWN = frozenset({"its", "their", "his", "her"})

ANYBODY = frozenset({"someone", "somebody", "everyone", "everybody", "nobody"})
"""Words that name no speaker."""
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
NOBODYS = frozenset({"toll", "tolls", "count", "tally"})
"""What somebody reckons who is not told: "a previous toll put the dead at 18"."""
SPOKESMAN = re.compile(r"spokes(?:man|woman|person|people|men|persons)$", re.IGNORECASE)


def table_id(actor_id: str) -> str | None:
    """Return an actor's id where it is one of the tables, None where a report alone names it."""
    return None if actor_id.startswith(CAST_ID) else actor_id


@dataclass(frozen=True)
class Speakers:
    """Resolves source phrases of one report, given its actors' names, the table of cues, and whom else it names."""

    text: str
    actors: Sequence[ActorHit]
    cues: CueBook
    cast: Cast = NOBODY

    def phrase(self, parse: Parse, head: Token) -> Span:
        """Return the words of a source: the noun with what stands beside it, without clauses and appositions."""
        tokens = past_stamp(parse.subtree(head, without=BARE), head)
        if len(tokens) > 2 and tokens[-1].lower in DAYS and tokens[-2].lower == "on" and tokens[-2].i > head.i:
            tokens = tokens[:-2]
        end = tokens[-1].end
        if head.lower in self.cues.placed and end == head.end and head.i + 2 < len(parse.tokens):
            end = self.post(parse, head) or end
        return Span(tokens[0].start, end)

    def post(self, parse: Parse, head: Token) -> int | None:
        """Return the end of "at the Harbour Command" right behind "a source", which the tree may hang elsewhere."""
        link, following = parse.tokens[head.i + 1], parse.tokens[head.i + 2 :]
        if link.lower not in ("at", "in", "from", "with", "of", "inside") or link.tag != "IN":
            return None
        named = list(takewhile(lambda t: t.tag in ("DT", "NNP", "NNPS") or t.lower in self.cues.bodies, following))
        return named[-1].end if named and named[-1].tag != "DT" else None

    def resolve(self, parse: Parse, head: Token, before: Sequence[Speaker], *, anyone: bool = False) -> Speaker | None:
        """Return the speaker a source phrase names, or None where it names none; ``anyone`` takes any noun for a speaker."""
        if head.tag in ("PRP", "WP", "WDT", "DT"):
            return self.antecedent(head, before) if head.lower in PRONOUNS else None
        if head.is_verb or head.lower in ANYBODY:
            return None
        head = one_named(parse, head)
        span = self.phrase(parse, head)
        person = self.inside_name(head) or self.person(parse, head, span, before) or self.styled(parse, head)
        if person is not None:
            return person
        if head.lower in self.cues.documents:
            author = self.page(parse, head, span) or self.author(parse, head, before)
            if author is not None or head.lower in NOBODYS:
                return author
        if head.lower in self.cues.hearsay:
            maker = next(
                (kid for prep in makers(parse, head, self.cues.handled) for kid in parse.kids(prep, "pobj")), None
            )
            if maker is not None and self.is_author(maker):
                return self.resolve(parse, maker, before, anyone=anyone)
        actor = self.actor_at(Span(head.start, head.end)) or self.named_beside(parse, head)
        if actor is not None and not actor.actor.generic:
            return Speaker(actor.actor.label, actor.actor.kind, span, actor.actor.id, words=span.of(self.text))
        capital = self.cues.capitals.get(span.of(self.text))
        if capital is not None and actor is None:
            return Speaker(capital[1], ActorKind.GOVERNMENT, span, capital[0], words=span.of(self.text))
        known = self.cast_member(head, span) or self.owner_of(parse, head, before)
        return known or self.described(parse, head, span, before, anyone=anyone)

    def inside_name(self, head: Token) -> Speaker | None:
        """Return the body of whose name the tree takes a word for the source: "the Flood |Response| and Relief Unit"."""
        body = self.cast.body_over(Span(head.start, head.end))
        name = body.actor.label if body is not None else ""
        return Speaker(name, kind_of_body(name), body.span, words=name) if body is not None else None

    def cast_member(self, head: Token, span: Span) -> Speaker | None:
        """Return whom an office or an acronym stands for, where the report has told it: "the minister", "the WRF".

        "The group" is left to those who spoke before: a speaker is likelier than the group that was named last.
        """
        named = self.cast.at(Span(head.start, head.end))
        if named is None or named.actor.kind is ActorKind.UNNAMED or not span.covers(named.span):
            return None
        if named.office and named.actor.kind is not ActorKind.PERSON:
            return None
        words = span.of(self.text)
        if named.office or named.actor.label not in words:
            return Speaker(named.actor.label, named.actor.kind, span, table_id(named.actor.id), words=words)
        return None

    def resolve_words(self, parse: Parse, head: Token, span: Span, before: Sequence[Speaker]) -> Speaker | None:
        """Return the speaker that some words name, whatever tree the parser made of them."""
        author = self.author(parse, head, before) if head.lower in self.cues.documents else None
        if author is not None:
            return author
        hit = self.actor_at(Span(head.start, head.end))
        if hit is not None and not hit.actor.generic:
            return Speaker(hit.actor.label, hit.actor.kind, span, hit.actor.id, words=span.of(self.text))
        if (firm := firm_behind(self.cues.firm, self.text, span)) is not None:
            return replace(self.called(firm), words=span.of(self.text))
        nameless = head.lower in self.cues.unnamed or head.lower in self.cues.bodies
        person = self.person(parse, head, span, before) if head.tag == "NNP" and not nameless else None
        return person or self.described(parse, head, span, before, anyone=True)

    def antecedent(self, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whom a pronoun means among those who spoke before it."""
        return Described(self.text, self.actors, self.cues).pronoun(head, before)

    def named_beside(self, parse: Parse, head: Token) -> ActorHit | None:
        """Return the known actor set beside a common noun: "the advocacy group Quiet Roads", "the agency, SANA"."""
        if head.tag not in ("NN", "NNS", "NNP") or head.lower not in self.cues.bodies:
            return None
        beside = (self.actor_at(Span(kid.start, kid.end)) for kid in parse.kids(head, "appos"))
        return next((hit for hit in beside if hit is not None and not hit.actor.generic), None)

    def called(self, name: Span, kind: ActorKind = ActorKind.OTHER) -> Speaker:
        """Return the body of a name: a known one, or one of the kind given."""
        hit = next((hit for hit in self.between(name) if not hit.actor.generic and hit.span.end >= name.end), None)
        words = name.of(self.text)
        if hit is not None:
            return Speaker(hit.actor.label, hit.actor.kind, name, hit.actor.id, words=words)
        return Speaker(words, kind, name, words=words)

    def styled(self, parse: Parse, head: Token) -> Speaker | None:
        """Return the body that goes by a name which follows: "a group calling itself Lions of the Coast", "the monitoring group Marsh Watch"."""
        business, body = head.lower in self.cues.businesses, head.lower in self.cues.bodies
        if not (business or body):
            return None
        apposed = name_behind(parse, head, set_off=business)
        if apposed is not None and (body or self.is_body(apposed.of(self.text))):
            called = self.called(apposed, kind_of_body(self.phrase(parse, head).of(self.text)))
            return replace(called, words=f"{head.lower} {called.words}")
        styling = (kid for kid in parse.kids(head, "acl") if kid.lower in self.cues.styling)
        tokens = next((parse.subtree(kid) for kid in styling), [])
        named = [t for t in tokens if t.tag in ("NNP", "NNPS")]
        return self.called(Span(named[0].start, named[-1].end)) if named else None

    def person(self, parse: Parse, head: Token, span: Span, before: Sequence[Speaker]) -> Speaker | None:
        """Return a named person: "Gen. Omar Idris", "the agency's director, Lena Ford"."""
        titled = self.cast.at(Span(head.start, head.end))
        if titled is not None and titled.is_short(head.text):
            return None
        if titled is not None and titled.is_titled_by(head.text):
            return self.personal(titled.actor.label, span.hull(titled.span), before)
        office = head.lower in self.cues.titles
        office = office or (head.lower in self.cues.unnamed and head.lower not in self.cues.businesses)
        if head.tag in ("NN", "NNP", "NNS") and (office or self.is_post(head)):
            named = name_beside(parse, head, office=office)
            words = self.name_before(parse, named) if named is not None else None
            if words and not self.is_body(words[0]) and self.actor_at(words[1]) is None:
                return self.personal(words[0], span.hull(words[1]), before)
        if head.tag not in ("NNP", "NNPS") or self.covered(head):
            return None
        name, where = self.name_before(parse, head) or (head.text, span)
        if (
            self.is_body(name)
            or name in self.cues.capitals
            or (self.actor_at(where) is not None and name.count(" ") == 0)
        ):
            return None
        if name.lower() in self.cues.titles or is_no_person(name, span.of(self.text)):
            return None
        if name.count(" ") == 0 and len(span) > len(where) + 6 and not self.titled(span, where):
            return None
        return self.personal(name, span, before)

    def is_body(self, name: str) -> bool:
        """Say whether a name is a body's by one of its words: "Harrow Roads Department", "Corran Coal"."""
        return self.cues.organisation.search(name) is not None or self.cues.firm.fullmatch(name) is not None

    def is_post(self, head: Token) -> bool:
        """Say whether a noun may be a person's post that no table has: "the harbourmaster, Lena Ford"; no body and no document."""
        return head.tag == "NN" and not (head.lower in self.cues.bodies or head.lower in self.cues.documents)

    def name_before(self, parse: Parse, head: Token) -> tuple[str, Span] | None:
        """Return the run of capitalised words that ends at a name, titles and the actor it serves left out."""
        first, last = head.i, head.i
        while first > 0 and in_a_name(parse.tokens[first - 1]):
            first -= 1
        while (
            last + 1 < len(parse.tokens)
            and in_a_name(parse.tokens[last + 1])
            and parse.tokens[last + 1].dep in ("flat", "appos", "compound", "nmod")
        ):
            last += 1
        start, end = parse.tokens[first].start, parse.tokens[last].end
        edge = parse.tokens[max(0, first - 4)].start
        start = self.after_titles(edge, start, end)
        start = max([start, *(h.span.end for h in self.between(Span(start, end)) if h.span.end < end)])
        start = self.after_titles(start, start, end)
        while start < end and not self.text[start].isalnum():
            start += 1
        span = Span(start, end)
        return (span.of(self.text), span) if len(span) else None

    def after_titles(self, edge: int, start: int, end: int) -> int:
        """Return where a name starts after the titles before it: "the US secretary of state |Lena Ford"."""
        words = self.text[edge:end].lower()
        return max([start, *(edge + m.end() for m in self.cues.title_end.finditer(words))])

    def titled(self, span: Span, name: Span) -> bool:
        """Say whether a title stands in the phrase before the name."""
        return any(word in self.cues.titles for word in WORD.findall(self.text[span.start : name.start].lower()))

    def personal(self, name: str, span: Span, before: Sequence[Speaker]) -> Speaker:
        """Return a person with the organisation named in the phrase; a surname means the one named in full before."""
        name = " ".join(name.split())
        people = [s for s in reversed(before) if s.kind is ActorKind.PERSON]
        full = [s for s in people if s.name.endswith(" " + name)] or [
            s for s in people if s.name.startswith(name + " ")
        ]
        if full:
            return full[0]
        if " " not in name:
            name = self.cast.full_name(Span(span.end - 1, span.end), name)
        org = next((hit for hit in self.between(span) if span.covers(hit.span) and not hit.actor.generic), None)
        if org is None:
            return spokesman(name, span, self.text, self.cues.organisation)
        return Speaker(
            name, ActorKind.PERSON, span, None, org.actor.label, org.actor.id, org.actor.kind, span.of(self.text)
        )

    def author(self, parse: Parse, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whose statement or report it is: "a ministry statement", "a statement by X", "its report"."""
        for kid in parse.kids(head, "poss", "compound", "nmod"):
            if kid.lower in OWN:
                return before[-1] if before else None
            if self.is_author(kid):
                if kid.dep == "poss" or kid.tag.startswith("NNP"):
                    return self.resolve(parse, kid, before)
                first = min([kid.start, *(k.start for k in parse.kids(head, "compound", "nmod"))])
                return self.resolve_words(parse, kid, Span(min(first, self.phrase(parse, kid).start), kid.end), before)
        for prep in makers(parse, head, self.cues.handled):
            for kid in parse.kids(prep, "pobj"):
                if self.is_author(kid) or kid.tag == "NNS":
                    return self.resolve(parse, kid, before)
        maker = issuer_of(parse, head, self.cues.issuing)
        if maker is not None and maker.lower == "we":
            return Speaker(head.lower, ActorKind.DOCUMENT, self.phrase(parse, head), words=f"our {head.lower}")
        if maker is not None:
            return self.resolve(parse, maker, before)
        definite = any(kid.lower in DEFINITE for kid in parse.kids(head, "det"))
        return before[-1] if before and (definite or is_later(parse, head)) else None

    def owner_of(self, parse: Parse, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return the body that speaks by a thing of its own: "the army's version", "according to the office's evening list"."""
        owner = parse.kid(head, "poss")
        thing = head.tag in ("NN", "NNS") and not self.can_speak(head) and head.lower not in self.cues.titles
        owned = owner is not None and thing and (owner.lower in self.cues.bodies or self.covered(owner))
        return self.author(parse, head, before) if owned else None

    def page(self, parse: Parse, head: Token, span: Span) -> Speaker | None:
        """Return a page or channel that is known by a name of its own: "the Harrow Today Facebook page"."""
        named = page_name(parse, head, self.cues.platforms)
        whole = Span(named.start, span.end) if named is not None else None
        return Speaker(whole.of(self.text), ActorKind.OTHER, whole, words=whole.of(self.text)) if whole else None

    def owner(self, parse: Parse, owner: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whom "its", "his", "their" mean before a noun of saying: the sentence's subject, else who spoke last."""
        for head in parse.up(owner):
            subject = parse.kid(head, "nsubj") if head.is_verb else None
            if subject is not None and subject.i < owner.i:
                return self.resolve(parse, subject, before)
        return before[-1] if before else None

    def is_author(self, token: Token) -> bool:
        """Say whether a word beside a document can be its author; where it was put out is none ("a Facebook page")."""
        if token.lower in self.cues.platforms:
            return False
        hit = self.actor_at(Span(token.start, token.end))
        return (
            token.lower in self.cues.unnamed
            or token.lower in self.cues.bodies
            or hit is not None
            or token.tag.startswith("NNP")
        )

    def described(
        self, parse: Parse, head: Token, span: Span, before: Sequence[Speaker], *, anyone: bool
    ) -> Speaker | None:
        """Return a speaker without a name: one named before, a spokesman's body, or the words themselves."""
        inside = [hit for hit in self.between(span) if span.covers(hit.span) and not hit.actor.generic]
        particular = [hit for hit in inside if not hit.actor.id.startswith("country-")]
        beside = [kid.lower for kid in parse.kids(head, "det", "poss", "nummod")]
        if "whose" in beside or (head.lower in self.cues.lands and parse.has(head, "nummod")):
            return None
        definite = any(word in DEFINITE or word in OWN for word in beside)
        if not particular and (
            definite or (head.lower in self.cues.bodies and not beside and len(span) == len(head.text))
        ):
            earlier = Described(self.text, self.actors, self.cues).earlier(parse, head, span, before)
            if earlier is not None:
                return earlier
        office = bool(particular) and PRESS_OFFICE.search(span.of(self.text)) is not None
        if inside and (SPOKESMAN.search(head.lower) or head.lower in self.cues.documents or office):
            actor = particular[0].actor if office else inside[0].actor
            return Speaker(actor.label, actor.kind, span, actor.id, words=span.of(self.text))
        document = head.lower in self.cues.documents
        body = head.lower in self.cues.unnamed or head.lower in self.cues.bodies
        if not (anyone or document or body or head.tag.startswith("NNP")) or head.tag not in (
            "NN",
            "NNS",
            "NNP",
            "NNPS",
        ):
            return None
        name = self.unnamed(span)
        kind = ActorKind.DOCUMENT if document else self.kind_of(head, name)
        if not particular:
            return Speaker(name, kind, span, words=span.of(self.text))
        actor = particular[0].actor
        return Speaker(name, kind, span, None, actor.label, actor.id, actor.kind, span.of(self.text))

    def kind_of(self, head: Token, name: str) -> ActorKind:
        """Return the kind that a source's own words tell."""
        if not (head.tag.startswith("NNP") or self.cues.organisation.search(head.lower)):
            return ActorKind.UNNAMED
        return kind_of_body(name)

    def unnamed(self, span: Span) -> str:
        """Return the words of a source without its article; an actor under a loaded name gets its own."""
        words = span.of(self.text)
        for hit in sorted(
            (h for h in self.between(span) if h.loaded and span.covers(h.span)), key=lambda h: -h.span.start
        ):
            words = words[: hit.span.start - span.start] + hit.actor.label + words[hit.span.end - span.start :]
        words = bare_name(words)
        lowered = (
            words[1:2].islower() and not PROPER.match(words) and words.split(" ", 1)[0].lower() in self.cues.common
        )
        return words[:1].lower() + words[1:] if lowered else words or span.of(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where the actors' names begin."""
        return [hit.span.start for hit in self.actors]

    def between(self, span: Span) -> Sequence[ActorHit]:
        """Return the actors whose names begin inside a span."""
        return self.actors[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def actor_at(self, span: Span) -> ActorHit | None:
        """Return the actor whose name overlaps a span."""
        last = bisect_left(self.starts, span.end)
        for hit in self.actors[max(0, last - 2) : last]:
            if hit.span.end > span.start:
                return hit
        return None

    def covered(self, head: Token) -> bool:
        """Say whether a name is that of a known, particular actor."""
        hit = self.actor_at(Span(head.start, head.end))
        return hit is not None and not hit.actor.generic

    def can_speak(self, noun: Token) -> bool:
        """Say whether a noun is of people or of a body who speak."""
        return self.covered(noun) or noun.lower in self.cues.unnamed or noun.lower in self.cues.bodies
