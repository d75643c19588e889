"""Words that take sides, put in quotation marks where they stand in a name: the record tells them, the page does not say them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.interface.plain import clean
from rashomon.model import Wording


def quoted(name: str, wording: Iterable[Wording]) -> str:
    """Return a name with the loaded names in it in quotation marks: ``defeat on “terrorist group”``."""
    loaded = {clean(row.words) for row in wording if row.loaded}
    pattern = "|".join(re.escape(words) for words in sorted(loaded, key=lambda words: (-len(words), words)) if words)
    return re.sub(rf"(?<!\w)({pattern})(?!\w)", r"“\1”", name, flags=re.IGNORECASE) if pattern else name
