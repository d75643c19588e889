"""Which findings a person means by a few words."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.errors import QuestionError
from rashomon.interface.findings import WHOLE_EVENT
from rashomon.interface.plain import clean
from rashomon.model import Finding


def chosen(findings: Sequence[Finding], words: str) -> list[Finding]:
    """Return the findings on a question: those with this very label, else those whose label holds the words.

    Where a question of the whole event is among the latter, the parts are left out. "killed, total" is one finding, "killed" every
    count of the killed. QuestionError lists the questions where none fits.
    """
    wanted = clean(words).casefold()
    named = [(clean(finding.question.label).casefold(), finding) for finding in findings]
    found = [finding for label, finding in named if label == wanted]
    found = found or [finding for label, finding in named if wanted and wanted in label]
    if not found:
        raise QuestionError(words, tuple(dict.fromkeys(clean(finding.question.label) for finding in findings)))
    whole = [finding for finding in found if finding.question.scope == WHOLE_EVENT]
    return whole or found
