"""Set a claim in time, place and layer, and say how firmly it is put."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.extract.clauses import clause
from rashomon.extract.deeds import tells_of_deed
from rashomon.extract.drafts import Draft
from rashomon.extract.firmness import is_negated, is_possible, is_taken_back
from rashomon.extract.layers.cues import LayerWords
from rashomon.extract.layers.decide import Layers, is_old
from rashomon.extract.layers.earlier import day_of_act
from rashomon.extract.layers.frame import Frame
from rashomon.extract.layers.opening import Opening
from rashomon.extract.origins import is_goal, is_origin, is_refuge
from rashomon.extract.page import Page
from rashomon.extract.places.find import PlaceMention
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.times.find import TimeMention
from rashomon.extract.voices.listen import Said, Voices
from rashomon.extract.whereabouts import Whereabouts
from rashomon.extract.wording import Wordings
from rashomon.lexicon.match import fold
from rashomon.lexicon.plans import Plans
from rashomon.lexicon.rejected import Rejected
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    Basis,
    ClaimKind,
    Grain,
    Layer,
    Modality,
    Place,
    Polarity,
    Span,
    Stance,
    TimeSpan,
    Zone,
    ZoneKind,
)

ONGOING = re.compile(
    r"\b(?:so far|to date|ongoing|still|continu\w+|for the \w+ (?:straight |consecutive )?day|since|death toll|toll|in total|a total of|rose to|risen to|brings|bringing)\b",
    re.IGNORECASE,
)
MODALS = frozenset({"may", "might", "could", "would"})
FUTURE = frozenset({"will", "'ll"})
PLANNED = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
MEANT = frozenset({"intended", "meant", "supposed"})
"""What says of an end that it was in somebody's mind: "the one man who was meant to die"."""
FEARED = re.compile(r"\bfeared\b|(?<!for )(?<!of )\bfears? (?:that|of|for)\b")
ALLEGED = re.compile(r"\b(?:alleged(?:ly)?|accused of|suspected of|suspicion of)\b")
ENDING = re.compile(r"\b(?:lift|end|ends|ending|stop|halt|cease|lifting|stopping|halting|break)\b")
TIMED = ("date", "time")
CRIME = 140
"""Code points from the words of a charge to the day of the crime."""


