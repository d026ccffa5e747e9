"""Places, and who is next."""

import asyncio

import pytest

from kg.serve.lane import Busy, Lane


def later() -> float:
    return asyncio.get_running_loop().time() + 60


async def entered(lane: Lane, order: list[str], name: str) -> None:
    await lane.enter(later())
    order.append(name)


def test_who_waits_longest_is_next() -> None:
    async def run() -> list[str]:
        lane, order = Lane(1, 3), list[str]()
        await lane.enter(later())
        waiting = [asyncio.create_task(entered(lane, order, name)) for name in "abc"]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await lane.enter(later())
        waiting[1].cancel()
        await asyncio.sleep(0)
        assert len(lane.waiting) == 2
        for _ in range(2):
            lane.leave()
            await asyncio.sleep(0)
        await asyncio.gather(waiting[0], waiting[2])
        lane.leave()
        assert lane.taken == 0
        return order

    assert asyncio.run(run()) == ["a", "c"]


def test_nobody_waits_past_the_deadline() -> None:
    async def run() -> None:
        lane = Lane(1, 1)
        assert lane.enter_now() and not lane.enter_now()
        with pytest.raises(Busy):
            await lane.enter(asyncio.get_running_loop().time() + 0.01)
        assert not lane.waiting and lane.taken == 1

    asyncio.run(run())


def test_a_place_given_to_who_has_just_left_goes_on_to_the_next() -> None:
    async def run() -> list[str]:
        lane, order = Lane(1, 2), list[str]()
        await lane.enter(later())
        first, second = (asyncio.create_task(entered(lane, order, name)) for name in "ab")
        await asyncio.sleep(0)
        lane.leave()  # the place is that of the first, who doesn't know it yet
        first.cancel()
        await second
        lane.leave()
        assert lane.taken == 0
        return order

    assert asyncio.run(run()) == ["b"]
