#!/usr/bin/env bash
# ./mirador bench site [--runs N] [PAGE …]: page weights, Lighthouse scores, first paint and time to interactive of the
# built site, on Lighthouse's simulated slow phone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./tools.sh
exec node site.mjs ../../target/site "$@"
