#!/usr/bin/env bash
# ./mirador bench miniatures [--rounds N]: the small models that ship, in the page: from a figure to its embedding, and
# from a figure to its caption, beside ONNX Runtime Web alone on the same graphs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./tools.sh
root=$(cd ../.. && pwd)
site=$root/target/bench/miniatures/site
rm -rf "$site"
mkdir -p "$site"
cp -a "$root/target/site/." "$site"
cp "$root/browser-tests/target/js/model-page.js" "$site"
exec node miniatures.mjs "$root" "$@"
