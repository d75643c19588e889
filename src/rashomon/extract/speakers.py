"""Name a speaker: from the words of a source phrase to one root, or back to one named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.actors import ActorHit
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span

CLAUSES = frozenset({"relcl", "acl", "advcl", "punct", "ccomp", "parataxis"})
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that"})
SPOKESMAN = re.compile(r"spokes(?:man|woman|person|people|men|persons)$", re.IGNORECASE)
ORGANISATION_WORD = re.compile(
    r"\b(?:agency|ministry|army|force|forces|command|police|department|office|council|committee|group|union|party|organi[sz]ation|network|centre|center"
    r"|observatory|institute|university|hospital|court|bank|front|movement|brigades?|government|commission|authority|foundation|association|society|press|news|times|post"
    r"|tv|television|radio|media|watch|international|nations|corps|service|services|bureau|administration|coalition|embassy|parliament|state|states|board|federation"
    r"|county|city|district|directorate|campaign|company|inc|ltd|crescent|cross|helmets|defen[cs]e|daily|herald|journal|tribune|gazette)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a canonical name or the words used, what kind, and the organisation he or she speaks for."""

    name: str
    kind: ActorKind
    span: Span
    actor_id: str | None = None
    organisation: str | None = None
    organisation_id: str | None = None
    organisation_kind: ActorKind | None = None
    words: str = ""


