"""Signs that a count is of another matter than the report's: another day told first, an act that another one came after."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from rashomon.extract.drafts import Draft
from rashomon.extract.layers.frame import DAYS, far_from, is_fine
from rashomon.extract.layers.opening import HARM, OPENING, Opening, group_of, reach_of
from rashomon.extract.layers.otherday import is_near, layer_of_day
from rashomon.extract.layers.provinces import is_of_other_province
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.lexicon.match import fold
from rashomon.model import Layer, Place, Span, ZoneKind

STOCKS = frozenset({"trapped", "displaced"})
MANY = 1_000
"""People trapped or driven from home from which a stock that the opening does not tell is a standing state of things."""

FRONT = 30
"""Code points from a sentence's start in which a day stands that sets all of the sentence in time."""

TIMED = ("date", "time")
"""Kinds of times that name a day or an hour."""

PAST, RUN = timedelta(days=60), 4
"""How long ago a day is that tells of another time, and for so many sentences with its own."""

FRONTED = re.compile(
    r"\W{0,3}(?:(?:(?:late|early|later) )?(?:on|in) |(?P<near>(?:the )?(?:day before )?yesterday\b"
    r"|(?:a|one|two|three|several|few|\d+) (?:day|night)s? (?:earlier|before|ago|prior)\b))",
    re.IGNORECASE,
)
"""How a sentence begins that sets its day first: "On July 3, ...", "Yesterday, ...", "Two days before this attack, ..."."""

ATTACK = r"(?:[\w-]+ ){0,2}(?:attack|strike|airstrike|raid|bombing|bombardment|shelling|assault|massacre|incident|blast|explosion|shooting|accident|crash|fire)\b"
BEFORE_IT = re.compile(
    r"\W{0,3}(?:just |only )?(?:a|one|two|three|four|five|six|seven|several|few|\d+) (?:hour|day|night|week|month)s? "
    r"(?:before|prior to|ahead of) (?:the|this|that) " + ATTACK,
    re.IGNORECASE,
)
"""How a sentence begins that tells of days before what was told: "Two days before this attack, a drone hit the market"."""

AT_THE_PLACE = re.compile(
    r"\b(?:near|by|past|at|close to|from|to|around) the (?:site|scene|place|area|location|spot) of the " + ATTACK
)
"""Words that lead back to what was told: "meanwhile, five were hurt as they passed near the site of the strike"."""

HOUSED, NEAR = re.compile(r"\b(?:hous|host|shelter|accommodat)(?:es|ed|s|ing)\b|\bhome to\b", re.IGNORECASE), 40
"""Words of a camp before the people who live in it, and how far before."""

LATER = re.compile(
    r"\b(?:(?:came|comes|come|happened|occurred) (?:[\w-]+ ){0,5}(?:after|as|amid|follow\w+|the same day)"
    r"|(?:a|an|one|two|three|four|five|six|several|few|\d+) (?P<unit>hour|day|night|week|month|year)s? after"
    r"|amid reports(?! on\b))\b",
    re.IGNORECASE,
)
"""Words between an act and another one told beside it: "the strike came a day after a raid killed two"."""

