"""What all tests share."""

import gc

from hypothesis import settings

pytest_plugins = ["database", "rollebesetning", "nettleser"]

# A slow machine is not a fault in what is tested; no test asserts time.
settings.register_profile("rolig", deadline=None)
settings.load_profile("rolig")


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: there is no garbage to look for in it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def pytest_sessionfinish() -> None:
    """Let the interpreter take leave of it as it is used to."""
    gc.unfreeze()
