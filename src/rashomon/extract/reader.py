"""Read one report: text in, claims, mentions and notes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from rashomon.extract.acts.doers import Doers, police_of
from rashomon.extract.acts.find import find_acts
from rashomon.extract.acts.parties import Stage
from rashomon.extract.acts.retold import on_their_ground, settled
from rashomon.extract.acts.stage import means_of, object_nouns, seats_of, states_of
from rashomon.extract.clauses import clause, phrase
from rashomon.extract.counts.ailing import of_illness
from rashomon.extract.counts.averted import is_spared
from rashomon.extract.counts.beside import DOER, OWN_LIFE, find_beside, find_own_life
from rashomon.extract.counts.carried import KEPT, NOTHING, Carried, Tally, goes_on, hand_on
from rashomon.extract.counts.countedon import besides_them, counted_on, shot_in_all
from rashomon.extract.counts.crimes import find_crimes
from rashomon.extract.counts.definite import find_definite, without_counted
from rashomon.extract.counts.fates import fates_told
from rashomon.extract.counts.find import Counted, Scene
from rashomon.extract.counts.named import find_named, without_retold
from rashomon.extract.counts.retold import Retold
from rashomon.extract.counts.roll import find_roll
from rashomon.extract.counts.sameones import of_the_same
from rashomon.extract.counts.someof import with_parts
from rashomon.extract.counts.special import nobody, universals, unknowns
from rashomon.extract.counts.victims import find_victims, parted
from rashomon.extract.counts.whom import Whom
from rashomon.extract.drafts import Draft, without_source
from rashomon.extract.followup import followed_up
from rashomon.extract.judge.codes import Codes
from rashomon.extract.judge.numberfeatures import Around
from rashomon.extract.judge.numbers import judged_counts
from rashomon.extract.judge.weights import judge_of
from rashomon.extract.layers.frame import frame_of
from rashomon.extract.layers.links import link_layer, tells_same, tolls_of
from rashomon.extract.layers.opening import Toll
from rashomon.extract.layers.runs import Told, beside_counts, gone_on, run_on
from rashomon.extract.mentions import find_mentions
from rashomon.extract.page import Page, find_all, plant
from rashomon.extract.quantities.find import LEFT_OPEN
from rashomon.extract.remarks import notes_of
from rashomon.extract.sentences import Sentence
from rashomon.extract.setting import Setter
from rashomon.extract.syntax import Parse, Parser
from rashomon.extract.voices.hear import listen
from rashomon.extract.voices.listen import Voices
from rashomon.lexicon.actframes import frames_of
from rashomon.lexicon.actors import actor_book
from rashomon.lexicon.families import Families
from rashomon.lexicon.gazetteer import Gazetteer
from rashomon.lexicon.groups import group_book
from rashomon.lexicon.measures import Measures
from rashomon.lexicon.tables import Tables
from rashomon.model import (
    TOTAL,
    Act,
    Attribution,
    Claim,
    ClaimKind,
    Group,
    Layer,
    Note,
    Polarity,
    Quantity,
    Reading,
    Report,
    Scope,
    Span,
    Voice,
)
from rashomon.model.claim import claim_id

LINE, TEASED = 24, 6
"""Code points from which a sentence that stands twice word for word is a line set twice, and not told again; and the
sentences at the head of a report that may repeat a teaser or a caption and are told again."""

OTHER = "other"
"""Acts of no kind of their own; only their own words tell them, so that they lead no clause."""


def read(
    report: Report, *, tables: Tables, gazetteer: Gazetteer | None = None, parser: Parser | None = None
) -> Reading:
    """Return what a report claims, who it says it from, and what could not be read.

    ``gazetteer`` None leaves places out. A report in another language than English yields a note and no claim.
    """
    return read_some([report], tables=tables, gazetteer=gazetteer, parser=parser)[0]


def read_some(
    reports: Sequence[Report], *, tables: Tables, gazetteer: Gazetteer | None = None, parser: Parser | None = None
) -> list[Reading]:
    """Return the readings of a few reports, as ``read`` gives each; the parser takes them in one go, which is quicker."""
    pages = {
        place: find_all(report, tables=tables, gazetteer=gazetteer)
        for place, report in enumerate(reports)
        if report.language in (None, "en")
    }
    plant(list(pages.values()), tables=tables, parser=parser or tables.made("parser", lambda _: Parser()))
    return [reading_of(pages[i], tables) if i in pages else unread(report) for i, report in enumerate(reports)]


def reading_of(page: Page, tables: Tables) -> Reading:
    """Return the reading of a page with its trees."""
    voices = listen(page, tables)
    claims, implied = parted(make_claims(page, voices, tables))
    return Reading(page.report.id, claims, find_mentions(page, voices, tables), notes_of(page, claims), implied)


def unread(report: Report) -> Reading:
    """Return the reading of a report in another language: a note."""
    note = Note("other-language", f"the report is in {report.language}; only English is read", None, report.id)
    return Reading(report.id, notes=(note,))


def make_claims(page: Page, voices: Voices, tables: Tables) -> Iterator[Claim]:
    """Yield a report's claims in text order."""
    frame = frame_of(page)
    setter = Setter.of(page, frame, voices, tables)
    drafts: list[Draft] = []
    singles: list[Draft] = []
    carried = NOTHING
    earlier: list[tuple[str, int]] = []
    lines: set[str] = set()
    codes: Codes = tables.made("codes", lambda _: Codes())
    for sentence in page.sentences:
        words = " ".join(sentence.span.of(page.report.text).split())
        if words in lines and len(words) > LINE and sentence.index > TEASED:
            continue
        lines.add(words)
        around = Around(sentence, tuple(earlier), codes)
        told = list(drafts_of(page, around, tables, carried))
        drafts += [*told, *roll_drafts(page, sentence, [*drafts, *told])]
        singles += victim_drafts(page, sentence, tables)
        earlier += [(d.measure, d.least) for d in told if d.measure is not None]
        carried = handed_on(page, sentence, told, carried)
    book = actor_book(tables)
    own = book.by_id.get(f"{setter.frame.country.lower()}-army") if setter.frame.country else None
    told_once = without_counted(
        without_retold(fates_told(drafts, page.report.text, group_book(tables).words.living), page.report.text)
    )
    drafts = Retold(page.report.text, group_book(tables), book).settled(
        shot_in_all(counted_on(told_once, page.report.text), page.report.text)
    )
    drafts = of_illness(with_parts(drafts, page.report.text), page.report.text, group_book(tables))
    drafts = of_the_same(besides_them(drafts, page.report.text), page.report.text)
    nouns, army = tables.made("object nouns", object_nouns), own.label if own is not None else None
    drafts = list(on_their_ground(drafts, {place.span.of(page.report.text) for place in page.places}))
    drafts = settled(drafts, Doers(book, nouns, tables.of(Families), army, police_of(page.actors)))
    setter.layers.opening.take(drafts)
    setter = replace(setter, whereabouts=setter.whereabouts.knowing(drafts, page.places))
    drafts.sort(key=lambda d: (d.anchor.start, d.anchor.end, d.kind, d.measure or "", d.act.type if d.act else ""))
    run = run_on(followed_up([told_of(setter, draft) for draft in drafts], setter))
    told_all = beside_counts(gone_on(run, page, setter.layers.opening))
    for settled_one in told_all:
        yield finish(page, setter, settled_one)
    for single in singles:
        yield finish(page, setter, told_of(setter, single))
    yield from link_claims(page, setter, tables, tolls_of(told_all) if page.links else ())


