"""Records: values by their fields."""

from __future__ import annotations

from dataclasses import replace

from service.record import record


@record
class Place:
    first: int
    last: int = 0


def test_records_with_the_same_fields_are_the_same_value() -> None:
    assert Place(1, 2) == Place(first=1, last=2)
    assert len({Place(1), Place(1, 0)}) == 1


def test_a_changed_copy_leaves_the_record_as_it_was() -> None:
    place = Place(1, 2)
    assert replace(place, last=3) == Place(1, 3)
    assert place == Place(1, 2)


def test_a_record_has_no_room_for_other_fields() -> None:
    assert not hasattr(Place(1), "__dict__")
