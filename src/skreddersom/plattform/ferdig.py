"""Queries whose SQL is worked out once. Django works it out anew each time; for what every page asks, that cost more than the answer.

Only for queries of one shape. What varies (a list with filters) is asked in the usual way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import ForeignKey, Lookup, Model, UUIDField
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable, get_related_populators

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.models import QuerySet
    from django.db.models.sql.compiler import SQLCompiler

    from skreddersom.plattform.tilgang.kontekst import Kontekst

M = TypeVar("M", bound=Model)


@UUIDField.register_lookup
@ForeignKey.register_lookup
class Blant(Lookup):
    """``pk__blant=ider``: as ``__in``, but with all the ids in one value, so that the query has one shape however many they are."""

    lookup_name = "blant"

    def get_prep_lookup(self) -> list[UUID]:
        """The ids as they are."""
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ANN401 – Django's own
        """PostgreSQL's own way to say it."""
        venstre, verdier = self.process_lhs(compiler, connection)
        return f"{venstre} = any(%s)", (*verdier, self.rhs)


IDER: Final = (UUID(int=1), UUID(int=2))
DAGER: Final = (date.min, date.max)
LISTER: Final = ([UUID(int=7), UUID(int=8)], [UUID(int=9)])
"""Two examples of an id, of a day, and of a list of ids for ``__blant``."""
EGNE: Final = {"ansatt": (UUID(int=3), UUID(int=4)), "kontor": (UUID(int=5), UUID(int=6))}
"""Examples of what a context holds."""


class Ferdig(Generic[M]):
    """A query that is asked often, with other values each time.

    ``lag`` makes it from named values. Two examples of each show where in the SQL it belongs: values that stand nowhere else in the
    query and differ from each other. Were the query of another shape for one of them, it is refused (``ValueError``).
    """

    def __init__(self, lag: Callable[..., QuerySet[M]], **eksempler: tuple[object, object]) -> None:
        self._lag = lag
        self._eksempler = eksempler
        self._kjent: _Kjent[M] | None = None

    def __call__(self, *, fra: int = 0, antall: int | None = None, **verdier: object) -> list[M]:
        """The rows for these values, or ``antall`` of them after the first ``fra``.

        Raises ``TypeError`` when the values are not those there are examples of.
        """
        if verdier.keys() != self._eksempler.keys():
            raise TypeError(f"spørringen trenger {sorted(self._eksempler)}, ikke {sorted(verdier)}")
        kjent = self._kjent = self._kjent or self._lar()
        return kjent.hent(verdier, "" if antall is None else f" LIMIT {antall:d} OFFSET {fra:d}")

    def _lar(self) -> _Kjent[M]:
        forste, andre = (_Kjent.av(self._lag(**verdier), verdier) for verdier in self._to_sett())
        if (forste.sql, forste.plasser) != (andre.sql, andre.plasser):
            raise ValueError("spørringen har ikke samme form for alle verdier")
        return forste

    def _to_sett(self) -> tuple[dict[str, object], ...]:
        return tuple({navn: par[nr] for navn, par in self._eksempler.items()} for nr in (0, 1))


class FerdigForRolle(Generic[M]):
    """As ``Ferdig``, for what somebody may see: the query has a shape for each role. ``lag`` is given the context first."""

    def __init__(self, lag: Callable[..., QuerySet[M]], **eksempler: tuple[object, object]) -> None:
        self._lag = lag
        self._eksempler = eksempler | EGNE
        self._for: dict[Kontekst, Ferdig[M]] = {}

    def __call__(self, kontekst: Kontekst, *, fra: int = 0, antall: int | None = None, **verdier: object) -> list[M]:
        """The rows that ``kontekst`` sees, for these values; see ``Ferdig``."""
        form = replace(kontekst, ansatt=IDER[0], kontor=IDER[0], klareringer=(), person=IDER[0] if kontekst.person else None)
        if form not in self._for:
            self._for[form] = Ferdig(partial(self._lag_som, form), **self._eksempler)
        return self._for[form](fra=fra, antall=antall, ansatt=kontekst.ansatt, kontor=kontekst.kontor, **verdier)

    def _lag_som(self, form: Kontekst, *, ansatt: UUID, kontor: UUID, **verdier: object) -> QuerySet[M]:
        return self._lag(replace(form, ansatt=ansatt, kontor=kontor), **verdier)


