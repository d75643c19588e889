"""What is made quickly is what the dataclass makes: equal, frozen, and refused where it cannot be."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from rashomon.model import Mention, Quantity
from rashomon.model.quick import quick


@dataclass(frozen=True, slots=True)
class Slow:
    """A toll as the standard library makes it."""

    dead: int
    hurt: int = 0
    words: str = "none"


@quick
@dataclass(frozen=True, slots=True)
class Toll:
    """The same toll, made quickly."""

    dead: int
    hurt: int = 0
    words: str = "none"


@quick
@dataclass(frozen=True)
class Open:
    """A toll without slots."""

    dead: int
    hurt: int = 0


@quick
@dataclass(frozen=True, slots=True)
class Checked:
    """A toll that is looked at when it is made."""

    dead: int

    def __post_init__(self) -> None:
        if self.dead < 0:
            raise ValueError("fewer than none")


def test_it_is_made_as_the_dataclass_makes_it() -> None:
    assert inspect.signature(Toll) == inspect.signature(Slow)
    assert repr(Toll(12, words="a dozen")) == "Toll(dead=12, hurt=0, words='a dozen')"
    assert Toll(12) == Toll(dead=12, hurt=0) != Toll(13)
    assert type(Toll(12)) is Toll
    assert hash(Open(1)) == hash(Open(1, 0))
    with pytest.raises(TypeError, match="dead"):
        Toll(hurt=3)  # type: ignore[call-arg]


def test_it_stays_frozen() -> None:
    for made in (Toll(12), Open(12), Quantity(1, 2)):
        with pytest.raises(FrozenInstanceError):
            setattr(made, next(iter(made.__dataclass_fields__)), 3)


def test_it_is_replaced_copied_and_pickled() -> None:
    for made in (Toll(12, 3), Open(12, 3)):
        assert replace(made, dead=13).dead == 13
        assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - written a moment ago


def test_its_own_check_is_made() -> None:
    with pytest.raises(ValueError, match="fewer"):
        Checked(-1)
    assert Checked(4).dead == 4


def test_a_field_that_a_factory_makes_is_refused() -> None:
    @dataclass(frozen=True)
    class Made:
        dead: list[int] = field(default_factory=list)

    with pytest.raises(ValueError, match="leave out @quick"):
        quick(Made)


def test_the_nouns_of_a_report_are_made_quickly() -> None:
    assert Mention.__init__.__code__.co_filename == "<string>"
    assert "turn" in Mention.__init__.__code__.co_names