def link_claims(page: Page, setter: Setter, tables: Tables, tolls: Collection[Toll]) -> Iterator[Claim]:
    """Yield the counts in headlines of other stories: beside the matter but for its own tolls, and timed only by their own words."""
    for title in page.links:
        parse = page.parses.get(title.index)
        drafts = list(count_drafts(page, Around(title), parse, tables)) if parse is not None else []
        same = tells_same(drafts, tolls)
        for draft in drafts:
            named = setter.named(draft)
            when = named.timespan if named is not None else None
            layer = link_layer(page, title, when, setter.frame)
            layer = Layer.MAIN if same and layer is Layer.RELATED else layer
            attribution = setter.voices.attribution(draft.anchor)
            yield finish(page, setter, Told(draft, when, setter.where(draft), layer, attribution))


def told_of(setter: Setter, draft: Draft) -> Told:
    """Return a draft with its time, place, root and layer by the rules."""
    when, where = setter.when(draft), setter.where(draft)
    attribution = setter.voices.attribution(draft.anchor, statement=draft.kind is ClaimKind.STATEMENT)
    draft = spoken_by(without_source(draft, attribution, setter.page.report.text), attribution)
    return Told(draft, when, where, setter.layer(draft, when, where), attribution)


def spoken_by(draft: Draft, attribution: Attribution) -> Draft:
    """Return an accusation that names nobody with the one who makes it: "the group said the army violated the truce"."""
    act = draft.act
    if act is None or act.type != "accusation" or act.agent is not None or attribution.voice is not Voice.REPORTED:
        return draft
    return replace(draft, act=replace(act, agent=attribution.root))


