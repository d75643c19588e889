"""Counts without a number word: "all the fugitives were caught", "without saying how many"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.clauses import clause
from rashomon.extract.counts.find import Scene
from rashomon.extract.drafts import Draft
from rashomon.extract.hints import any_of, telling
from rashomon.extract.quantities.grammar import alternatives
from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.lexicon.layers import Universal, Universals
from rashomon.lexicon.match import fold
from rashomon.lexicon.measures import Role
from rashomon.lexicon.tables import Tables
from rashomon.model import TOTAL, ClaimKind, Group, Polarity, Quantity, Span


def universals(sentence: Sentence, parse: Parse, text: str, tables: Tables) -> Iterator[Draft]:
    """Yield a count of none for "all the NOUNS were VERBED"."""
    start, end = sentence.span.start, sentence.span.end
    folded = fold(text)
    if folded.find("all ", start, end) < 0 and folded.find("every one ", start, end) < 0:
        return
    for row, pattern in tables.made("universals", compile_universals):
        match = pattern.search(folded, start, end)
        if match is None:
            continue
        number, span = Span(*match.span(1)), Span(*match.span())
        verb = next((t for t in reversed(parse.at(span)) if t.is_verb), None)
        quantity = Quantity(0, 0, "all", number.of(text))
        yield Draft(
            sentence,
            parse,
            ClaimKind.COUNT,
            span,
            number,
            verb,
            "universal",
            row.measure,
            Group(row.group, row.group),
            quantity,
        )


def nobody(sentence: Sentence, scene: Scene, tables: Tables) -> Iterator[Draft]:
    """Yield a count of none for "have not made any arrests"."""
    start, end = sentence.span.start, sentence.span.end
    folded = fold(scene.text)
    for measure, hints, pattern in tables.made("denied of anybody", compile_nobody):
        match = pattern.search(folded, start, end) if any(folded.find(h, start, end) >= 0 for h in hints) else None
        if match is None:
            continue
        denied, done = Span(*match.span("denied")), Span(*match.span("done"))
        verb = next((token for token in scene.parse.at(done) if token.is_verb), None)
        yield Draft(
            sentence,
            scene.parse,
            ClaimKind.COUNT,
            Span(*match.span()),
            denied,
            verb,
            "nobody",
            measure,
            TOTAL,
            Quantity(0, 0, "none", denied.of(scene.text)),
            confidence=0.9,
        )


def compile_nobody(tables: Tables) -> list[tuple[str, tuple[str, ...], re.Pattern[str]]]:
    """Return, for each measure, words one of which its phrases hold, and the pattern of a phrase that is denied."""
    table = tables.of(Universals)
    denied = rf"(?P<denied>(?:\b(?:{alternatives(table.denying)})|n't)\b)"
    between = rf"(?:(?!\b(?:{alternatives(table.leaving_open)})\b)[^.;:\n]){{0,70}}?"
    return [
        (
            measure,
            tuple(sorted(telling(phrases))),
            re.compile(rf"{denied}{between}\b(?P<done>{alternatives(phrases)})\b"),
        )
        for measure, phrases in sorted(table.nobody.items())
    ]


def unknowns(sentence: Sentence, scene: Scene, tables: Tables) -> Iterator[Draft]:
    """Yield an open count for "without saying how many were killed"."""
    folded, (start, end) = fold(scene.text), (sentence.span.start, sentence.span.end)
    if not any_of(tables.made("unknown hints", hints_of_unknowns), scene.text, start, end):
        return
    match = tables.made("unknowns", compile_unknowns).search(folded, start, end)
    if match is None:
        return
    cue = Span(*match.span())
    for token in scene.parse.tokens:
        sense = (
            scene.sense(token, Role.OBJECT, Role.SUBJECT, Role.ITSELF, Role.IS, Role.OF)
            if token.start >= cue.start
            else None
        )
        if sense is None or sense.measure in ("participants", "attackers") or tells_one_apart(scene, token):
            continue
        if sense.measure == "held" and any(
            scene.sense(t, Role.SUBJECT, Role.OBJECT) for t in scene.parse.tokens[token.i + 1 :]
        ):
            continue
        end = max(token.end, clause_end(scene.parse, token, cue))
        group = (
            Group("escaped prisoners", "escaped prisoners")
            if sense.measure in ("escaped", "at large")
            else Group("total", "total")
        )
        yield Draft(
            sentence,
            scene.parse,
            ClaimKind.COUNT,
            Span(cue.start, end),
            cue,
            token,
            "unknown number",
            sense.measure,
            group,
            Quantity.unknown(words=cue.of(scene.text)),
            polarity=Polarity.UNKNOWN,
        )
        return


def tells_one_apart(scene: Scene, token: Token) -> bool:
    """Say whether a word only tells which one is meant: "how many people met the |infected| cook"."""
    beside = scene.parse.tokens[max(0, token.i - 1) : token.i + 2]
    return len(beside) > 2 and beside[0].tag == "DT" and beside[2].tag == "NN"


def hints_of_unknowns(tables: Tables) -> frozenset[str]:
    """Return words without which no such phrase stands in a sentence."""
    return frozenset(telling(tables.of(Universals).unknown))


def compile_unknowns(tables: Tables) -> re.Pattern[str]:
    """Return the pattern of the phrases that leave a number open."""
    return re.compile(rf"\b(?:{alternatives(tables.of(Universals).unknown)})\b")


def compile_universals(tables: Tables) -> list[tuple[Universal, re.Pattern[str]]]:
    """Return the universals with their patterns."""
    found = []
    for row in tables.of(Universals).rows:
        whole = rf"\b((?:all|every one) (?:of )?(?:the |these |those |\d+ )?(?:{alternatives(row.nouns)}))\b"
        done = rf"[^.;,]{{0,30}}?\b(?:was|were|been|being|are|is)\b[^.;,]{{0,20}}?\b(?:{alternatives(row.verbs)})\b"
        found.append((row, re.compile(whole + done)))
    return found


def clause_end(parse: Parse, token: Token, cue: Span) -> int:
    """Return where the open question ends."""
    verb = token if token.is_verb else next((h for h in parse.up(token) if h.is_verb), token)
    return clause(parse, verb).end if verb.is_verb and verb.start >= cue.start else token.end
