"""A record made by hand: two invented outlets on one ferry, with every verdict and every kind of remark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rashomon.model import (
    TOTAL,
    Act,
    ActorKind,
    Attribution,
    Claim,
    ClaimKind,
    Estimate,
    Event,
    EventId,
    Figure,
    Finding,
    FindingId,
    Layer,
    Link,
    Mention,
    MentionType,
    Note,
    Omission,
    Place,
    Position,
    Quantity,
    Question,
    Record,
    Report,
    SeriesPoint,
    SharedText,
    Span,
    Tally,
    TimelineEntry,
    TimeSpan,
    Value,
    Verdict,
    Voice,
    Wording,
    Zone,
    ZoneKind,
)

FIRST = "Ferry sinks off Pemba\n\nAt least 17 people drowned, the coast guard said.\n\nShare this page"
SECOND = (
    "The coast guard now says 24 drowned. A survivor spoke of dozens of bodies.\nIn 2011 a ferry sank near Zanzibar."
)
DAY_ONE, DAY_TWO = date(2024, 3, 4), date(2024, 3, 5)
SEA = Place("Pemba", -5.2, 39.8, id="geonames:149606", level="island", country="TZ")


def report(name: str, text: str, day: date, zones: tuple[Zone, ...] = ()) -> Report:
    """Return a report of an invented outlet."""
    made = Report.id_of(outlet=name, url=None, text=text)
    return Report(
        made, f"in/{name}.txt", text, name, f"https://{name.lower()}.example/1", None, day.isoformat(), "en", day, zones
    )


def words(text: str, quote: str) -> Span:
    """Return where words stand."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def count(of: Report, quote: str, number: Quantity, root: str, layer: Layer = Layer.MAIN) -> Claim:
    """Return a count of people killed."""
    chain = (Link(root, ActorKind.RESCUE_BODY),) if root != "outlet" else ()
    said = Attribution(root, Voice.REPORTED if chain else Voice.OWN, chain)
    return Claim(
        of.id, ClaimKind.COUNT, words(of.text, quote), quote, layer, "killed", TOTAL, number, words(of.text, number.words),
        attribution=said, when=TimeSpan.day(of.day) if of.day else None, where=SEA, rules=("by hand",),
    ).identified()  # fmt: skip


def position(claims: list[Claim], root: str, day: date, **more: object) -> Position:
    """Return a position that claims hold."""
    quantity = claims[-1].quantity or Quantity.unknown()
    value = Value(quantity.words, quantity.low, quantity.high)
    base = Position(value, root, tuple(c.id for c in claims), tuple(c.report_id for c in claims), day, "rescue body")
    return replace(base, **more)


def make_record() -> Record:
    """Return the record."""
    boilerplate = Zone(ZoneKind.BOILERPLATE, words(FIRST, "Share this page"))
    headline = Zone(ZoneKind.HEADLINE, words(FIRST, "Ferry sinks off Pemba"))
    one = report("Harbour", FIRST, DAY_ONE, (headline, boilerplate))
    two = report("Lantern", SECOND, DAY_TWO)
    early = count(one, "At least 17 people drowned", Quantity.at_least(17, words="At least 17"), "coast guard")
    late = count(two, "24 drowned", Quantity.exactly(24, words="24"), "coast guard")
    many = count(two, "dozens of bodies", Quantity.between(24, 99, words="dozens"), "survivor")
    sinking = Claim(
        one.id, ClaimKind.ACT, words(FIRST, "Ferry sinks"), "Ferry sinks", act=Act("accident", "ferry"),
        trigger_span=words(FIRST, "sinks"), zone=ZoneKind.HEADLINE,
    ).identified()  # fmt: skip
    old = replace(
        sinking, report_id=two.id, span=words(SECOND, "a ferry sank"), quote="a ferry sank", layer=Layer.BACKGROUND
    ).identified()
    event = Event(EventId("e-1"), (one.id, two.id), TimeSpan.day(DAY_ONE), SEA, "accident", ("coast guard",), ("by hand",),
                  (Figure("killed", TOTAL, 17, 24, 99, Verdict.UPDATED, 2),))  # fmt: skip
    return Record(
        event, (one, two), (early, sinking, late, many, old), findings((one, two), early, late, many, sinking),
        wording=(
            Wording("crew", "crew", "heroic crew", one.id, "Harbour", "own", None, ("heroic",), 2, Span(0, 5)),
            Wording("crew", "crew", "crew", two.id, "Lantern", "quoted", "a survivor", (), 1, Span(4, 9)),
        ),
        timeline=(TimelineEntry(TimeSpan.day(DAY_ONE), "accident by ferry", (sinking.id,), ("Harbour",)),),
        shared=(SharedText(one.id, two.id, "partial", 0.25, ((Span(0, 5), Span(4, 9)),)),),
        omissions=(Omission(one.id, "missing, total", (two.id,)),), open=("The order of the two is not known.",),
        notes=(Note("no-outlet", "nothing says which outlet it is from", None, one.id), Note("unreadable", "x.txt: no such file")),
        mentions=mentions(one, two), versions={"rashomon": "0.1.0", "tables": "abc"},
        tally=Tally(2, 2, 2, 0, {Verdict.DISPUTED: 1, Verdict.UPDATED: 1, Verdict.SINGLE_SOURCE: 1, Verdict.AGREE: 1}),
    )  # fmt: skip


