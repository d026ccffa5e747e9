"""What goes wrong with a store, in words for those who use it."""


class StoreError(ValueError):
    """A store that can't be opened, read or changed; what it held before, it holds still. `way_out` says what to do."""

    def __init__(self, what: str, way_out: str = "") -> None:
        super().__init__(what)
        self.way_out = way_out


class BusyError(StoreError):
    """Another process is changing the store."""


class DamagedError(StoreError):
    """A part of the store is missing, or says what it can't say."""