def handed_on(page: Page, sentence: Sentence, told: list[Draft], carried: Carried) -> Carried:
    """Return what the next sentence's counts may look back to."""
    counts = [
        d for d in told if d.measure is not None and d.kind is ClaimKind.COUNT and d.polarity is not Polarity.UNKNOWN
    ]
    measures = [d.measure for d in counts if d.measure is not None]
    number = counts[-1].quantity.low if counts and counts[-1].quantity is not None else None
    senses = [sense for hit in page.inside("measures", sentence.span) for sense in hit.value]
    group = counts[0].group if len(counts) == 1 and counts[0].scope is not Scope.PART else None
    handed = hand_on(carried, page.report.text, sentence.span, measures, senses)
    own = (
        Tally(d.measure, d.quantity, d.group, sentence.index) for d in counts if d.measure and d.quantity and d.group
    )
    before = (*carried.told, *own)[-KEPT:]
    return Carried(handed.measure, handed.listed, handed.left, handed.toll, number, group, sentence.paragraph, before)


def drafts_of(page: Page, around: Around, tables: Tables, carried: Carried = NOTHING) -> Iterator[Draft]:
    """Yield what one sentence asserts."""
    parse = page.parses.get(around.sentence.index)
    if parse is None:
        return
    yield from count_drafts(page, around, parse, tables, carried)
    yield from act_drafts(page, around.sentence, parse, tables)


def count_drafts(
    page: Page, around: Around, parse: Parse, tables: Tables, carried: Carried = NOTHING
) -> Iterator[Draft]:
    """Yield the counts of people in a sentence."""
    sentence, text = around.sentence, page.report.text
    span = sentence.span
    amounts, hits, judge = page.inside("amounts", span), page.inside("measures", span), judge_of(tables)
    if not hits and not (amounts and (judge is not None or goes_on(text, span, carried))):
        return
    scene = Scene(text, parse, amounts, hits, group_book(tables), carried)
    yield from universals(sentence, parse, text, tables)
    yield from unknowns(sentence, scene, tables)
    yield from nobody(sentence, scene, tables)
    actors = page.inside("actors", span)
    earlier = carried.group if carried.paragraph == sentence.paragraph else None
    whom = Whom(text, parse, actors, group_book(tables), earlier, carried.number, carried.told)
    flows = tables.made("flows", lambda given: given.of(Measures).flows())
    groups: list[Group] = []
    last: Counted | None = None
    found = [counted for counted in judged_counts(scene, around, judge) if not is_spared(scene, counted)]
    named = [m.span for m in (*actors, *page.inside("places", span))]
    found = [*found, *find_named(scene, named, found)]
    found += [*find_beside(scene, found), *find_own_life(scene, found)]
    for counted in [*found, *find_definite(scene, found)]:
        group = DOER if counted.rule == OWN_LIFE else whom.group(counted, groups, last)
        groups.append(group)
        last = counted
        yield draft_of(sentence, parse, counted, group, flow=counted.measure in flows)


