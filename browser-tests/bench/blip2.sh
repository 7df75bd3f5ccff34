#!/usr/bin/env bash
# ./mirador bench blip2 [--dtype F16|F32] [--rounds N] [--tokens N] [--export-only]: a checkpoint of the shapes of
# blip2-opt-2.7b with random weights (made once) goes through the exporter, beside a plain copy of the same files; then
# the int8 model runs in the page, beside a bare loop of ONNX Runtime Web on the same files. Takes some 30 GB of disk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./tools.sh
root=$(cd ../.. && pwd)
work=$root/target/bench/blip2
dtype=F16
export_only=false
rest=()
while [ $# -gt 0 ]; do
  case "$1" in
    --dtype) dtype=$2 && shift 2 ;;
    --export-only) export_only=true && shift ;;
    *) rest+=("$1") && shift ;;
  esac
done
case "$dtype" in F16 | F32) ;; *) echo "mirador: --dtype is F16 or F32: $dtype" >&2 && exit 2 ;; esac

models() {
  java -Xmx2g -XX:MaxDirectMemorySize=16g -Djava.awt.headless=true ${GC_LOG:+-Xlog:gc:file=$GC_LOG} \
    -cp "$root/models/target/classes:$(cat "$root/models/target/classpath.txt")" mirador.models.cli.Models "$@"
}
seconds() { # of a command, whose output goes on
  local start=$EPOCHREALTIME
  "$@" >&2
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'
}
bytes() { du -cb "$@" | tail -1 | cut -f1; }

mkdir -p "$work"
weights=$work/weights-$dtype
if [ ! -e "$weights/done" ]; then
  echo "Making a checkpoint of random weights, $dtype …"
  rm -rf "$weights"
  models random-blip2 --to "$weights" --dtype "$dtype" --outliers
  touch "$weights/done"
fi
if [ ! -e "$work/int8/manifest.json" ] || $export_only; then
  rm -rf "$work/int8" "$work/copy"
  mkdir "$work/copy"
  echo "A plain copy …"
  copy=$(seconds cp "$weights"/*.safetensors "$work/copy")
  rm -rf "$work/copy"
  echo "The exporter …"
  export=$(GC_LOG=$work/gc.log seconds models export blip2 --from "$weights" --to "$work" --variant int8 \
    --name blip2-opt-2.7b --licence MIT)
  read_bytes=$(bytes "$weights"/*.safetensors)
  written=$(bytes "$work"/int8/*)
  heap=$(sed -nE 's/.* ([0-9]+)M->[0-9]+M.*/\1/p' "$work/gc.log" | sort -n | tail -1)
  awk -v c="$copy" -v e="$export" -v r="$read_bytes" -v w="$written" -v h="$heap" 'BEGIN {
    printf "\nExporter: %.2f GB of weights to %.2f GB of int8 in %.1f s, self-check included: %.0f MB of weights a second\n", r / 1e9, w / 1e9, e, r / e / 1e6
    printf "Plain copy of the same weights: %.1f s, %.0f MB a second; the exporter takes %.1f times as long\n", c, r / c / 1e6, e / c
    printf "Peak heap: %d MB (aim at most 2048)\n\n", h }' | tee "$work/export.txt"
else
  cat "$work/export.txt"
fi
$export_only && exit 0
site=$work/site
mkdir -p "$site"
cp -a "$root/target/site/." "$site"
cp "$root/browser-tests/target/js/model-page.js" "$site"
exec node blip2.mjs "$root" "${rest[@]}"
