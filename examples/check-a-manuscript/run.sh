#!/usr/bin/env bash
# Two manuscripts against the transcripts of the example study: one sound, one with faults.
#   run.sh [FOLDER]     FOLDER takes what is made (default: check-a-manuscript-out).
# TRELLIS names the command where it is not called `trellis`, PYTHON a Python with python-docx.
set -euo pipefail

out=${1:-check-a-manuscript-out}
here=$(cd "$(dirname "$0")" && pwd)
roles=$here/../../src/trellis/examples/roles
trellis=${TRELLIS:-trellis}
mkdir -p "$out"
for name in sound faulty; do
  ${PYTHON:-python} "$here/make_docx.py" "$here/$name.md" "$out/$name.docx"
done

echo "The sound one:"
$trellis review --manuscript "$out/sound.docx" --sources "$roles/transcripts" --sample "$roles/people.csv"

echo
echo "The faulty one (exit code 2 says that something is wrong):"
$trellis review --manuscript "$out/faulty.docx" --sources "$roles/transcripts" --sample "$roles/people.csv" \
  --settings "$here/review.toml" -o "$out/commented.docx" || test $? -eq 2
echo "Open $out/commented.docx in Word or LibreOffice."