@dataclass(frozen=True)
class Setter:
    """Sets drafts of one report: needs the page, its frame, its voices and the tables of layer cues."""

    page: Page
    frame: Frame
    voices: Voices
    layers: Layers
    wordings: Wordings
    dated: tuple[Zone, ...]
    """Zones with a day of their own."""
    rejected: Rejected
    plans: Plans
    whereabouts: Whereabouts

    @classmethod
    def of(cls, page: Page, frame: Frame, voices: Voices, tables: Tables) -> Setter:
        """Make a setter with the tables' cues."""
        words = tables.made("layer words", LayerWords.of)
        wordings = Wordings(page, words.hints)
        dated = tuple(zone for zone in page.report.zones if zone.day and zone.kind is not ZoneKind.BODY)
        return cls(
            page,
            frame,
            voices,
            Layers(page, frame, words, wordings, Opening(words.armed)),
            wordings,
            dated,
            tables.of(Rejected),
            tables.of(Plans),
            Whereabouts.of(tables),
        )

    def when(self, draft: Draft) -> TimeSpan | None:
        """Return a claim's time: named in its clause, else by tense and the happening's days; None where nothing tells."""
        dated = self.wordings.of(draft.sentence).dated
        named = self.named(draft) if dated else None
        if named is not None:
            return named.timespan
        told = self.reporting_time(draft) if dated else None
        if told is not None and is_old(told, self.frame):
            return told
        zone_day = next((zone.day for zone in self.dated if zone.span.covers(draft.anchor)), None)
        if zone_day is not None:
            return TimeSpan.day(zone_day)
        return self.by_tense(draft, told)

    def by_tense(self, draft: Draft, told: TimeSpan | None) -> TimeSpan | None:
        """Return the report day for what still goes on, the day of telling for a single past act, else all days so far."""
        day, start = self.frame.day, self.frame.start
        if day is not None and (
            self.is_present(draft) or (draft.sentence.zone is ZoneKind.HEADLINE and draft.kind is not ClaimKind.COUNT)
        ):
            return TimeSpan.day(day, Basis.REPORT_DAY)
        if (
            told is not None
            and draft.verb is not None
            and draft.verb.tag in ("VBD", "VBN")
            and not ONGOING.search(draft.sentence.span.of(self.page.report.text))
        ):
            return told
        if start is None:
            return None
        if day is None or day < start:
            return TimeSpan(start, start, Grain.DAY, self.frame.basis)
        grain = Grain.DAY if start == day else Grain.DAYS
        return TimeSpan(start, day, grain, self.frame.basis) if len(draft.span) else None

    def is_present(self, draft: Draft) -> bool:
        """Say whether the claim's verb tells of the present: simple, progressive, or a perfect of holding a place."""
        verb = draft.verb
        if verb is None:
            return False
        head = verb if verb.is_verb else next((h for h in draft.parse.up(verb) if h.is_verb), None)
        if head is None:
            return False
        while (
            head.dep in ("xcomp", "acomp", "oprd", "conj")
            and not draft.parse.has(head, "nsubj", "nsubjpass")
            and head.head != head.i
        ):
            above = draft.parse.tokens[head.head]
            if not above.is_verb:
                break
            head = above
        auxiliaries = {k.lower for k in draft.parse.kids(head, "aux", "auxpass")}
        if auxiliaries & {"will", "would", "could", "may", "might", "shall", "to"}:
            return False
        if auxiliaries & {"has", "have"}:
            return draft.kind is ClaimKind.CONTROL or head.tag == "VBG"
        if auxiliaries & {"is", "are", "'s", "'re", "remain", "remains"}:
            return head.tag in ("VBG", "VBN", "JJ")
        return (
            head.tag in ("VBZ", "VBP")
            and not auxiliaries & {"was", "were", "had", "did"}
            and not (draft.kind is ClaimKind.ACT and names_act(draft, head, self.plans.lasting))
        )

    def named(self, draft: Draft) -> TimeMention | None:
        """Return the time named with the claim, inside the same words of a speaker: in its clauses, or with the act that it tells the cost of."""
        limits = self.limits(draft)
        found = self.in_clauses(draft, limits)
        if found is not None or draft.kind is not ClaimKind.COUNT:
            return found
        act = day_of_act(self.page, draft, limits)
        return act if act is not None and act.timespan is not None and is_old(act.timespan, self.frame) else None

    def in_clauses(self, draft: Draft, limits: Span | None) -> TimeMention | None:
        """Return the time named in a claim's own clause, or for an act in a clause above it."""
        verb = draft.verb
        while verb is not None:
            span = self.within(clause(draft.parse, verb) if verb.is_verb else draft.span, limits)
            found = self.best(span, draft) if span is not None else None
            found = found or self.beside(draft, verb, limits)
            if found is not None:
                return found
            if verb.dep in ("ccomp", "parataxis", "ROOT") or (
                draft.kind is ClaimKind.COUNT
                and not shares_subject(draft, verb)
                and not tells_of_deed(draft.parse, verb, self.page, self.voices)
            ):
                return None
            verb = next((h for h in draft.parse.up(verb) if h.is_verb), None)
            if verb is not None and limits is not None and not limits.covers(Span(verb.start, verb.end)):
                return None
        return self.best(draft.span, draft)

    def beside(self, draft: Draft, verb: Token, limits: Span | None) -> TimeMention | None:
        """Return the time of a clause that tells when a count came about: "died when two boats collided on Friday"."""
        added = draft.parse.kids(verb, "advcl") if draft.kind is ClaimKind.COUNT else None
        if not added or ONGOING.search(draft.span.of(self.page.report.text)):
            return None
        for kid in added:
            if any(mark.lower in ("when", "as", "after") for mark in draft.parse.kids(kid, "mark", "advmod")):
                span = self.within(clause(draft.parse, kid), limits)
                found = self.best(span, draft) if span is not None else None
                if found is not None:
                    return found
        return None

    def limits(self, draft: Draft) -> Span | None:
        """Return the innermost words of a speaker that hold the claim, or None."""
        held = [c for c, _ in self.voices.covering(draft.anchor) if len(c) < len(draft.sentence.span) - 12]
        return min(held, key=len) if held else None

    def within(self, span: Span, limits: Span | None) -> Span | None:
        """Return the part of a span inside the limits."""
        if limits is None:
            return span
        start, end = max(span.start, limits.start), min(span.end, limits.end)
        return Span(start, end) if start < end else None

    def best(self, span: Span, draft: Draft) -> TimeMention | None:
        """Return the resolved time in a span that is nearest to the claim's words; days beat years."""
        found: list[TimeMention] = [
            m for m in self.page.inside("times", span) if m.kind in TIMED and m.timespan is not None
        ]
        if not found:
            return None
        if draft.verb is None or not any(k.lower == "since" for k in draft.parse.kids(draft.verb, "mark")):
            found = [m for m in found if not self.after_since(m)]
        if "charge" in self.wordings.of(draft.sentence).topics:
            found = [m for m in found if not self.is_of_crime(m, draft, alone=len(found) < 2)]
        if len(found) > 1:
            found = [m for m in found if not self.is_of_telling(m)] or found
        if len(found) < 2:
            return found[0] if found else None
        return min(
            found,
            key=lambda m: (
                m.timespan is not None and m.timespan.grain in (Grain.YEAR, Grain.MONTH),
                abs(m.span.start - draft.anchor.start),
            ),
        )

    def is_of_telling(self, mention: TimeMention) -> bool:
        """Say whether a time stands right beside a word of telling: "the army today confirmed the capture of X on May 3"."""
        edges = (said.cue for said in self.voices.said if len(said.cue))
        return any(1 in (cue.start - mention.span.end, mention.span.start - cue.end) for cue in edges)

    def after_since(self, mention: TimeMention) -> bool:
        """Say whether a time is only the start of a period: "since 2014"."""
        before = self.page.report.text[max(0, mention.span.start - 70) : mention.span.start].lower()
        return "since" in before and re.search(r"\bsince\b[^,;.]*$", before) is not None

    def is_of_crime(self, mention: TimeMention, draft: Draft, *, alone: bool) -> bool:
        """Say whether a time is that of the crime behind an arrest: "held a man wanted for a bombing in 2002".

        A time that stands ``alone`` is the arrest's own unless it lies clearly before the happening.
        """
        if alone and (mention.timespan is None or not is_old(mention.timespan, self.frame)):
            return False
        sentence = draft.sentence.span
        before = fold(self.page.report.text[max(sentence.start, mention.span.start - CRIME) : mention.span.start])
        charges = [match.start() for match in self.layers.words.charges.finditer(before)]
        if not charges or any(stop in before[charges[-1] :] for stop in ",;"):
            return False
        start = mention.span.start - len(before) + charges[-1]
        return draft.anchor.end <= start or draft.anchor.start >= mention.span.end

    def reporting_time(self, draft: Draft) -> TimeSpan | None:
        """Return the time of the telling that holds the claim: "said on Saturday that ...", "said last year that ..."."""
        held: list[tuple[int, Said]] = [(len(c), said) for c, said in self.voices.covering(draft.anchor)]
        for _, said in sorted(held, key=lambda pair: pair[0]):
            outside: list[TimeMention] = [
                m
                for m in self.page.inside("times", draft.sentence.span)
                if m.kind in TIMED and m.timespan is not None and not any(c.covers(m.span) for c in said.contents)
            ]
            near = [m for m in outside if abs(m.span.start - said.cue.end) < 40]
            if near and near[0].timespan is not None:
                return near[0].timespan
        return None

    def layer(self, draft: Draft, when: TimeSpan | None, where: Place | None) -> Layer:
        """Return a claim's layer by its time, the words around it, and its place."""
        return self.layers.layer(draft, when, where)

    def where(self, draft: Draft) -> Place | None:
        """Return the place named in the claim's clause, else in its sentence inside the same speaker's words."""
        near = self.places_in(draft.span, draft)
        if not near:
            around = self.places_in(self.limits(draft) or draft.sentence.span, draft)
            near = [m for m in around if not self.is_elsewhere(m.span, draft)]
        return self.whereabouts.choose(near, draft, self.page.report.text)

    def places_in(self, span: Span, draft: Draft) -> list[PlaceMention]:
        """Return the places in a span, without those that only tell where the people counted come from, or are brought to."""
        text, found = self.page.report.text, self.page.inside("places", span)
        return [m for m in found if not is_origin(draft, m.span) and not is_refuge(draft, m.span, text)]

    def is_elsewhere(self, span: Span, draft: Draft) -> bool:
        """Say whether a place is where something was said, or where others head for: "In Washington, the Pentagon said"."""
        unsaid = (not any(c.covers(span) for c in said.contents) for _, said in self.voices.covering(draft.anchor))
        return is_goal(self.page.report.text, span) or any(unsaid)

    def modality(self, draft: Draft) -> Modality:
        """Return how firmly the claim is put."""
        wording = self.wordings.of(draft.sentence)
        if "fear" in wording.topics and draft.kind is ClaimKind.COUNT and FEARED.search(wording.folded):
            return Modality.FEARED
        if draft.kind is ClaimKind.COUNT and is_possible(self.page.report.text, draft.anchor):
            return Modality.HYPOTHETICAL
        head = draft.verb if draft.verb is not None and draft.verb.is_verb else None
        if head is not None:
            kids = draft.parse.kids(head)
            auxiliaries = {k.lower for k in kids if k.dep == "aux"}
            if auxiliaries & MODALS or any(k.lower == "if" and k.dep == "mark" for k in kids):
                return Modality.HYPOTHETICAL
            if auxiliaries & FUTURE or (head.dep in PLANNED and "to" in auxiliaries and self.under_plan(draft, head)):
                return Modality.PLANNED
            if head.lower in MEANT and any(k.dep == "xcomp" for k in kids):
                return Modality.PLANNED
        if draft.kind is not ClaimKind.STATEMENT and is_plotted(draft, self.plans.plotting):
            return Modality.PLANNED
        words = draft.span.of(fold(self.page.report.text)) if wording.topics else ""
        if "wanting" in wording.topics and self.is_wanted(draft) and not ENDING.search(words):
            return Modality.HYPOTHETICAL
        if "alleged" in wording.topics and ALLEGED.search(words):
            return Modality.ALLEGED
        return Modality.ASSERTED

    def is_wanted(self, draft: Draft) -> bool:
        """Say whether an act is only what somebody asks for: "called for the withdrawal of ..."."""
        if draft.act is None or draft.kind is ClaimKind.STATEMENT:
            return False
        asked = [s for _, s in self.voices.covering(draft.anchor) if not s.cue.overlaps(draft.anchor)]
        if any(s.cue.of(self.page.report.text).lower() in self.plans.wanting for s in asked):
            return True
        head = next((h for h in draft.parse.up(draft.parse.at(draft.anchor)[-1]) if h.is_verb), None)
        return (
            head is not None
            and head.lower in self.plans.wanting
            and any(k.lower == "for" for k in draft.parse.kids(head, "prep"))
        )

    def under_plan(self, draft: Draft, head: Token) -> bool:
        """Say whether an act put with "to" is only planned, ordered or wanted: "plans to evacuate", "an operation to retake"."""
        above = draft.parse.head(head)
        if above is None:
            return False
        if above.is_verb and above.lower in self.plans.undertaken:
            return any(kid.lower in self.plans.undertakings for kid in draft.parse.kids(above, "dobj"))
        return above.lower in self.plans.planning or above.lower in self.plans.undertakings

    def polarity(self, draft: Draft) -> Polarity:
        """Return whether the claim is denied: by a negation on its verb, or by a speaker who denies it."""
        if draft.polarity is not Polarity.AFFIRMED:
            return draft.polarity
        denied = any(
            s.stance is Stance.DENIED and not s.cue.covers(draft.anchor) for _, s in self.voices.covering(draft.anchor)
        )
        zero = draft.quantity is not None and draft.quantity.high == 0
        taken_back = draft.kind is ClaimKind.COUNT and is_taken_back(self.page.report.text, draft.anchor, self.rejected)
        return Polarity.DENIED if (denied or is_negated(draft) or taken_back) and not zero else Polarity.AFFIRMED


