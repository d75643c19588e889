"""What the reader is given for each report of a benchmark, beyond the tables that ship: the seam for whatever has learnt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Options = dict[str, Any]
"""Keyword arguments of ``rashomon.read``."""
SettingsFor = Callable[[str, str], Options]
"""From the name of a benchmark and the id of a report to the options it is read with."""


def settings_for(benchmark: str, report_id: str) -> Options:
    """Return the options that one report of a benchmark is read with: none, so far.

    What has learnt from the reports of a benchmark must not be measured on reports that it has seen. A judge that is
    trained on ``counts`` is returned here with the weights of the fold that left this report out, and with the
    weights that ship for every report it never saw. The gate, the predictions and the error page all ask here.
    The function runs in worker processes: what it loads, it keeps by fold (``functools.cache``).
    """
    del benchmark, report_id
    return {}
