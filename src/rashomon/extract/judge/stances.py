"""Which candidates for attributions are kept: a linear judge with learned weights, one byte a weight, pinned by their hash.

The weights are learned by ``bench/train/stances.py``. Without them, or with the judge switched off, only what hands over a
claim is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import TableError
from rashomon.extract.judge.stancefeatures import BITS

WEIGHTS = Path(__file__).parent / "stances.bin"
DIGEST = "a4a0cf8d92fad73aab95a6c5dec2f9c4a28a231d3719a4670dbf612456950887"
"""SHA-256 of the shipped weights; other bytes are refused."""
ZERO = 128
SCALE = 32
"""Bytes are 128 plus 32 times the weight."""
THRESHOLD = -0.4
"""Sum of weights from which a candidate is kept."""


@dataclass(frozen=True)
class StanceJudge:
    """Weighs a candidate's features; ``weights`` has one byte for each place that features are hashed to."""

    weights: bytes
    threshold: float = THRESHOLD

    def score(self, features: list[int]) -> float:
        """Return the sum of the weights of some features."""
        return (sum(map(self.weights.__getitem__, features)) - ZERO * len(features)) / SCALE

    def keeps(self, features: list[int]) -> bool:
        """Say whether a candidate is an attribution."""
        return self.score(features) >= self.threshold


def load_judge(path: Path = WEIGHTS, digest: str | None = DIGEST) -> StanceJudge:
    """Return the judge with the shipped weights, or with others if ``digest`` is None; TableError if the file is not the pinned one."""
    weights = path.read_bytes()
    if len(weights) != 1 << BITS or (digest is not None and hashlib.sha256(weights).hexdigest() != digest):
        raise TableError(f"{path.name}: not the weights that belong to this version; install the package again")
    return StanceJudge(weights)