@dataclass(frozen=True)
class Speakers:
    """Resolves source phrases of one report, given its actors' names and the table of cues."""

    text: str
    actors: Sequence[ActorHit]
    cues: CueBook

    def resolve(self, parse: Parse, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return the speaker a source phrase names, or None where it names none."""
        if head.lower in PRONOUNS:
            return self.antecedent(head, before)
        tokens = [t for t in parse.subtree(head, without=CLAUSES | {"appos", "conj", "cc"})]
        span = Span(tokens[0].start, max(t.end for t in tokens))
        person = self.person(parse, head, span)
        if person is not None:
            return person
        if head.lower in self.cues.documents:
            author = self.author(parse, head, before)
            if author is not None:
                return author
        actor = self.actor_at(Span(head.start, head.end))
        if actor is not None and not actor.actor.generic:
            return Speaker(actor.actor.label, actor.actor.kind, span, actor.actor.id, words=span.of(self.text))
        return self.described(parse, head, span, before)

    def antecedent(self, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whom a pronoun means: the last person for "he", the last speaker of any kind for "they" and "it"."""
        if head.lower in ("he", "she"):
            people = [s for s in before if s.kind in (ActorKind.PERSON, ActorKind.UNNAMED)]
            return people[-1] if people else (before[-1] if before else None)
        return before[-1] if before else None

    def person(self, parse: Parse, head: Token, span: Span) -> Speaker | None:
        """Return a named person: "Gen. Omar Idris", "the agency's director, Lena Ford"."""
        named = next((kid for kid in parse.kids(head, "appos") if kid.tag in ("NNP", "NNPS")), None)
        if named is None:
            named = self.late_name(parse, head)
        if named is not None and head.tag in ("NN", "NNP", "NNS") and (head.lower in self.cues.unnamed or head.lower in self.cues.titles):
            words = self.name_before(parse, named)
            if words and not ORGANISATION_WORD.search(words[0]) and self.actor_at(words[1]) is None:
                return self.personal(words[0], span.hull(words[1]))
        if head.tag not in ("NNP", "NNPS") or self.covered(head):
            return None
        name, where = self.name_before(parse, head) or (head.text, span)
        if ORGANISATION_WORD.search(name) or self.actor_at(where) is not None and name.count(" ") == 0:
            return None
        titled = self.titled(span, where)
        if name.count(" ") == 0 and not titled and len(span) > len(where) + 6:
            return None
        return self.personal(name, span)

    def late_name(self, parse: Parse, head: Token) -> Token | None:
        """Return a name set off by commas at the end of a phrase, which the parser may hang lower: "head of X, Name"."""
        tail = [t for t in parse.subtree(head, without=frozenset({"relcl", "acl"})) if t.dep == "appos" and t.tag == "NNP"]
        return tail[0] if tail else None

    def name_before(self, parse: Parse, head: Token) -> tuple[str, Span] | None:
        """Return the run of capitalised words that ends at a name, titles and the actor it serves left out."""
        first, last = head.i, head.i
        while first > 0 and self.is_name(parse.tokens[first - 1]):
            first -= 1
        while last + 1 < len(parse.tokens) and self.is_name(parse.tokens[last + 1]) and parse.tokens[last + 1].dep in ("flat", "appos", "compound", "nmod"):
            last += 1
        start, end = parse.tokens[first].start, parse.tokens[last].end
        edge = parse.tokens[max(0, first - 4)].start
        start = max([start, *(self.title_ends(edge, end))])
        start = max([start, *(h.span.end for h in self.actors if start <= h.span.start < h.span.end < end)])
        start = max([start, *(self.title_ends(start, end))])
        while start < end and not self.text[start].isalnum():
            start += 1
        span = Span(start, end)
        return (span.of(self.text), span) if len(span) else None

    def title_ends(self, start: int, end: int) -> list[int]:
        """Return where the titles before a name end: "the US secretary of state |Lena Ford"."""
        words = self.text[start:end].lower()
        return [start + m.end() for title in self.cues.titles for m in re.finditer(rf"\b{re.escape(title)}\b\.?,?\s+(?=\S)", words)]

    def is_name(self, token: Token) -> bool:
        """Say whether a word can be part of a person's name."""
        return (token.tag in ("NNP", "NNPS", "HYPH") and (token.text[:1].isupper() or token.text == "-")) or token.lower in ("al", "bin", "ibn", "abu", "von", "de", "van", "el")

    def titled(self, span: Span, name: Span) -> bool:
        """Say whether a title stands in the phrase before the name."""
        words = re.findall(r"[\w-]+", self.text[max(0, span.start) : name.start].lower())
        return any(word in self.cues.titles for word in words)

    def personal(self, name: str, span: Span) -> Speaker:
        """Return a person with the organisation named in the phrase."""
        org = next((hit for hit in self.actors if span.covers(hit.span) and not hit.actor.generic), None)
        return Speaker(
            name.strip(), ActorKind.PERSON, span, None, org.actor.label if org else None, org.actor.id if org else None,
            org.actor.kind if org else None, span.of(self.text),
        )

    def author(self, parse: Parse, head: Token, before: Sequence[Speaker]) -> Speaker | None:
        """Return whose statement or report it is: "a ministry statement", "a statement by X", "its report"."""
        for kid in parse.kids(head, "poss", "compound", "nmod", "amod"):
            if kid.lower in ("its", "their", "his", "her"):
                return before[-1] if before else None
            if kid.dep != "amod" and (kid.lower in self.cues.unnamed or self.actor_at(Span(kid.start, kid.end)) or kid.tag == "NNP"):
                return self.resolve(parse, kid, before)
        for prep in parse.kids(head, "prep", "agent"):
            if prep.lower in ("by", "from", "of"):
                for kid in parse.kids(prep, "pobj"):
                    if kid.lower in self.cues.unnamed or self.actor_at(Span(kid.start, kid.end)) or kid.tag.startswith("NNP"):
                        return self.resolve(parse, kid, before)
        definite = any(kid.lower in ("the", "this", "that") for kid in parse.kids(head, "det"))
        return before[-1] if definite and before else None

    def described(self, parse: Parse, head: Token, span: Span, before: Sequence[Speaker]) -> Speaker | None:
        """Return a speaker without a name: one named before, a spokesman's body, or the words themselves."""
        inside = [hit for hit in self.actors if span.covers(hit.span) and not hit.actor.generic]
        definite = any(kid.lower in ("the", "this", "that", "these", "those", "same") for kid in parse.kids(head, "det"))
        if definite and not inside:
            earlier = self.named_before(head, before, span)
            if earlier is not None:
                return earlier
        if inside and (SPOKESMAN.search(head.lower) or head.lower in self.cues.documents):
            actor = inside[0].actor
            return Speaker(actor.label, actor.kind, span, actor.id, words=span.of(self.text))
        if head.lower not in self.cues.unnamed and head.lower not in self.cues.documents and not head.tag.startswith("NNP"):
            return None
        actor = inside[0].actor if inside else None
        name = self.unnamed(span)
        kind = ActorKind.UNNAMED
        if head.tag.startswith("NNP") or ORGANISATION_WORD.search(head.lower):
            kind = ActorKind.GOVERNMENT if re.search(r"ministr|government|department|office", name.lower()) else ActorKind.POLICE if "police" in name.lower() else ActorKind.OTHER
        if head.lower in self.cues.documents:
            kind = ActorKind.DOCUMENT
        return Speaker(
            name, kind, span, None, actor.label if actor else None, actor.id if actor else None, actor.kind if actor else None, span.of(self.text)
        )

    def unnamed(self, span: Span) -> str:
        """Return the words of a source without its article, loaded words' actors made canonical."""
        words = span.of(self.text)
        for hit in sorted((h for h in self.actors if span.covers(h.span) and not h.actor.generic), key=lambda h: -h.span.start):
            words = words[: hit.span.start - span.start] + hit.actor.label + words[hit.span.end - span.start :]
        words = re.sub(r"^(?:the|a|an|some|several|many|other|one|two|three|its|their|his|her|another|numerous|multiple)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
        words = re.sub(r"\bUS-backed |\bso-called |\s+(?:on|under) condition of anonymity.*$", "", words)
        return words[:1].lower() + words[1:] if words[1:2].islower() and " " in words and not re.match(r"[A-Z]\w+ [A-Z]", words) else words

    def named_before(self, head: Token, before: Sequence[Speaker], span: Span) -> Speaker | None:
        """Return the last speaker a definite description can mean: same noun, or of the kind it stands for."""
        kinds = self.cues.anaphora.get(head.lower, ())
        for speaker in reversed(before):
            said = f"{speaker.name} {speaker.words}".lower()
            if re.search(rf"\b{re.escape(head.lower.rstrip('s'))}", said):
                return speaker
            if speaker.kind in kinds and len(span) < 30:
                return speaker
        return None

    def actor_at(self, span: Span) -> ActorHit | None:
        """Return the actor whose name overlaps a span."""
        return next((hit for hit in self.actors if hit.span.overlaps(span)), None)

    def covered(self, head: Token) -> bool:
        """Say whether a name is that of a known, particular actor."""
        hit = self.actor_at(Span(head.start, head.end))
        return hit is not None and not hit.actor.generic
