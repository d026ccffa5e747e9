"""Word lists and rules, loaded: what is forked from a process that has imported this changes a store at once."""

from kg.entities.setting import Setting
from kg.facts.extract import extract
from kg.reading.article import read_bytes
from kg.store.reader import fingerprint
from kg.text.page import read_page
from tests.store.corpus import TEXTS

for name, text in TEXTS.items():
    Setting(extract(read_page(read_bytes(text.encode(), name)))).around  # noqa: B018
fingerprint()
