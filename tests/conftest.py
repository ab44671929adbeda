"""What all tests share."""

from hypothesis import settings

pytest_plugins = ["database", "rollebesetning", "nettleser"]

# A slow machine is not a fault in what is tested; no test asserts time.
settings.register_profile("rolig", deadline=None)
settings.load_profile("rolig")
