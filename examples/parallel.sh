#!/usr/bin/env bash
# Reads one large file of articles (JSON Lines) on every core with GNU parallel, in two ways.
#
#   parallel.sh crawl.jsonl out [LINES OF A SHARD]
set -euo pipefail
articles=$1 out=$2 lines=${3:-1000}
mkdir -p "$out/shards" "$out/records"

# 1. In one go: blocks of whole lines go to as many processes as there are cores; --keep-order keeps the order of the file.
#    Each line is answered with one line, a record or an error, so nothing is lost without a word.
parallel --pipe --keep-order --block 1M huiyao extract --stream < "$articles" > "$out/answers.jsonl"

# 2. In shards that can be taken up again. A shard takes its name when it is whole; the journal says which are done, and the
#    same command again does those that failed or were cut short, and no other.
read_shard() { huiyao extract --stream < "$1" > "$2.part" && mv "$2.part" "$2"; }
export -f read_shard
export out PARALLEL_SHELL=/bin/bash
split --lines "$lines" --numeric-suffixes --suffix-length 6 --additional-suffix .jsonl "$articles" "$out/shards/"
parallel --joblog "$out/journal" --resume-failed 'read_shard {} "$out"/records/{/}' ::: "$out"/shards/*.jsonl
