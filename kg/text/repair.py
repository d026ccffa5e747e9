"""Damaged, traditional or oddly typed text → plain simplified text, with the way back for every character."""

from collections.abc import Sequence

from kg.text.debris import find_debris
from kg.text.draft import Draft
from kg.text.marks import unify_marks
from kg.text.pinyin import find_pinyin
from kg.text.script import to_simplified, unify
from kg.text.shifted import put_in_step
from kg.text.spacing import find_spaces
from kg.text.wrapping import find_wraps


def repair(text: str) -> tuple[str, Sequence[int]]:
    """The repaired text, and for each of its characters the index in `text` of the one it came from.

    The indices rise strictly: characters are dropped or exchanged one for one, never added or moved. `text` counts
    fewer than 2**32 code points.
    """
    draft = Draft.of(text)
    draft = draft.without(find_debris(draft.text))
    draft = put_in_step(draft)
    draft = draft.without(find_wraps(draft.text))
    draft = draft.exchanged(unify(draft.text))
    draft = draft.without(find_pinyin(draft.text))
    draft = draft.without(find_pinyin(draft.text, bare=True))
    draft = draft.exchanged(to_simplified(draft.text))
    draft = draft.without(find_wraps(draft.text))  # marks are still as wide as they were typed
    draft = draft.exchanged(unify_marks(draft.text))
    draft = draft.without(find_spaces(draft.text))
    return draft.text, draft.offsets
