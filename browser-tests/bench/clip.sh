#!/usr/bin/env bash
# ./mirador bench clip [--variant int8|fp32] [--rounds N]: from a picture to its embedding, in the page, beside
# transformers.js, bare ONNX Runtime Web and native ONNX Runtime, on a model of the shapes of ViT-B/32 with random
# weights, which is made once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./tools.sh
root=$(cd ../.. && pwd)
work=$root/target/bench/clip
variant=int8
for ((i = 1; i < $#; i++)); do
  [ "${!i}" != --variant ] || { next=$((i + 1)) && variant=${!next}; }
done
case "$variant" in int8 | fp32) ;; *) echo "mirador: --variant is int8 or fp32: $variant" >&2 && exit 2 ;; esac

models() {
  java -Djava.awt.headless=true -cp "$root/models/target/classes:$(cat "$root/models/target/classpath.txt")" \
    mirador.models.cli.Models "$@"
}

if [ ! -e "$work/int8/manifest.json" ] || [ ! -e "$work/fp32/manifest.json" ]; then
  echo "Making the model …"
  rm -rf "$work"
  models random-clip --to "$work/weights"
  models export clip --from "$work/weights" --to "$work" --variant int8,fp32 --keep-whole \
    --name clip-vit-base-patch32 --licence Apache-2.0
  rm -r "$work/weights"
fi
# The site with the page that tests use, and with the model as scripts for file://.
site=$work/site
mkdir -p "$site"
cp -a "$root/target/site/." "$site"
cp "$root/browser-tests/target/js/model-page.js" "$site"
if [ ! -e "$work/packed" ] || [ "$(cat "$work/packed")" != "$variant" ]; then
  rm -rf "$site/models" "$work/packed"
  models pack-model --from "$work/$variant" --to "$site/models"
  echo "$variant" >"$work/packed"
fi
exec node clip.mjs "$root" "$@"
