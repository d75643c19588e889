"""The pattern of amounts, made from the tables of numbers and hedges, and what is no amount of people."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.extract.broken import is_bracketed
from rashomon.lexicon.match import fold
from rashomon.lexicon.numbers import Hedges, Numbers

NOT_BEFORE = re.compile(
    r"(?:[$€£¥₹#@/\[]|\b(?:rs|nos?\.|lot|apt|suite|article|section|chapter|route|highway|interstate|flight|channel|page|room|apartment"
    r"|unit|block|phase|level|grade|version)\.?\s?|(?:us|ca|au|nz|hk)\$\s?|\b(?:inr|usd|eur|gbp|npr|pkr|afn|ngn|kes|php|lkr|mmk|idr|cny|jpy|try|egp|iqd|syp|chf|aud|cad|zar|brl|mxn|uah|rub)\.?\s?|\bno\.?\s?[-–]\s?|\d[.,:]|\d-|[a-z]{2}-|\b(?:mi|t|ak|m|f|covid)-)$"
)
SPELLED = re.compile(r"(?!\d)\w+ [a-z]")
"""A number in words with a word behind it: behind a dash it opens a sentence, "NEWSWIRE-Two men were hurt"."""

NOT_AFTER = re.compile(
    r"(?:\s?(?:%|percent\b|per cent\b|pc\b|st\b|nd\b|rd\b|th\b|a\.?m\b|p\.?m\b|°)|[.:]\d|/\d|-\d{4}\b"
    r"|-(?:year|month|week|day|hour|minute|mile|kilomet|met|foot|store?y|member|strong|point|bed|room|seat|man|mm|km|kg|tonne"
    r"|ton|inch|pound|acre|nation|state|party|page|time|yard|calib|magnitude|million|billion|thousand)"
    r"|(?:,? (?:and|or) \d{1,3})?[- ](?:year|month|week|day)s?[- ]olds?\b"
    r"|\s?(?:dollars|euros|pounds|rupees|usd|kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|kg|tons?|tonnes|hours?|days?|weeks?"
    r"|months?|years?|decades|minutes?|seconds?|mm|square|acres?|hectares?|degrees|times|o'clock|hrs)\b|[a-z](?!\w)(?<![mk]))"
)
AGE_BEFORE = re.compile(
    r"(?:\b(?!(?:figure|number|count|toll|tally|total|estimate)s?\b)[a-z][\w'-]+\.?,\s(?:both\s|also\s)?|\bjr\.?,?\s|\bthe other\s|\bage[ds]?:?\s(?:\d+,?\s(?:and\s)?|between\s)*|\()$"
)
AGE_AFTER = re.compile(r"\s?(?:[,;)]|\.(?!\d)|of\s[a-z]+,|(?:was|is|who|all)\b)")
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DATE_BEFORE = re.compile(
    rf"\b(?:{MONTH}\s(?:the\s)?|{MONTH}\s\d\d?,?\s|(?:in|since|until|by|of|during|early|late|mid|year)\s)$"
)
DATE_AFTER = re.compile(rf"\s?(?:{MONTH}\b(?!\s(?:be|have|not))|of\s{MONTH})")


def is_age(text: str, start: int, end: int) -> bool:
    """Say whether a number stands like an age: "Anna Example, 22, ...", "aged 34"."""
    if end - start > 2 or not text[start:end].isdigit():
        return False
    before = AGE_BEFORE.search(text, max(0, start - 30), start)
    if before is not None and before.group() == "(" and is_bracketed(text, start):
        return False
    return before is not None and (before.group().startswith("age") or AGE_AFTER.match(text, end) is not None)


def is_date(text: str, start: int, end: int) -> bool:
    """Say whether a number is a day or year: "May 25", "6 Oct", "in 2007"."""
    digits = text[start:end]
    if not digits.isdigit() or len(digits) > 4:
        return False
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    before = DATE_BEFORE.search(text, max(0, start - 22), start)
    if year:
        return before is not None
    return len(digits) <= 2 and (
        DATE_AFTER.match(text, end) is not None or (before is not None and re.match(MONTH, before.group()) is not None)
    )


def refused(match: re.Match[str]) -> bool:
    """Say whether a number is an ordinal, a measure, money, an age or part of a name."""
    number = "changed" if match.group("changed") else "number"
    if not match.group(number):
        return False
    text = match.string
    before = NOT_BEFORE.search(text, max(0, match.start(number) - 12), match.start(number))
    if before is not None and not (before.group()[-1] == "-" and SPELLED.match(text, match.start(number))):
        return True
    if is_age(text, *match.span(number)) or is_date(text, *match.span(number)):
        return True
    return NOT_AFTER.match(text, match.end("high") if match.group("high") else match.end(number)) is not None


def alternatives(phrases: list[str]) -> str:
    """Return a regular expression for any of the phrases, the longest first, blanks flexible."""
    ordered = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered)


def number_pattern(numbers: Numbers) -> str:
    """Return the pattern of one number in digits, words or a set phrase."""
    tens, units = alternatives(list(numbers.tens)), alternatives(list(numbers.units))
    below_hundred = rf"(?:(?:{tens})(?:[\s-]+(?:{units})\b)?|(?:{units}))\b"
    hundreds = rf"(?:{below_hundred}[\s-]+)?hundred\b(?:\s+(?:and\s+)?{below_hundred})?"
    part = rf"(?:{hundreds}|{below_hundred})"
    large = alternatives([name for name, value in numbers.scales.items() if value > 100 and len(name) > 2])
    spoken = rf"{part}(?:[\s-]+(?:{large}|dozen)\b(?:\s+{part})?){{0,2}}"
    digits = r"(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
    return rf"(?:(?:{alternatives(list(numbers.phrases))})\b|{digits}(?:\s?-?(?:{alternatives(list(numbers.scales))})\b)?|{spoken})"


def first_words(numbers: Numbers, hedges: Hedges) -> frozenset[str]:
    """Return the words and marks that an amount can begin with, digits left out."""
    known = [*numbers.units, *numbers.tens, *numbers.phrases, *numbers.vague, *numbers.none, *hedges.increment]
    known += [*hedges.above, *hedges.at_least, *hedges.below, *hedges.at_most, *hedges.nearly, *hedges.about]
    firsts = (re.match(r"\w+|.", fold(phrase)) for phrase in (*known, "hundred", "between", "a", "an", "another"))
    return frozenset(first.group() for first in firsts if first is not None)


def first_pattern(words: Iterable[str]) -> str:
    """Return a pattern of the words and marks that an amount can begin with, or of digits; the words parted by their first letter."""
    marks, tails = [], dict[str, list[str]]()
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if word.isalnum():
            tails.setdefault(word[0], []).append(word[1:])
        else:
            marks.append(re.escape(word))
    whole = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in tails.items())
    return "|".join([rf"(?<!\w)(?:\d|(?:{whole})(?!\w))", *marks])


def pattern_of(numbers: Numbers, hedges: Hedges) -> str:
    """Return the grammar: hedge, addition, number or range or vague word, what follows."""
    before = alternatives(
        [*hedges.above, *hedges.at_least, *hedges.below, *hedges.at_most, *hedges.nearly, *hedges.about]
    )
    after = [
        phrase for phrase in (*hedges.after_at_least, *hedges.after_about, *hedges.after_below) if phrase[0].isalpha()
    ]
    number = number_pattern(numbers)
    over = "".join(rf"(?<!\b{re.escape(verb)} )" for verb in hedges.taking_over)
    joined = r"(?:[-–—]|(?<=\d\d\d)\s[-–—]\s(?=\d)|\s+(?:to|or)\s+|,\s*(?:maybe|perhaps|possibly)\s+)"
    return (
        rf"(?<![\w,])(?<!\d\.)(?:(?P<hedge>(?:(?!over\b)|{over})(?:{before}))\s*(?:\b|(?<=~)))?"
        rf"(?:(?P<add>{alternatives(hedges.increment)})\s+)?"
        rf"(?:(?P<between>between\s+(?P<from>{number})\s+and\s+(?P<until>{number}))"
        rf"|(?<=from )(?P<changed>{number})|(?P<number>{number})(?:{joined}(?P<high>{number})(?![-–]?\w))?"
        rf"|(?P<vague>(?:{alternatives(list(numbers.vague))})\b)"
        rf"|(?P<none>(?:{alternatives(numbers.none)})\b)"
        rf"|(?P<article>an?\b(?:\s+single\b)?))"
        rf"(?P<after>[ ]+(?:{alternatives(after)})\b(?!\s+(?:than|{number}|an?|one)\b)|\+|-odd\b)?(?P<more>\s+more\b(?!\s+than))?"
        rf"|\b(?P<other>another)\b"
    )
