"""What uv, pip and npm say when they fail, turned into one Norwegian sentence with the cure."""

from __future__ import annotations

# The signs are looked for in lower case, and the first row that has one decides: what fails for want of a network
# also «cannot find» its packages, so the causes come before their consequences.
FORKLARINGER = (
    (
        ("no space left on device", "os error 28", "disk quota"),
        "disken er full. Rydd plass til omtrent 1 GB og prøv igjen.",
    ),
    (
        ("do not match the hashes", "hash mismatch", "eintegrity", "integrity checksum failed"),
        "en pakke har ikke kontrollsummen som låsefila krever. Prøv igjen; skjer det på nytt, så si fra til dem som lager Skreddersøm.",
    ),
    (
        (
            "certificate_verify_failed",
            "invalid peer certificate",
            "unknownissuer",
            "self_signed_cert",
            "unable_to_get_issuer",
            "unable_to_verify_leaf",
        ),
        "pakkelagerets sertifikat ble ikke godtatt. Sett SSL_CERT_FILE, PIP_CERT og NODE_EXTRA_CA_CERTS til deres eget, og prøv igjen.",
    ),
    (
        (
            "name resolution",
            "name or service not known",
            "getaddrinfo",
            "eai_again",
            "enotfound",
            "econnrefused",
            "econnreset",
            "etimedout",
            "dns error",
            "failed to establish",
            "error sending request",
            "connection refused",
            "connection reset",
            "connection aborted",
            "network is unreachable",
            "timed out",
            "proxyerror",
        ),
        "får ikke kontakt med pakkelageret. Nett trengs bare første gang; sjekk det (og HTTPS_PROXY, om dere har en), og prøv igjen.",
    ),
    (
        ("no module named ensurepip", "no module named venv", "no module named pip", "ensurepip is not available"),
        "denne Python-en mangler venv eller pip. Installer dem («sudo apt install python3-venv» på Debian og Ubuntu) og prøv igjen.",
    ),
    (
        ("permission denied", "os error 13", "read-only file system"),
        "mappa kan ikke skrives i. Sett XDG_CACHE_HOME til en mappe du kan skrive i, og prøv igjen.",
    ),
    (
        (
            "http error",
            "httperror",
            "http status",
            "no matching distribution",
            "could not find a version",
            "no solution found",
            "not found in the package registry",
            "code e404",
            "code e403",
            "code etarget",
        ),
        "pakkelageret ga ikke pakkene i låsefila. Sjekk at pip og uv er satt opp med et lager som har dem, og prøv igjen.",
    ),
)
UKJENT = "installasjonen stoppet; linjene over sier hvor. Prøv igjen, eller vis dem til dem som lager Skreddersøm."


def forklar(utskrift: str) -> str:
    """The sentence for what uv, pip or npm said."""
    sagt = utskrift.lower()
    return next((setning for tegn, setning in FORKLARINGER if any(ett in sagt for ett in tegn)), UKJENT)
