"""Listen to a report from its first sentence to its last: who says what, carried over until it stops."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from rashomon.extract.sentences import Sentence
from rashomon.extract.syntax import Parse, Token
from rashomon.extract.voices.backward import source_pointed
from rashomon.extract.voices.cues import QUOTED, CueFinder
from rashomon.extract.voices.described import DEFINITE
from rashomon.extract.voices.find import OURS, Said, Voices, links_of
from rashomon.extract.voices.naming import Speaker, Speakers
from rashomon.extract.voices.newsroom import Newsroom
from rashomon.extract.voices.turns import Turn
from rashomon.lexicon.cues import CueBook
from rashomon.model import ActorKind, Span, Stance

GOES_ON = re.compile(
    r"(?:another|an additional|among (?:them|those|the)|(?:the )?(?:rest|others?|remaining|remainder)|the (?:dead|wounded|injured|victims|number) (?:include|also|were)\w*"
    r"|of (?:these|those|them|this (?:number|total)|the (?:(?:\d+|[a-z-]+) )?(?:dead|deaths|wounded|injured|victims|bodies|missing|rescued|survivors|detained|arrested|displaced|evacuated)),? "
    r"|(?:at least |up to |some |about |around )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?) (?:are|were|is|was)\b(?! (?:also |still |later |being )*(?:\w+ed|taken|hurt|shot|found|flown|given|held|seen)\b)"
    r"|(?:at least |up to |some |about |around )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?) remain(?:s|ed)?\b"
    r"|(?:at least |up to |some |about |around )?[\w-]+ (?:of (?:them|those|these|the (?:dead|wounded|injured|victims|group|total|casualties))|others?|more|other)\b(?! than)"
    r"|(?:the|that|this|its|their) (?:latest |overall |total |death )?(?:toll|figure|number|total|count|tally) (?:also )?(?:includ|compris|takes? in|took in)\w*|(?:they|those (?:killed|dead|wounded|injured|hurt|missing|detained|arrested)) (?:also )?included?\b"
    r"|(?:[\w-]+ ){1,4}(?:are|were|is|was) (?:also )?among (?:them|those)\b"
    r"|(?:dozens|scores|hundreds|several|many)(?: (?:of )?\w+){0,2} (?:were|was) also)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on counting what the speaker before it counted."""
DID_TOO = re.compile(
    r"(?:it|they) (?:had |has |have |also |later |then )*(?:treated|received|admitted|registered|recorded|counted|documented|recovered|retrieved|pulled out)\b",
    re.IGNORECASE,
)
"""How a body goes on with its own count: "It had treated 24 wounded" behind what a hospital said."""
FRAGMENT = 4
"""Blanks in a quotation that is somebody's words and not only a name or an expression."""
RECENT = 3
"""Sentences after a speaker's last one in which a quotation is still that speaker's."""
SOMEBODY = re.compile(r"(?:an?|another|one) (?!spokes)", re.IGNORECASE)
"""How somebody is told of for the first time: "a woman who lives next door" is not the woman who spoke before."""
SUBJECTS = frozenset({"he", "she", "it", "they"})
PUBLISHES = (ActorKind.MONITOR, ActorKind.AID_BODY, ActorKind.AGENCY, ActorKind.OTHER)
"""Kinds of subject that "it said" goes back to, whatever they did in the sentence before."""
UNTOLD = (ActorKind.UNNAMED, ActorKind.OTHER)
STATEMENTS = frozenset({"statement", "statements", "release", "communique", "communiqué"})
"""What a body hands out whose words follow after a colon."""
NUMBER = re.compile(
    r"\d|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|several)\b",
    re.IGNORECASE,
)
MARK = re.compile(r"[\"“”]|''|``")
"""A mark of quotation; some papers print two single ones."""
QUOTES = ('"', "“")
OF_A_COUNTRY = re.compile(r"-|(?:ian|ish|ese|an|i)$")
"""How a word with a capital ends that tells only whence a monitor is."""

