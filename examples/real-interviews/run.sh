#!/usr/bin/env bash
# Makes the study of four real interviews: sources, cases, framework, index, chart, and the chart's exports.
#   run.sh INTERVIEWS [FOLDER]     INTERVIEWS holds founderstalk/founders-talk-53.md and so on; FOLDER takes what is made.
# TRELLIS names the command where it is not called `trellis`.
# What lands in FOLDER (study, exports, search) holds words of the interviews; it is not for this repository.
set -euo pipefail

interviews=$1
out=${2:-real-interviews-out}
here=$(cd "$(dirname "$0")" && pwd)
trellis=${TRELLIS:-trellis}
study=$out/four.trellis
export TRELLIS_PERSON=R1
mkdir -p "$out"

# Who is who: the label that stands in all four files is the host; the other one of each file is its guest.
# The names come from the files, none is kept here.
labels_of() { sed -n 's/^\*\*\([^*]*\):\*\*.*/\1/p' "$1" | grep -v '^Break$' | sort -u; }
episodes=(53 65 56 76)
files=()
for episode in "${episodes[@]}"; do files+=("$interviews/founderstalk/founders-talk-$episode.md"); done
host=$(for file in "${files[@]}"; do labels_of "$file"; done | sort | uniq -c | awk '$1 == 4' | sed 's/^ *4 //')
{
  echo "label,role,case"
  echo "$host,interviewer,"
  for episode in "${episodes[@]}"; do
    echo "$(labels_of "$interviews/founderstalk/founders-talk-$episode.md" | grep -vxF "$host"),participant,G$episode"
  done
} > "$out/labels.csv"

$trellis new "$study" --title "Carrying a venture" \
  --question "How do people who build a venture speak of what it asks of them, and with whom do they carry it?" \
  --notice "Founders Talk, Changelog Media, CC BY-SA 4.0; indexed and charted by reading"
$trellis import "$study" "${files[@]}" --labels "$out/labels.csv"
$trellis cases import "$study" "$here/cases.csv"
$trellis framework import "$study" "$here/framework.toml"

# The index was made in this order: three interviews under v1, the operations, the rest under v2.
head -1 "$here/codings.csv" | tee "$out/v1.csv" > "$out/v2.csv"
awk -F, 'NR > 1 && $4 == "v1"' "$here/codings.csv" >> "$out/v1.csv"
awk -F, 'NR > 1 && $4 == "v2"' "$here/codings.csv" >> "$out/v2.csv"
$trellis index bulk "$study" "$out/v1.csv"
$trellis framework apply "$study" "$here/operations.toml"
$trellis index bulk "$study" "$out/v2.csv"
$trellis framework compare "$study" v1 v2
$trellis index coverage "$study"
$trellis index counts "$study"

$trellis chart import "$study" "$here/chart.csv"
$trellis chart progress "$study" --open
for kind in xlsx html csv; do $trellis chart export "$study" --to "$out/chart.$kind" --replace; done
$trellis search "$study" "famil* OR wife OR husband" --csv > "$out/family.csv"

# The others of the 84 come in beside them: the four are named as duplicates, and one host asks in both series.
$trellis import "$study" "$interviews/founderstalk" "$interviews/brainscience" --labels "$out/labels.csv"
$trellis sample lengths "$study" --csv > "$out/lengths.csv"
$trellis search "$study" "lonel* OR alone" --count
$trellis index coverage "$study" --csv > "$out/coverage.csv"
$trellis chart export "$study" --to "$out/chart-of-all.xlsx" --replace
$trellis memo import "$study" "$here/memos.csv"
$trellis history "$study"
$trellis check "$study"