@dataclass(frozen=True, slots=True)
class _Kjent(Generic[M]):
    """A query with its SQL, and for each place in it the name of the value, or the value itself when it is always the same."""

    sql: str
    plasser: tuple[tuple[str, Any], ...]
    omformere: tuple[tuple[int, Callable[[Any, Any, Any], Any], Any], ...]
    """Column, and how its values are made into Python's, in order."""
    som: Callable[[Sequence[Any]], M]
    """What a row becomes."""

    @classmethod
    def av(cls, sporring: QuerySet[M], eksempler: Mapping[str, object]) -> _Kjent[M]:
        kompilator = sporring.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, verdier = kompilator.as_sql()
        plasser = ((next((navn for navn, ett in eksempler.items() if ett == verdi), ""), verdi) for verdi in verdier)
        omformere = kompilator.get_converters([kolonne[0] for kolonne in kompilator.select[: kompilator.col_count]])
        flate = tuple((plass, ett, uttrykk) for plass, (alle, uttrykk) in omformere.items() for ett in alle)
        return cls(sql, tuple((navn, None if navn else verdi) for navn, verdi in plasser), flate, _som(sporring, kompilator))

    def hent(self, verdier: Mapping[str, object], utsnitt: str) -> list[M]:
        """What Django would give for these values, but without its making ready for a query that it has never seen."""
        with connection.cursor() as peker:
            innsatt: Any = tuple(verdier[navn] if navn else verdi for navn, verdi in self.plasser)
            peker.execute(self.sql + utsnitt, innsatt)
            rader = peker.fetchall()
        return [self.som(self._omformet(rad)) for rad in rader] if self.omformere else [self.som(rad) for rad in rader]

    def _omformet(self, rad: tuple[Any, ...]) -> Sequence[Any]:
        ny = list(rad)
        for plass, omformer, uttrykk in self.omformere:
            ny[plass] = omformer(ny[plass], uttrykk, connection)
        return ny


RADER: Final[dict[object, Callable[[Sequence[Any]], Any]]] = {ValuesListIterable: tuple, FlatValuesListIterable: itemgetter(0)}
"""What a row becomes when it does not become an object."""


def _som(sporring: QuerySet[Any], kompilator: SQLCompiler) -> Callable[[Sequence[Any]], Any]:
    """How a row becomes what ``sporring`` gives: an object, values, or one value. Raises ``ValueError`` for what only Django can make."""
    av = vars(sporring)  # Django has no other way to ask
    slag, mer = av["_iterable_class"], av["_prefetch_related_lookups"] or av["_known_related_objects"]
    if slag not in (ModelIterable, *RADER) or mer or kompilator.has_extra_select:
        raise ValueError("spørringen henter noe annet enn radene sine")
    return RADER.get(slag) or _som_objekt(kompilator)


def _som_objekt(kompilator: SQLCompiler) -> Callable[[Sequence[Any]], Model]:
    """As ``ModelIterable``, with all that is the same for every row found out beforehand."""
    valgt, klasse = kompilator.select, kompilator.klass_info
    start, slutt = klasse["select_fields"][0], klasse["select_fields"][-1] + 1
    navn, modell = [kolonne[0].target.attname for kolonne in valgt[start:slutt]], klasse["model"]
    tilknyttede = get_related_populators(klasse, valgt, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # the stubs are of a later Django
    tillegg = tuple((kompilator.annotation_col_map or {}).items())

    def objekt(rad: Sequence[Any]) -> Model:
        ny: Model = modell.from_db(DEFAULT_DB_ALIAS, navn, rad[start:slutt])
        for tilknyttet in tilknyttede:
            tilknyttet.populate(rad, ny)
        for kolonne, plass in tillegg:
            setattr(ny, kolonne, rad[plass])
        return ny

    return objekt
