#!/usr/bin/env bash
# ./mirador bench site [--runs N] [PAGE …]: page weights, Lighthouse scores, first paint and time to interactive of the
# built site, on Lighthouse's simulated slow phone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent
  touch node_modules/.package-lock.json
fi
chrome=${MIRADOR_CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
  [ -n "$chrome" ] || chrome=$(command -v "$name" || true)
done
[ -n "$chrome" ] || { echo "mirador: no Chromium found: install it or name one in MIRADOR_CHROMIUM" >&2; exit 1; }
CHROME_PATH=$chrome exec node site.mjs ../../target/site "$@"
