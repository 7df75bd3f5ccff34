# For the scripts beside it, to be sourced in this folder: the npm packages they use, and Chromium in CHROME_PATH.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent
  touch node_modules/.package-lock.json
fi
CHROME_PATH=${MIRADOR_CHROMIUM:-}
for name in chromium chromium-browser google-chrome; do
  [ -n "$CHROME_PATH" ] || CHROME_PATH=$(command -v "$name" || true)
done
[ -n "$CHROME_PATH" ] || { echo "mirador: no Chromium found: install it or name one in MIRADOR_CHROMIUM" >&2; exit 1; }
export CHROME_PATH
