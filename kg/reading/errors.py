"""The one exception of reading: it names the file, what is wrong with it, and what to do."""


class InputError(Exception):
    """An input that cannot be read. The rest of a batch may go on without it."""

    def __init__(self, source: str, what: str, way_out: str) -> None:
        super().__init__(source, what, way_out)
        self.source = source
        """The file or folder as the user named it."""
        self.what = what
        """What is wrong, without a full stop."""
        self.way_out = way_out
        """What to do about it, a sentence."""

    def __str__(self) -> str:
        return f"{self.source}: {self.what}. {self.way_out}"
