"""In, out, and the role one is in."""

from django.test import Client

from rollebesetning import Besetning


def test_uten_innlogging_sendes_man_til_innloggingen(folk: Besetning, client: Client) -> None:
    assert client.get("/")["Location"].startswith("/logg-inn/")


def test_rollekortet_logger_inn_og_utloggingen_stenger(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    assert client.get("/velg-rolle/").status_code == 200
    client.post("/logg-ut/")
    assert client.get("/velg-rolle/").status_code == 302


def test_den_som_mister_rollen_er_ute_med_en_gang(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    stilling = folk["vilde"]
    stilling.til = stilling.fra
    stilling.save()
    assert client.get("/")["Location"] == "/logg-inn/?hvorfor=rolle"
    assert client.get("/velg-rolle/").status_code == 302
    assert "Rollen din er avsluttet" in client.get("/logg-inn/?hvorfor=rolle").content.decode()
