"""Signs that a count is of an earlier day than the report's: an act with a day of its own, a year, a picture from the files."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from rashomon.extract.drafts import Draft
from rashomon.extract.page import Page
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Token
from rashomon.extract.times.find import TimeMention
from rashomon.lexicon.match import fold
from rashomon.model import Report, Span, ZoneKind

YEAR = re.compile(r"(?<!\d )(?<!\d, )(?<!\d , )(?<!\d/)(?<!-)\b(?:19|20)\d\d\b(?!-)")
"""A year that stands alone, and not as the end of a full date."""

RELATIVE = re.compile(r"\b(?:that|which|when|where)\s")
CLAUSE, ACT, BESIDE = 70, 110, 45
"""Code points from a relative word to the count behind it, back from it to the day of the act before it, and from that to the act."""

ONE_OF_A_ROW = re.compile(
    r"\b(?:is|was|marks|marked|became) (?:the|a|an|its|their|his|her) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|newest|\d+(?:st|nd|rd|th)) "
    r"[^.;]{3,110}[.;]\s+(?:the|those|its|their) (?:(?:two|three|four|five|six) )?(?:first|others?|previous|last|earlier|former)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
"""What stands before the cost of those that came before: "It is the third such wreck since May. The two others cost ..."."""
ROW = 260
"""Code points before a count in which it is looked for."""

NEW = frozenset({"a", "an", "another", "several", "multiple", "numerous", "many", "some"})
"""Words before a deed that was not told of before."""

FILED = re.compile(r"\AFILE\b|\b(?:file|archive) (?:photo|picture|image|photograph)\b")
"""How a caption tells that its picture is an old one: "FILE - Men carry a coffin ..."."""


def names_a_year(words: str) -> bool:
    """Say whether words name a year, which news leaves out of its own days: "killed 80 people there in 2019"."""
    return YEAR.search(words) is not None


def is_of_another_year(draft: Draft, verb: Token | None, day: date | None, *, later: bool) -> bool:
    """Say whether a relative clause tells what an act of an earlier year cost: "a review of a 2019 raid that killed nine".

    ``verb`` is the count's, and ``day`` the report's; where that is not known, any year is an earlier one, and below the opening
    (``later``) one further from the act too: "an attack on March 18, 2019, that killed nine".
    """
    act = draft.parse.head(verb) if verb is not None and verb.dep == "relcl" else None
    if act is None or verb is None:
        return False
    told = draft.parse.kids(act, "nummod", "amod", "compound", "nmod")
    if day is None and later:
        told = [token for token in draft.parse.subtree(act) if token.i < verb.i]
    return any(YEAR.fullmatch(kid.text) and (day is None or int(kid.text) < day.year) for kid in told)


def is_of_one_before(text: str, start: int) -> bool:
    """Say whether a count is of another of a row of happenings: "the second fire there this year; the first one left |four| dead"."""
    return ONE_OF_A_ROW.search(text[max(0, start - ROW) : start]) is not None


def is_told_once(page: Page, draft: Draft) -> bool:
    """Say whether a line has one word of a count's measure, and so no sum beside what happened: "the latest of raids that have killed 90"."""
    hits = page.inside("measures", draft.sentence.span)
    return sum(any(sense.measure == draft.measure for sense in hit.value) for hit in hits) < 2


def is_of_file_photo(report: Report, sentence: Sentence) -> bool:
    """Say whether a sentence stands below a picture from the files, which shows an earlier day."""
    if sentence.zone is not ZoneKind.CAPTION:
        return False
    captions = (zone.span for zone in report.zones if zone.kind is ZoneKind.CAPTION)
    return any(FILED.search(one.of(report.text)) for one in captions if one.overlaps(sentence.span))


def day_of_act(page: Page, draft: Draft, limits: Span | None) -> TimeMention | None:
    """Return the day of the act whose cost a relative clause tells: "the August 8 attack on Varn, which killed three".

    ``limits`` are the words of the speaker who tells it.
    """
    text, start = page.report.text, draft.sentence.span.start
    marks = list(RELATIVE.finditer(text, start, draft.anchor.start))
    if not marks or draft.anchor.start - marks[-1].end() > CLAUSE:
        return None
    mark = marks[-1].start()
    first = max(start, mark - ACT, limits.start if limits is not None else 0)
    days = [
        m
        for m in page.inside("times", Span(first, max(first, mark)))
        if m.kind in ("date", "time") and m.timespan is not None
    ]
    if not days or not page.inside("acts", Span(max(start, days[-1].span.start - BESIDE), mark)):
        return None
    return days[-1]  # type: ignore[no-any-return]


def is_of_recalled(draft: Draft, recalled: Collection[str]) -> bool:
    """Say whether a relative clause tells what an earlier act cost: "behind a recent bombing that killed two"."""
    verb = head_verb(draft)
    if verb is None or verb.dep != "relcl" or (act := draft.parse.head(verb)) is None:
        return False
    if draft.anchor.end <= act.start:
        return False  # "a former pupil who died" is counted, and is no act
    return any(kid.lower in recalled for kid in draft.parse.kids(act, "amod"))


def is_of_charge(draft: Draft, charges: re.Pattern[str], text: str) -> bool:
    """Say whether a relative clause tells what a deed new to the report cost: "linked to an attack that killed two"."""
    verb = head_verb(draft)
    if verb is None or verb.dep != "relcl" or (act := draft.parse.head(verb)) is None:
        return False
    articles = {kid.lower for kid in draft.parse.kids(act, "det", "poss")}
    if not (articles <= NEW if articles else act.tag == "NNS"):
        return False
    before = fold(text[draft.sentence.span.start : act.start])
    told = [match.end() for match in charges.finditer(before)]
    return bool(told) and not any(stop in before[told[-1] :] for stop in ",;")


def head_verb(draft: Draft) -> Token | None:
    """Return the verb of a claim's clause."""
    if draft.verb is None or draft.verb.is_verb:
        return draft.verb
    return next((h for h in draft.parse.up(draft.verb) if h.is_verb), None)
