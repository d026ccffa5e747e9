"""The state whose post somebody holds: 泰国总理, 泰国驻华大使."""

import re
from functools import cache

from kg.mentions.lexicon import alternation, words


@cache
def _state() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<state>{alternation(words('countries.tsv'))})(?:[一-鿿]{{0,6}}(?:王国|联邦|共和国|公国|酋长国|合众国))?(?:新任|现任|新当选|当选|前|时任)?\Z"
    )


def state_ending(text: str, position: int) -> str | None:
    """The state whose name ends at a position."""
    m = _state().search(text, max(0, position - 14), position)
    return m["state"] if m else None
