"""§ 29 over a file of facts in PySpark on this machine. Runs in PySpark's own environment, where Polars is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyspark.sql import SparkSession

from skreddersom.benk.jobb.paragraf29 import arbeid
from skreddersom.kjerne.lov.kolonner import vurder_kolonner

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.benk.barn import Arbeid
    from skreddersom.benk.jobb.paragraf29 import Filer

OPPSETT = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "localhost",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
}


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[None]:
    """From file to file. Starting Spark is not part of the work."""
    bygger = SparkSession.builder.master("local[*]")
    for navn, verdi in OPPSETT.items():
        bygger = bygger.config(navn, verdi)
    spark = bygger.getOrCreate()

    def vurder(filer: Filer, per: date) -> None:
        vurder_kolonner(spark.read.parquet(filer.inn), per).write.mode("overwrite").parquet(filer.ut)

    return arbeid(oppdrag, vurder, "pyspark", spark.stop)