def roll_drafts(page: Page, sentence: Sentence, before: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the count of the people whom the lines below a sentence name one by one, where no more were counted before."""
    parse, text = page.parses.get(sentence.index), page.report.text
    if parse is None or text[parse.span.end - 1] not in ":\"“'" or "\n" not in text[parse.span.end :][:3]:
        return
    counted: dict[str, int] = {}
    for draft in before:
        if draft.measure is not None:
            counted[draft.measure] = max(draft.least, counted.get(draft.measure, 0))
    for roll in find_roll(text, parse, page.inside("measures", sentence.span), counted):
        yield draft_of(sentence, parse, roll, TOTAL, flow=True)


def victim_drafts(page: Page, sentence: Sentence, tables: Tables) -> Iterator[Draft]:
    """Yield a count for each single person of whom a sentence says that they were killed or hurt."""
    parse, hits = page.parses.get(sentence.index), page.inside("measures", sentence.span)
    if parse is None:
        return
    yield from find_crimes(sentence, parse, page.report.text)
    if not hits:
        return
    scene = Scene(page.report.text, parse, page.inside("amounts", sentence.span), hits, group_book(tables))
    actors = page.inside("actors", sentence.span)
    whom = Whom(page.report.text, parse, actors, group_book(tables))
    taken = [m.span for m in (*actors, *page.inside("places", sentence.span))]
    for counted in find_victims(scene, taken):
        yield draft_of(sentence, parse, counted, whom.group(counted, [], None), flow=True)


def draft_of(sentence: Sentence, parse: Parse, counted: Counted, group: Group, *, flow: bool) -> Draft:
    """Return what a count asserts; "an unknown number of civilians" gives none, and leaves it open."""
    quantity, left_open = counted.amount.quantity, counted.amount.quantity.hedge == LEFT_OPEN
    return Draft(
        sentence,
        parse,
        ClaimKind.COUNT,
        evidence(parse, counted),
        counted.amount.span,
        counted.governor,
        counted.rule,
        counted.measure,
        group,
        Quantity.unknown(words=quantity.words) if left_open else quantity,
        scope=counted.scope,
        polarity=Polarity.UNKNOWN if left_open else Polarity.AFFIRMED,
        confidence=counted.confidence,
        flow=flow,
    )


def evidence(parse: Parse, counted: Counted) -> Span:
    """Return the words that carry a count: the counted phrase, with its verb's clause where that is near."""
    own = phrase(parse, counted.node).hull(counted.amount.span)
    governor = counted.governor
    if governor is None:
        return own
    verb = governor if governor.is_verb else next((h for h in parse.up(governor) if h.is_verb), None)
    if verb is None:
        return own.hull(Span(governor.start, governor.end))
    around = clause(parse, verb)
    return around if around.covers(own) else own.hull(Span(governor.start, governor.end))


def act_drafts(page: Page, sentence: Sentence, parse: Parse, tables: Tables) -> Iterator[Draft]:
    """Yield the acts, changes of control and statements in a sentence."""
    hits = page.inside("acts", sentence.span)
    if not hits:
        return
    places = [m.span for m in page.inside("places", sentence.span)]
    earlier = page.before("actors", sentence.span.start)
    nouns, means = tables.made("object nouns", object_nouns), tables.made("means", means_of)
    stage = Stage(
        page.report.text,
        parse,
        page.inside("actors", sentence.span),
        places,
        nouns,
        tables.of(Families),
        earlier,
        frames_of(tables),
        means,
        tables.made("states", states_of),
        page.cast,
        tables.made("seats", seats_of),
    )
    for done in find_acts(stage, hits):
        told = done.trigger.kind is not ClaimKind.STATEMENT and stage.is_teller(done.doer)
        doer = None if told else stage.doer(done.doer, done.trigger.type)
        act = Act(done.trigger.type, doer, stage.sufferer(done.target))
        yield Draft(
            sentence,
            parse,
            done.trigger.kind,
            done.span.hull(done.words) if done.trigger.type != OTHER else done.words,
            done.words,
            done.verb or done.anchor,
            f"act {done.trigger.type}",
            act=act,
            back=stage.goes_back(done.doer),
        )


def finish(page: Page, setter: Setter, told: Told) -> Claim:
    """Return a draft as a claim: with attribution, time, place, layer, modality and polarity."""
    draft, attribution = told.draft, told.attribution
    number, trigger = (draft.anchor, None) if draft.kind is ClaimKind.COUNT else (None, draft.anchor)
    polarity = setter.polarity(draft)
    return Claim(
        page.report.id,
        draft.kind,
        draft.span,
        draft.span.of(page.report.text),
        layer=told.layer,
        measure=draft.measure,
        group=draft.group,
        quantity=draft.quantity,
        number_span=number,
        act=draft.act,
        trigger_span=trigger,
        polarity=polarity,
        modality=setter.modality(draft),
        scope=draft.scope,
        confidence=draft.confidence,
        attribution=attribution,
        when=told.when,
        where=told.where,
        zone=draft.sentence.zone,
        rules=(draft.rule,),
        id=claim_id(
            (page.report.id, draft.kind, draft.span),
            (draft.anchor,),
            draft.measure,
            draft.group,
            draft.act,
            polarity=polarity,
            root=attribution.root,
        ),
    )