NEAR_DAY = re.compile(r"\b(?:yesterday|last night)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"\w+day\b", re.IGNORECASE)
LONG = frozenset({"month", "year"})
OWN = re.compile(r"\b(?:else|other|others|(?:the|this|that|these|those) (?:\w+ ){0,2}(?:operations?|attacks?|strikes?|raids?|incidents?|shootings?"
                 r"|crash(?:es)?|blasts?|explosions?|fires?|shelling|bombings?|bombardments?|collisions?|missions?))\b")  # fmt: skip
"""Words that tie a claim of no harm to what was told before: "nobody else was hurt", "no civilians were hurt in the raid"."""

ADDRESS = re.compile(
    r"\b(\d+)(?:st|nd|rd|th)?[ -]block (?:of|on) ((?:[NSEW]\. |North |South |East |West )?\w+)", re.IGNORECASE
)
"""A block of a street, as police name the place of a crime."""

ALSO, NEXT = re.compile(r"\W{0,3}also,? (?:(?:late|early|on|in the) )*", re.IGNORECASE), 2
"""How a sentence begins that goes on to something else of a day, and how soon that day stands."""

MOURNING = re.compile(
    r"\b(?:vigils?|mourn\w*|funerals?|memorial|pa(?:id|y|ying) (?:their )?(?:last )?respects)\b", re.IGNORECASE
)

LATELY = re.compile(r"\b(?:in|over|during) recent (?:days|weeks)\b", re.IGNORECASE)
"""Days around the news that are not those of the happening."""

WITHIN = re.compile(r"\W{0,3}(?:and |also )?(?:in|at|near) ", re.IGNORECASE)
NEARBY = 0.2
"""Degrees up to which one place may be part of another."""

LINKS = re.compile(r"(?<=[\w.)] )Related (?:(?:News|Articles|Stories|Topics)\b|(?=[A-Z]))|\b[Rr]elated news\b")
"""Where a run of links to other stories begins that a page has set on one line with its text."""


@dataclass(frozen=True)
class Asides:
    """Tells what stands aside from the matter of one report; needs the page and the counts of its opening."""

    page: Page
    opening: Opening
    violent: Collection[str]
    """Act types of attacks and fights."""

    def layer(self, draft: Draft) -> Layer | None:
        """Return the layer of a count that a sign sets aside, or None."""
        later = self.behind(draft)
        if later is not None:
            return later
        if draft.sentence.index and BEFORE_IT.match(
            self.page.report.text, draft.sentence.span.start, draft.sentence.span.end
        ):
            return Layer.RELATED
        if self.is_added(draft.sentence):
            return Layer.RELATED
        if draft.sentence.index < OPENING:
            return None
        if self.is_stock(draft) or self.is_below_old_day(draft):
            return Layer.BACKGROUND
        if self.is_of_late(draft) or self.is_mourning(draft):
            return Layer.RELATED
        fronted = self.fronted(draft.sentence)
        if fronted is None and self.tells_toll(draft):
            fronted = layer_of_day(self.page, draft)
        if fronted is None and (self.is_linked(draft) or self.is_unharmed(draft) or self.is_of_other_place(draft)):
            return Layer.RELATED
        return fronted

    def behind(self, draft: Draft) -> Layer | None:
        """Return the layer of what a harm that the sentence tells first came after: "they died a day after two were shot"."""
        text, start = self.page.report.text, draft.sentence.span.start
        links = list(LATER.finditer(text, start, draft.anchor.start))
        if not links or ";" in text[links[-1].end() : draft.anchor.start]:
            return None
        found = links[-1]
        before, opens = (
            Span(start, max(start + 1, found.start())),
            draft.sentence.index < OPENING and found.group("unit"),
        )
        told = self.tells_attack(before) or OWN.search(fold(before.of(text)))
        if not (self.tells_harm(before) or (not opens and told)):
            return None
        return Layer.BACKGROUND if (found.group("unit") or "").lower() in LONG else Layer.RELATED

    def tells_harm(self, span: Span) -> bool:
        """Say whether words tell of harm done to people."""
        return any(sense.measure in HARM for hit in self.page.inside("measures", span) for sense in hit.value)

    def tells_attack(self, span: Span) -> bool:
        """Say whether words tell of an attack or a fight."""
        return any(act.type in self.violent for hit in self.page.inside("acts", span) for act in hit.value)

    def tells_toll(self, draft: Draft) -> bool:
        """Say whether a count tells of harm in a report whose opening does too."""
        return draft.measure in HARM and self.opening.tells_harm()

    def is_of_late(self, draft: Draft) -> bool:
        """Say whether a count is that of the days or weeks before the news: "five have been shot in recent weeks"."""
        late = LATELY.search(self.page.report.text, draft.sentence.span.start, draft.sentence.span.end)
        return late is not None and self.opening.sizes.get(draft.measure or "") != reach_of(draft)

    def is_added(self, sentence: Sentence) -> bool:
        """Say whether a sentence adds what else a day brought: "Also on Friday, five men were killed in a clash"."""
        found = ALSO.match(self.page.report.text, sentence.span.start, sentence.span.end) if sentence.index else None
        if found is None or (sentence.index < OPENING and not self.is_below(sentence)):
            return False
        return any(m.kind in TIMED for m in self.page.inside("times", Span(found.end(), found.end() + NEXT)))

    def is_mourning(self, draft: Draft) -> bool:
        """Say whether people are counted who mourn those told of before, in a report that does not open with the mourners."""
        if draft.measure != "participants" or self.opening.sizes.get("participants"):
            return False
        if not self.opening.tells_harm() and not self.is_below(draft.sentence):
            return False
        return MOURNING.search(self.page.report.text, draft.sentence.span.start, draft.sentence.span.end) is not None

    def is_linked(self, draft: Draft) -> bool:
        """Say whether a count stands in links to other stories that follow the text on its last line."""
        return LINKS.search(self.page.report.text, draft.sentence.span.start, draft.anchor.start) is not None

    def is_unharmed(self, draft: Draft) -> bool:
        """Say whether nobody was hurt in something, where the opening tells of harm: it is told of another act."""
        quantity = draft.quantity
        if quantity is None or quantity.high != 0 or draft.measure not in HARM or group_of(draft) != "total":
            return False
        if self.opening.admits_none(draft):
            return False
        return OWN.search(fold(draft.sentence.span.of(self.page.report.text))) is None

    def is_of_other_place(self, draft: Draft) -> bool:
        """Say whether harm is told of another address, or below a place that begins its sentence, than what was told before."""
        if not self.tells_toll(draft):
            return False
        if self.is_of_other_address(draft.sentence) or self.is_below_other_place(draft.sentence):
            return True
        return is_of_other_province(self.page, draft)

    def is_of_other_address(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells of a block of a street, and those above it of others: "the 400 block of Elm Street"."""
        text, start = self.page.report.text, sentence.span.start
        here = {address_of(match) for match in ADDRESS.finditer(text, start, sentence.span.end)}
        above = {address_of(match) for match in ADDRESS.finditer(text, 0, start)} if here else set()
        return bool(here and above) and not here & above

    def is_below_other_place(self, sentence: Sentence) -> bool:
        """Say whether a sentence begins with a place far from all that were told so far: "In Tarsk, two were shot"."""
        text, start = self.page.report.text, sentence.span.start
        if WITHIN.match(text, start, sentence.span.end) is None:
            return False
        opening = self.page.sentences[OPENING - 1].span.end
        first = [m.place for m in self.page.inside("places", Span(0, opening)) if is_town(m.place)]
        here = [m for m in self.page.inside("places", sentence.span) if is_town(m.place)]
        if not first or not here or here[0].span.start - start > FRONT:
            return False
        return all(far_from(m.place, told, NEARBY) for m in here for told in first)

    def is_stock(self, draft: Draft) -> bool:
        """Say whether a count is of many who are trapped or displaced, of whom the opening does not tell."""
        standing = not draft.flow or HOUSED.search(
            self.page.report.text, max(draft.sentence.span.start, draft.anchor.start - NEAR), draft.anchor.start
        )
        if draft.measure not in STOCKS or not standing or self.opening.sizes.get(draft.measure):
            return False
        return draft.least >= MANY

    def is_below_old_day(self, draft: Draft) -> bool:
        """Say whether harm goes on with a sentence of its paragraph that begins with a day long past: "On May 3, 2011, a man came in. Two were shot"."""
        day, sentence = self.page.report.day, draft.sentence
        if day is None or not self.tells_toll(draft):
            return False
        for index in range(sentence.index, max(0, sentence.index - RUN), -1):
            told = self.page.sentences[index]
            if told.paragraph != sentence.paragraph:
                return False
            times = [m for m in self.page.inside("times", told.span) if m.kind in TIMED and m.timespan is not None]
            if times:
                first, latest = times[0], times[0].timespan.latest
                fronted = index < sentence.index and first.span.start - told.span.start < FRONT
                return fronted and latest is not None and latest < day - PAST and first.timespan.grain in DAYS
        return False

    def fronted(self, sentence: Sentence) -> Layer | None:
        """Return the layer of a sentence that begins with a day of its own, in a report that dates nothing before it.

        Where not even the report's day is known, what it tells first is its news, and a day named below is another one.
        """
        text, start = self.page.report.text, sentence.span.start
        found = FRONTED.match(text, start, sentence.span.end)
        if found is None or self.page.report.day is not None:
            return None
        if not self.is_below(sentence):
            return None
        front = Span(start, min(sentence.span.end, start + FRONT))
        days = [m for m in self.page.inside("times", front) if m.kind in ("date", "time")]
        told = {m.value for m in self.page.times if m.kind == "date" and m.span.start < start}
        if found.group("near") or (days and NEAR_DAY.search(front.of(text))):
            return None if told else Layer.RELATED
        if not days or days[0].value in told:
            return None
        if WEEKDAY.search(days[0].span.of(text)):
            return None if told else Layer.RELATED
        return Layer.RELATED if any(is_near(days[0].value, value) for value in told) else Layer.BACKGROUND

    def is_below(self, sentence: Sentence) -> bool:
        """Say whether an earlier paragraph of the body counts people, so that the report's own news is told before."""
        return any(
            above.zone is ZoneKind.BODY
            and above.paragraph < sentence.paragraph
            and self.page.inside("measures", above.span)
            for above in self.page.sentences[: sentence.index]
        )


def address_of(match: re.Match[str]) -> tuple[str, str]:
    """Return the number and the street of a block."""
    return match.group(1), match.group(2).lower()


def is_town(place: Place) -> bool:
    """Say whether a place is finer than a country and has a point."""
    return place.lat is not None and is_fine(place)
