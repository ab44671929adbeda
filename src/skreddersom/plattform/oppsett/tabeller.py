"""``python -m skreddersom.plattform.oppsett.tabeller``: make the tables in an empty database quickly, for the demo and the tests."""

from __future__ import annotations

import gc


def lag() -> None:
    """As ``migrate``, but without looking for garbage meanwhile: the models of each step are many, and all are kept to the end anyway."""
    from django.core.management import call_command

    gc.disable()
    try:
        call_command("migrate", verbosity=0, skip_checks=True)
    finally:
        gc.enable()


if __name__ == "__main__":
    import django

    django.setup()
    lag()