def names_act(draft: Draft, head: Token, lasting: frozenset[str]) -> bool:
    """Say whether a noun names the act, so that the verb's tense is another matter's: "the raid comes after ..."."""
    named = draft.parse.at(draft.anchor)
    if not named or named[-1].i == head.i or not all(token.tag in ("NN", "NNS") for token in named):
        return False
    return head.lower not in lasting or named[-1].dep != "nsubj"


def is_plotted(draft: Draft, plotting: frozenset[str]) -> bool:
    """Say whether a deed, or who is counted, is the object of a verb of planning: "plotting the murder of a judge"."""
    if draft.parse.words.isdisjoint(plotting):
        return False
    own = draft.parse.at(draft.anchor)
    heads = [draft.parse.head(token) for token in own]
    return any(
        token is not None and is_object_of_plot(draft.parse, token, plotting) for token in (draft.verb, *own, *heads)
    )


def is_object_of_plot(parse: Parse, token: Token, plotting: frozenset[str]) -> bool:
    """Say whether a word is the object of a verb of planning."""
    above = parse.head(token) if token.dep in ("dobj", "conj") else None
    if above is not None and token.dep == "conj":
        return is_object_of_plot(parse, above, plotting)
    return above is not None and above.lower in plotting


def shares_subject(draft: Draft, verb: Token) -> bool:
    """Say whether a verb goes on with the clause above it: "an attack on Friday killed two and wounded ten, leaving ..."."""
    return verb.dep == "conj" or (
        verb.dep in ("advcl", "xcomp", "acl") and not draft.parse.has(verb, "nsubj", "nsubjpass")
    )
