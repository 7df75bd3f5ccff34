#!/usr/bin/env bash
# Installs the build's npm packages (temml, the typeface, the code editor, ONNX Runtime Web) when they are older than the lock file.
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent --no-fund --no-audit
  touch node_modules/.package-lock.json
fi
