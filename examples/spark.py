"""Reads articles with huiyao on a Spark cluster and writes the records as Parquet.

    huiyao schema --format spark > record.spark.json
    spark-submit spark.py crawl.jsonl records.parquet \
        --schema record.spark.json --huiyao "/usr/bin/node /opt/huiyao/bin/huiyao.js"

ARTICLES is JSON Lines, one article a line, as `huiyao extract` reads it. Each partition is one process of huiyao, which
answers every line with one line. Records go to OUTPUT; the answers to lines that hold no article go to OUTPUT.errors, as
text. Node and huiyao have to be at the same paths on every worker.
"""

import argparse
import json
from collections.abc import Iterator

from pyspark import RDD, StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, from_json, get_json_object
from pyspark.sql.types import StructType


def ask(lines: RDD, command: str) -> RDD:
    """The answer to every line. A task whose answers are not as many as its lines fails, and Spark tries it again."""
    # Spark runs the three steps of a partition in one process, on a copy of this list that is the task's own.
    asked = [0]

    def count(partition: Iterator[str]) -> Iterator[str]:
        for line in partition:
            asked[0] += 1
            yield line

    def compare(partition: Iterator[str]) -> Iterator[str]:
        answered = 0
        for answer in partition:
            answered += 1
            yield answer
        if answered != asked[0]:
            raise RuntimeError(f"{asked[0]} lines were asked and {answered} answered")

    # Without checkCode, a process that dies counts as one that is done, and its lines are lost without a word.
    return lines.mapPartitions(count).pipe(command, checkCode=True).mapPartitions(compare)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles")
    parser.add_argument("output")
    parser.add_argument("--schema", required=True, help="what `huiyao schema --format spark` wrote")
    parser.add_argument(
        "--huiyao",
        required=True,
        # pipe() runs it without a shell and with an empty environment: there is no PATH in which to look for it.
        help="how huiyao is run on the workers, by whole paths",
    )
    parser.add_argument("--partitions", type=int, default=None, help="at least so many processes of huiyao")
    options = parser.parse_args()

    with open(options.schema, encoding="utf-8") as file:
        schema = StructType.fromJson(json.load(file))
    spark = SparkSession.builder.appName("huiyao").getOrCreate()

    lines = spark.sparkContext.textFile(options.articles, options.partitions)
    # --ascii: on workers whose locale is C, no step on the way can turn Chinese into question marks.
    answers = ask(lines, f"{options.huiyao} extract --stream --ascii")
    # Records and errors are taken from the same answers; without this the articles would be read twice.
    table = answers.map(lambda answer: (answer,)).toDF("json string").persist(StorageLevel.MEMORY_AND_DISK)
    form = get_json_object(col("json"), "$.schema")

    records = table.where(form == "huiyao/1")
    # FAILFAST: a record that does not fit the schema, as from another version of huiyao, ends the run.
    records = records.select(from_json("json", schema, {"mode": "FAILFAST"}).alias("record")).select("record.*")
    records.write.mode("overwrite").parquet(options.output)
    table.where(form == "huiyao-error/1").write.mode("overwrite").text(options.output + ".errors")
    spark.stop()


if __name__ == "__main__":
    main()
