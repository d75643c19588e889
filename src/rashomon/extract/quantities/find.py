"""Find numbers of anything, with their hedges, as intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.quantities.grammar import first_pattern, first_words, pattern_of, refused
from rashomon.lexicon.match import fold
from rashomon.lexicon.numbers import Hedges, Numbers
from rashomon.lexicon.tables import Tables
from rashomon.model import Quantity, Span
from rashomon.model.quick import quick

ARTICLES = ("a", "an")
LEFT_OPEN = Quantity.unknown().hedge
"""The hedge of words that say that there were some, and withhold how many: "an unknown number of civilians"."""
FORMS = ("between", "changed", "number", "vague", "none", "article", "other")
"""The parts of the grammar of which one tells the amount."""
LONGEST = 20
"""Digits and the marks between them that a number of people has at most; a longer one counts nobody."""
KEPT = 10_000
"""How many numbers' values are kept at most; then all are forgotten."""


@quick
@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity where it stands: the span of hedge and number, and of the number words alone.

    ``increment`` marks "another five"; ``article`` a bare "a" or "an" that counts only before a person.
    """

    span: Span
    number: Span
    quantity: Quantity
    increment: bool = False
    article: bool = False


class AmountGrammar:
    """Reads amounts from text by the tables of numbers and hedges; make it once."""

    def __init__(self, tables: Tables) -> None:
        self.numbers = tables.of(Numbers)
        self.hedges = tables.of(Hedges)
        self._pattern = re.compile(pattern_of(self.numbers, self.hedges))
        self._first = re.compile(first_pattern(first_words(self.numbers, self.hedges)))
        self._vague = {fold(phrase): bounds for phrase, bounds in self.numbers.vague.items()}
        self._values: dict[str, int | None] = {}

    def find(self, text: str) -> list[Amount]:
        """Return the amounts of a text in order; offsets are code points of ``text``."""
        found = []
        for match in self._matches(fold(text)):
            amount = self._article(match, text) if match.group() in ARTICLES else self._amount(match, text)
            if amount is not None:
                found.append(amount)
        return found

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches; it is tried only at digits and at words that an amount can begin with."""
        done = 0
        for found in self._first.finditer(folded):
            start = found.start()
            if start >= done:
                match = self._pattern.match(folded, start)
                if match is not None:
                    done = match.end()
                    yield match

    def _article(self, match: re.Match[str], text: str) -> Amount:
        span = Span(match.start(), match.end())
        return Amount(span, span, Quantity.exactly(1, words=span.of(text)), article=True)

    def _amount(self, match: re.Match[str], text: str) -> Amount | None:
        if refused(match):
            return None
        groups = match.groupdict()
        name = next(filter(groups.get, FORMS))
        number = Span(match.start(name), match.end("high") if groups["high"] else match.end(name))
        span = Span(
            match.start("hedge") if groups["hedge"] else number.start,
            match.end("after") if groups["after"] else number.end,
        )
        quantity = self._quantity(groups, name)
        if quantity is None:
            return None
        more = bool(groups["add"] or groups["more"])
        article = name == "other" or (name == "article" and not groups["add"])
        told = Quantity(quantity.low, quantity.high, quantity.hedge, span.of(text), quantity.vague)
        return Amount(span, number, told, more or name == "other", article)

    def _quantity(self, groups: dict[str, str | None], name: str) -> Quantity | None:
        hedge = " ".join((groups["hedge"] or "").split())
        kind = self.hedges.kind_of(hedge) if hedge else None
        if name == "none":
            return Quantity(0, 0, "none")
        if name in ("article", "other"):
            return Quantity.at_least(1, hedge=hedge) if kind == "at_least" else Quantity.exactly(1)
        if name == "between":
            ends = [self._value(groups[end] or "") for end in ("from", "until")]
            return Quantity.between(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None
        if name == "vague":
            return self._vague_quantity(groups["vague"] or "", kind)
        low = self._value(groups[name] or "")
        if low is None:
            return None
        if groups["high"]:
            high = self._value(groups["high"])
            return range_of(low, high, groups["high"]) if high is not None else None
        after = (groups["after"] or "").strip()
        if kind is None and after:
            kind = (
                "at_least"
                if after in self.hedges.after_at_least
                else "below_or"
                if after in self.hedges.after_below
                else "about"
            )
        return hedged(low, kind, hedge or after)

    def _value(self, words: str) -> int | None:
        """Return what ``number_value`` does; the same few numbers come again and again, and are kept."""
        if words not in self._values:
            if len(self._values) > KEPT:
                self._values.clear()
            self._values[words] = number_value(words, self.numbers)
        return self._values[words]

    def _vague_quantity(self, words: str, kind: str | None) -> Quantity:
        words = " ".join(words.split())
        low, high = self._vague[words]
        if kind in ("at_least", "above"):
            high = None
        hedge = LEFT_OPEN if words in self.numbers.left_open else words
        return Quantity(low, high, hedge, vague=words in self.numbers.marked_vague)


def hedged(number: int, kind: str | None, words: str) -> Quantity:
    """Return the interval that a hedge makes of a number, as record.md's table says.

    >>> hedged(90, "nearly", "nearly")
    Quantity(low=81, high=89, hedge='nearly', words='', vague=False)
    """
    if kind is None:
        return Quantity.exactly(number)
    if kind == "above":
        return Quantity.at_least(number + 1, hedge=words)
    if kind == "at_least":
        return Quantity.at_least(number, hedge=words)
    if kind == "below":
        return Quantity.between(0, max(0, number - 1), hedge=words)
    if kind == "below_or":
        return Quantity.between(0, number, hedge=words)
    if kind == "at_most":
        return Quantity.at_most(number, hedge=words)
    if kind == "nearly":
        return Quantity.between(number * 9 // 10, max(number - 1, number * 9 // 10), hedge=words)
    return Quantity.between((number * 9 + 5) // 10, (number * 11 + 5) // 10, hedge=words)


def range_of(low: int, high: int, high_words: str) -> Quantity:
    """Return "10 to 12", "two or three"; "3 to 5 million" scales the first number too."""
    scale = re.search(r"(thousand|million)\s*$", high_words)
    if scale and low < 1000:
        low *= 1000 if scale.group(1) == "thousand" else 1000000
    return Quantity.between(low, high, hedge="between")


def number_value(words: str, numbers: Numbers) -> int | None:
    """Return the whole number that digits or number words say, or None.

    >>> from rashomon.lexicon import load_tables
    >>> number_value("twenty-eight", load_tables().of(Numbers)), number_value("2.5 million", load_tables().of(Numbers))
    (28, 2500000)
    """
    words = " ".join(words.split())
    if words in numbers.phrases:
        return numbers.phrases[words]
    digits = re.match(r"(\d[\d,. ]*\d|\d)\s*-?\s*([a-z]+)?$", words)
    if digits and len(digits.group(1)) > LONGEST:
        return None
    if digits:
        return digits_value(digits.group(1), numbers.scales.get(digits.group(2) or "", 1))
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words):
        if word in numbers.units or word in numbers.tens:
            current += numbers.units.get(word, 0) + numbers.tens.get(word, 0)
        elif word == "hundred":
            current = max(1, current) * 100
        elif word in numbers.scales:
            total, current = total + max(1, current) * numbers.scales[word], 0
        elif word == "dozen":
            current = max(1, current) * 12
        elif word not in ("and", "a"):
            return None
    return total + current or None


def digits_value(digits: str, scale: int) -> int | None:
    """Return the value of "1,800", "300 000", "2.5" (with a scale), or None for a decimal of people."""
    plain = re.sub(r"[ ,](?=\d{3}\b)", "", digits)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain) and scale == 1:
        return int(plain.replace(".", ""))
    try:
        value = float(plain) * scale
    except ValueError:
        return None
    return round(value) if scale > 1 or value == int(value) else None