STAMP = re.compile(
    r"\W*(?:UPDATED?|FIRST REPORT|EARLIER|PREVIOUS(?:LY| STORY| REPORT)?|ORIGINAL (?:STORY|REPORT)|INITIAL REPORT|KEY POINTS|LATEST|Updated?(?: \d| @| at\b|:))"
)
"""How a line begins that a paper sets above a later or an earlier state of its report, and that hands over nobody's words."""
MONITORING = re.compile(r"\b(?:monitor\w*|observatory|watchdog|rights|activist|opposition|advocacy)\b")
__all__ = ["Listener", "Said", "Voices", "links_of"]


@dataclass
class Listener:
    """Walks through a report's sentences in order and collects what is said."""

    text: str
    speakers: Speakers
    book: CueBook
    before: list[Speaker] = field(default_factory=list)
    voices: Voices = field(default_factory=Voices)
    newsroom: Newsroom | None = None
    quotation: list[Sentence] = field(default_factory=list)
    in_quotation: bool = False
    last_paragraph: int = -1
    announced: Speaker | None = None
    announced_in: int = -1
    told_at: int = -2
    last_parse: Parse | None = None
    last_named: Speaker | None = None
    quoting: int | None = None
    last_sentence: Sentence | None = None
    turns: list[Turn] = field(default_factory=list)
    turn: Turn | None = None
    untold: list[Sentence] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.voices.own_staff = self.book.own_staff
        self.voices.bodies = self.book.bodies

    def hear(self, sentence: Sentence, parse: Parse | None) -> None:
        """Take in one sentence; ``parse`` is None where the prefilter saw no cue in it."""
        if self.turns:
            self.take_turn(sentence)
        found = list(self.finder.find(sentence, parse, self.candidates(sentence, parse))) if parse is not None else []
        first = len(self.voices.said)
        self.voices.said += found
        if self.newsroom is not None:
            self.voices.reporters |= {
                item.speaker.name for item in found if item.speaker and self.newsroom.is_reporter(item)
            }
        words = sentence.span.of(self.text).replace("``", '"').replace("''", '"')
        if sentence.paragraph != self.last_paragraph:
            self.new_paragraph(sentence)
        opened = self.in_quotation
        quoted = opened or words[:1] in QUOTES
        named = [
            s
            for item in found
            if (s := item.speaker) is not None and not (item.presumed or item.passing) and not (quoted and is_ours(s))
        ]
        self.in_quotation = open_after(words, opened=opened)
        if not named:
            self.carry(sentence, words, opened=opened)
        else:
            self.quoting = self.quoting_of(first)
            if self.quotation:
                self.give_back(named[0])
        if parse is not None and (speaker := self.pointed(parse, named)) is not None:
            self.hand_back(sentence, speaker, itself=parse.tokens[0].lower == "the")
        self.enclose(sentence, named)
        if named:
            self.told_at = sentence.index
        told = sorted(found, key=lambda item: not item.passing) if len(found) > 1 else found
        self.before += [item.speaker for item in told if item.speaker is not None]
        self.announce(sentence, words, named or self.issuer(parse, words))
        self.last_paragraph = sentence.paragraph
        self.last_sentence = sentence
        self.last_parse = parse if not named else None

    def take_turn(self, sentence: Sentence) -> None:
        """Give a sentence of a transcript to whoever has the turn: its words behind the label, all of it further on."""
        new = next((turn for turn in self.turns if turn.paragraph == sentence.paragraph), None)
        if new is not None and new is not self.turn:
            self.turn = new
            if new.speaker is not None:
                self.before.append(new.speaker)
        if self.turn is not None and self.turn.speaker is not None:
            start = max(sentence.span.start, self.turn.start)
            if start < sentence.span.end:
                nowhere = Span(sentence.span.start, sentence.span.start)
                content = Span(start, sentence.span.end)
                self.voices.said.append(Said(self.turn.speaker, nowhere, Stance.SAID, (content,)))

    def candidates(self, sentence: Sentence, parse: Parse) -> list[Speaker]:
        """Return the speakers so far, and after a sentence without one its subject, for "She said" and "It said" to go back to."""
        opening = self.pronouns(parse) if not parse.words.isdisjoint(SUBJECTS) else set()
        if self.last_parse is not None and not opening and self.takes_up(parse):
            return [*self.before, *self.putting_out(self.last_parse)]
        if not opening:
            return self.before
        if self.last_parse is None:
            return [*self.before, *self.person_before(sentence, opening)]
        root = next((token for token in self.last_parse.tokens if token.dep == "ROOT"), None)
        for subject in self.last_parse.kids(root, "nsubj") if root is not None else ():
            speaker = self.speakers.resolve(self.last_parse, subject, self.before)
            if speaker is not None and self.may_be_meant(speaker, opening):
                return [*self.before, speaker]
        return self.before

    def pronouns(self, parse: Parse) -> set[str]:
        """Return the pronouns that a sentence opens with, or that say something in it."""
        return {t.lower for t in parse.tokens if t.i < 3 or (t.tag == "PRP" and self.speaks(parse, t))} & SUBJECTS

    def speaks(self, parse: Parse, token: Token) -> bool:
        """Say whether a pronoun is the subject of a verb of saying set between commas: "Two men, |it| said in a post, were killed"."""
        over = parse.head(token)
        if over is None or token.i < 1 or parse.tokens[token.i - 1].text != ",":
            return False
        verb = self.book.verbs.get(over.lower)
        return token.dep == "nsubj" and verb is not None and verb.direct

    def person_before(self, sentence: Sentence, opening: set[str]) -> list[Speaker]:
        """Return whom the sentence before this one names, where nobody spoke there and "he" or "she" opens this one."""
        where = self.last_sentence
        if (
            where is None
            or opening & {"it", "they"}
            or sentence.index - self.told_at < 2
            or where.paragraph != sentence.paragraph
        ):
            return []
        name = self.speakers.cast.person_before(sentence.span.start)
        if name is None or name.split()[-1] not in where.span.of(self.text):
            return []
        return [Speaker(name, ActorKind.PERSON, where.span, words=name)]

    def takes_up(self, parse: Parse) -> bool:
        """Say whether a sentence names a document that was told of before: "according to the text", "the statement said"."""
        if parse.words.isdisjoint(self.book.documents):
            return False
        nouns = (token for token in parse.tokens if token.lower in self.book.documents)
        return any(kid.lower in DEFINITE for noun in nouns for kid in parse.kids(noun, "det"))

    def putting_out(self, parse: Parse) -> list[Speaker]:
        """Return who put out a document by a sentence that hands over no words: "The group issued a two-page claim"."""
        verbs = (token for token in parse.tokens if token.is_verb and token.lower in self.book.issuing)
        tellers = (subject for verb in verbs for subject in parse.kids(verb, "nsubj"))
        found = (self.speakers.resolve(parse, subject, self.before) for subject in tellers)
        return [speaker for speaker in found if speaker is not None]

    def may_be_meant(self, speaker: Speaker, opening: set[str]) -> bool:
        """Say whether a subject may be whom the next sentence opens with: a person "he" or "she", a body or a page "it", people "they"."""
        last = speaker.name.lower().split(" ")[-1]
        if "they" in opening:
            return speaker.kind is ActorKind.UNNAMED and last.endswith("s") and last in self.book.unnamed
        if "it" not in opening:
            return speaker.kind is ActorKind.PERSON
        return speaker.kind in PUBLISHES or (speaker.kind is not ActorKind.PERSON and last in self.book.bodies)

    def finish(self) -> Voices:
        """Return all that was said; "a monitoring group" is the first monitor that is named after it."""
        if self.quotation and self.before:
            self.give_back(self.before[-1])
        named: Speaker | None = None
        for i in range(len(self.voices.said) - 1, -1, -1):
            item = self.voices.said[i]
            speaker = item.speaker
            if speaker is None:
                continue
            if speaker.kind is ActorKind.MONITOR and speaker.actor_id:
                named = speaker
            elif speaker.kind is ActorKind.PERSON and speaker.organisation_kind is ActorKind.MONITOR:
                named = speaker.body
            elif named is not None and speaker.kind in UNTOLD and self.is_monitor(speaker):
                self.voices.said[i] = replace(item, speaker=replace(named, span=speaker.span))
        return self.voices

    def is_monitor(self, speaker: Speaker) -> bool:
        """Say whether a source's words mean a monitor that has yet to be named, and give it no name of its own."""
        noun = speaker.name.lower().split(" ")[-1]
        if any(word[:1].isupper() and not OF_A_COUNTRY.search(word) for word in speaker.name.split(" ")[1:]):
            return False
        return ActorKind.MONITOR in self.book.anaphora.get(noun, ()) and bool(MONITORING.search(speaker.name.lower()))

    @cached_property
    def finder(self) -> CueFinder:
        """What finds the hand-overs of a sentence."""
        return CueFinder(self.text, self.speakers, self.book, self.voices.outlet_ids)

    def new_paragraph(self, sentence: Sentence) -> None:
        """End what does not last beyond a paragraph; a quotation goes on where the next paragraph opens with a mark."""
        if self.quotation and self.before:
            self.give_back(self.before[-1])
        self.in_quotation = False
        if self.announced is not None and sentence.paragraph > self.announced_in + 1:
            self.announced = None

    def announce(self, sentence: Sentence, words: str, named: list[Speaker]) -> None:
        """Note a speaker whose words follow after a colon in the next paragraph."""
        if words.rstrip().endswith(":") and (named or self.before) and not STAMP.match(words):
            self.announced, self.announced_in = (named or self.before)[-1], sentence.paragraph

    def issuer(self, parse: Parse | None, words: str) -> list[Speaker]:
        """Return who hands out a statement that follows: "The Harbour Centre issued this statement:"."""
        if parse is None or not words.rstrip().endswith(":"):
            return []
        handed = [token for token in parse.tokens if token.lower in STATEMENTS and token.dep == "dobj"]
        verbs = [verb for token in handed if (verb := parse.head(token)) is not None]
        tellers = (subject for verb in verbs for subject in parse.kids(verb, "nsubj"))
        found = (self.speakers.resolve(parse, subject, self.before, anyone=True) for subject in tellers)
        return [speaker for speaker in found if speaker is not None]

    def carry(self, sentence: Sentence, words: str, *, opened: bool) -> None:
        """Give the last speaker a sentence that is all quotation; mark one that may still be the speaker's."""
        if self.announced is not None and sentence.paragraph > self.announced_in:
            self.add(sentence, self.announced)
        elif opened or (words[:1] in '“"' and (self.in_quotation or words.rstrip(".,")[-1:] in '”"')):
            self.quotation.append(sentence)
            if not self.in_quotation and self.before:
                self.give_back(self.before[-1])
        elif self.before and sentence.index - self.told_at <= RECENT and (quoted := self.quoted(sentence)):
            nowhere = Span(sentence.span.start, sentence.span.start)
            self.voices.said.append(Said(self.before[-1], nowhere, Stance.SAID, quoted))
        elif self.before and sentence.paragraph == self.last_paragraph:
            self.voices.doubtful.append(sentence.span)
            near = 2 if words.startswith(("Another", "An additional")) else 1
            goes_on = GOES_ON.match(words) or (DID_TOO.match(words) and self.before[-1].kind is not ActorKind.PERSON)
            if sentence.index - self.told_at <= near and goes_on and self.counted(sentence):
                self.add(sentence, self.before[-1])
                self.told_at = sentence.index

    def counted(self, sentence: Sentence) -> bool:
        """Say whether the words told last hold a number, so that "another three" may go on from it."""
        told = (c for item in self.voices.said[-4:] for c in item.contents if c.end <= sentence.span.start)
        return any(NUMBER.search(content.of(self.text)) for content in told)

    def quoted(self, sentence: Sentence) -> tuple[Span, ...]:
        """Return the longer quotations in a sentence that names no speaker."""
        found = QUOTED.finditer(self.text, sentence.span.start, sentence.span.end)
        return tuple(Span(m.start(), m.end()) for m in found if m.group().count(" ") >= FRAGMENT)

    def quoting_of(self, first: int) -> int | None:
        """Return which of the hand-overs from a place on quotes its speaker's words."""
        for place in range(first, len(self.voices.said)):
            item = self.voices.said[place]
            if (
                item.speaker is not None
                and not item.presumed
                and any(MARK.search(c.of(self.text)) for c in item.contents)
            ):
                return place
        return None

    def pointed(self, parse: Parse, named: list[Speaker]) -> Speaker | None:
        """Return whom a sentence names for the words before it: "The figures come from the ministry"."""
        link = source_pointed(parse, self.book)
        if link is None or link.lower == "according":
            return named[0] if link is not None and named else None
        head = parse.kid(link, "pobj")
        return self.speakers.resolve(parse, head, self.before) if head is not None else None

    def hand_back(self, sentence: Sentence, speaker: Speaker, *, itself: bool) -> None:
        """Give what a paragraph has told so far to whom its next sentence names for it: "That is according to the mayor".

        A sentence that has the figure ``itself`` is the speaker's alone: "The figure of 17 comes from the coroner".
        """
        if itself and NUMBER.search(sentence.span.of(self.text)):
            self.add(sentence, speaker)
            return
        for told in self.untold:
            if told.paragraph == sentence.paragraph:
                self.add(told, speaker)
        self.before.append(speaker)

    def enclose(self, sentence: Sentence, named: list[Speaker]) -> None:
        """Give the one sentence between two of a speaker's to that speaker."""
        if not named:
            self.untold.append(sentence)
            return
        if (
            self.last_named is not None
            and len(self.untold) == 1
            and same_voice(self.last_named, named[0])
            and not is_somebody_new(named[0], sentence)
        ):
            self.add(self.untold[0], self.last_named)
        self.last_named = named[-1]
        self.untold.clear()

    def give_back(self, speaker: Speaker) -> None:
        """Give the waiting sentences of a quotation to its speaker."""
        if self.quoting is not None and self.voices.said[self.quoting].speaker == speaker:
            item = self.voices.said[self.quoting]
            beyond = (*item.beyond, *(sentence.span for sentence in self.quotation))
            self.voices.said[self.quoting] = replace(item, beyond=beyond)
        for sentence in self.quotation:
            self.add(sentence, speaker)
        self.quotation.clear()

    def add(self, sentence: Sentence, speaker: Speaker) -> None:
        """Give a whole sentence to a speaker."""
        nowhere = Span(sentence.span.start, sentence.span.start)
        self.voices.said.append(Said(speaker, nowhere, Stance.SAID, (sentence.span,)))


def is_ours(speaker: Speaker) -> bool:
    """Say whether a source is the people of whoever speaks: "our volunteers" in somebody's quotation."""
    return OURS.match(speaker.words) is not None


def is_somebody_new(speaker: Speaker, sentence: Sentence) -> bool:
    """Say whether a sentence tells of a speaker for the first time: "a woman who lives next door said"."""
    return speaker.span.start >= sentence.span.start and SOMEBODY.match(speaker.words) is not None


def same_voice(first: Speaker, second: Speaker) -> bool:
    """Say whether two speakers are one, or one the body that the other speaks for."""
    return first.name == second.name or (first.organisation or first.name) == (second.organisation or second.name)


def open_after(words: str, *, opened: bool) -> bool:
    """Say whether a quotation is open after a sentence, given whether it was before."""
    words = words.replace("``", '"').replace("''", '"')
    first, last = words.rfind("“"), words.rfind("”")
    if first >= 0 or last >= 0:
        return first > last
    return opened != (words.count('"') % 2 == 1)
