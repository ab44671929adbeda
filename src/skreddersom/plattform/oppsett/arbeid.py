"""``python -m skreddersom.plattform.oppsett.arbeid``: does the jobs that pages have ordered, one at a time, until it is asked to stop."""

from __future__ import annotations

import django


def main() -> None:
    """Work. A finished job leaves no row behind; one that failed stays for whoever looks after the server."""
    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    kobling = app.connector
    if not isinstance(kobling, DjangoConnector):
        raise TypeError("jobbene skal gå gjennom Djangos database")
    with app.replace_connector(kobling.get_worker_connector()) as arbeidsapp, arbeidsapp.open():
        arbeidsapp.run_worker(concurrency=1, delete_jobs="successful")


if __name__ == "__main__":
    main()