def findings(
    reports: tuple[Report, Report], early: Claim, late: Claim, many: Claim, sinking: Claim
) -> tuple[Finding, ...]:
    """Return a finding of each verdict but one."""
    one, two = reports
    guard = position([early, late], "coast guard", DAY_TWO, party=True, series=(
        SeriesPoint(Value("At least 17", 17, None), DAY_ONE, (early.id,), (one.id,)),
        SeriesPoint(Value("24", 24, 24), DAY_TWO, (late.id,), (two.id,)),
    ))  # fmt: skip
    survivor = position([many], "survivor", DAY_TWO, likely_root="coast guard", derived=True)
    drowned = Question("count", "killed, total", "killed", TOTAL)
    estimates = {
        "acled": Estimate(17, 17, 17, (early.id,)),
        "ucdp": Estimate(17, 24, 99, (late.id,)),
        "majority": Estimate(None, None, None),
    }
    ferry = Position(Value("ferry: accident"), "Harbour", (sinking.id,), (one.id,), None, "outlet")
    return (
        Finding(FindingId("f-1"), drowned, Verdict.DISPUTED, (guard, survivor), 2, "They cannot both be true.", estimates, ("A list of names.",)),
        Finding(FindingId("f-2"), replace(drowned, label="killed, crew"), Verdict.UPDATED, (guard,), 1, "It grew."),
        Finding(FindingId("f-3"), replace(drowned, label="killed, off Pemba", scope="Pemba"), Verdict.SINGLE_SOURCE, (survivor,), 1, "One root."),
        Finding(FindingId("f-4"), Question("act", "accident by ferry", act="accident"), Verdict.AGREE, (ferry,), 1, "They say the same."),
    )  # fmt: skip


def mentions(one: Report, two: Report) -> tuple[Mention, ...]:
    """Return a mention of each type."""
    return (
        Mention(one.id, MentionType.PLACE, words(FIRST, "Pemba"), place=SEA),
        Mention(one.id, MentionType.ATTRIBUTION, words(FIRST, "the coast guard said"), source=words(FIRST, "the coast guard"),
                cue=words(FIRST, "said"), content=(words(FIRST, "At least 17 people drowned"),), speaker="coast guard"),
        Mention(one.id, MentionType.ACTOR, words(FIRST, "the coast guard"), actor="coast-guard", label="coast guard"),
        Mention(two.id, MentionType.TIME, words(SECOND, "2011"), value="2011", timespan=TimeSpan(date(2011, 1, 1), date(2011, 12, 31))),
        Mention(two.id, MentionType.PLACE, words(SECOND, "Zanzibar")),
    )  # fmt: skip


def hostile() -> Record:
    """Return the record with everything a report can smuggle into a view: markup, escapes, direction marks, links."""
    record = make_record()
    evil = "\x1b[31m<script>alert(1)</script>[bold red]\u202egnihtyna\x07"
    first = record.reports[0]
    text = first.text.replace("Share this page", f"Share {evil}")
    bad = replace(first, outlet=evil, title=evil, url="javascript:alert(1)", text=text)
    loud = replace(
        record.claims[0], quote=evil, attribution=Attribution(evil, Voice.REPORTED, (Link(evil, ActorKind.OTHER),) * 2)
    )
    return replace(
        record, reports=(bad, *record.reports[1:]), claims=(loud, *record.claims[1:]), open=(evil,), notes=(Note("x", evil),),
        findings=tuple(replace(f, why=evil, question=replace(f.question, label=evil)) for f in record.findings),
        wording=tuple(replace(w, words=evil, label=evil, speaker=evil) for w in record.wording),
        event=replace(record.event, type=evil, parties=(evil,), where=replace(SEA, name=evil)),
    )  # fmt: skip
