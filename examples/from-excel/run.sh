#!/usr/bin/env bash
# From a workbook and a commented Word file to a study with charts and an index.
#   run.sh [FOLDER]     FOLDER takes what is made (default: from-excel-out).
# TRELLIS names the command where it is not called `trellis`, PYTHON a Python with openpyxl and python-docx.
set -euo pipefail

out=${1:-from-excel-out}
here=$(cd "$(dirname "$0")" && pwd)
roles=$here/../../src/trellis/examples/roles
trellis=${TRELLIS:-trellis}
study=$out/charts.trellis
export TRELLIS_PERSON=${TRELLIS_PERSON:-Ana}
${PYTHON:-python} "$here/make_files.py" "$out"

$trellis new "$study" --title "Roles, from the charts that were kept in Excel" --notice "Fiction, written for Trellis. CC0."
$trellis framework import "$study" "$roles/framework-v1.toml"
$trellis import "$study" "$roles/transcripts/01-maureen.txt" "$roles/transcripts/03-wendy.txt" "$out/02-dan.docx" \
  --label Ana=interviewer
$trellis cases import "$study" "$roles/people.csv"

# Look first, put right what was taken for something else, then bring it in.
$trellis chart workbook "$study" "$out/framework.xlsx" --dry-run
$trellis chart workbook "$study" "$out/framework.xlsx" --theme "Lone working=5.2" --skip Site --skip KEY

# The comments in Dan's transcript, and what was coded on paper.
$trellis index comments "$study" 02-dan --author "JM=Julia Marsh"
printf 'T3-5 1.1\n11: 1.3; 5.1 paid for nothing\nT99 2.1\n' | $trellis index fast "$study" 01-maureen -

# Yusuf's transcript comes: what referred to it becomes evidence, as far as it can be followed.
$trellis import "$study" "$roles/transcripts/04-yusuf.md" --label Ana=interviewer
$trellis cases import "$study" "$roles/people.csv"
$trellis chart resolve "$study"
$trellis chart export "$study" --to "$out/chart.html" --theme 1 --theme 5
$trellis check "$study"
