"""Those who sign with each other, where a word says that they do something more: 双方, 三方, 两校."""

from collections.abc import Collection

from kg.facts.parties import Party
from kg.model import Ref

Acts = dict[int, dict[Ref, None]]  # where acts of signing end in the original text → who signs there
_SO_MANY_SIDES = {"三": 3, "四": 4}


def are_sides(signers: Collection[Ref], word: str | None) -> bool:
    """Whether a word for those who sign, if there is one, can mean all of these: 三方 of three, 两校 of two schools."""
    if word is None:
        return True
    many = len(signers) == _SO_MANY_SIDES.get(word[0], 2)
    return many and (word != "两校" or all(ref.name.endswith(("学", "院", "校")) for ref in signers))


def signer_with(acts: Acts, who: list[Party], position: int) -> list[Party]:
    """The one who signs with each of those with whom something is founded: 甲与各方签约：与乙共建丙，与丁共建戊."""
    named = {p[2] for p in who}
    others = {ref for signers in acts.values() if not named.isdisjoint(signers) for ref in signers} - named
    return [(position, position + 1, ref) for ref in others] if len(others) == 1 else []


def sides_of(acts: Acts, word: str) -> list[Ref]:
    """Those who sign with each other, where a word (双方, 三方) can mean all of them and a page tells of no others."""
    signed = {frozenset(signers) for signers in acts.values()}
    sides = signed.pop() if len(signed) == 1 else frozenset()
    return sorted(sides, key=lambda r: r.name) if are_sides(sides, word) else []
