"""The commands over a store: reports are added day after day, and the events they tell are looked at and judged."""

from rashomon.interface.living.register import register

__all__ = ["register"]
