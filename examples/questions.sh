#!/usr/bin/env bash
# Questions to a file of records, answered by jq.
#
#   questions.sh records.jsonl
set -euo pipefail
records=$1

echo "# who spoke, as what, when and at which meeting"
jq -r '. as $record | .officials[] | select(.roles | index("speak"))
  | [$record.date.start // "?", .name, ([.titles[].text] | join("、")), $record.meeting.name // "?"] | @tsv' "$records"

echo "# meetings by place"
jq -r '.venue.place // empty' "$records" | sort | uniq -c | sort -rn

echo "# what was asked for, item by item, sub-items indented"
jq -r 'def items($depth): .[] | ("  " * $depth // "") + .marker + " " + .heading, (.children | items($depth + 1));
  .workPlan | items(0)' "$records"

echo "# articles that report no meeting, and why their fields are empty"
jq -r 'select(.meeting == null) | [.document.path, ([.findings[].code] | join(" "))] | @tsv' "$records"
