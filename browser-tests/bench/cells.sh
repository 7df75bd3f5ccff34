#!/usr/bin/env bash
# ./mirador bench cells [--rounds N]: a code cell in the page, from the click to the verdicts, beside MicroPython alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./tools.sh
exec node cells.mjs "$(cd ../.. && pwd)" "$@"
