#!/usr/bin/env bash
# Decoding, resizing and encoding of a photograph, and thumbnails, against sharp (libvips), which npm
# installs into a temporary folder. All take turns in one run.
source "$(dirname "$0")/lib.sh"

rounds=${EASEL_BENCH_RUNS:-15}
sharp=${EASEL_BENCH_SHARP:-0.34.5}
command -v npm >/dev/null || { echo 'npm and node are needed for the comparison with sharp'; exit 1; }
npm install --silent --no-audit --no-fund --prefix "$WORK" "sharp@$sharp" >"$WORK/npm.log" 2>&1 ||
  { cat "$WORK/npm.log"; exit 1; }

machine
echo "sharp $sharp with its default of threads, then with one"
for threads in 0 1; do
  SHARP=$WORK THREADS=$threads java -Xmx1g -Djava.awt.headless=true \
    -cp "$ROOT/web/target/easel/WEB-INF/lib/*" "$ROOT/ops/bench/Codec.java" \
    "$ROOT/ejb/src/test/resources/photographs/astronaut.jpg" "$rounds" \
    "${EASEL_VISION_MODELS_DIR:-$ROOT/data/models}" "$ROOT/ops/bench/codec.mjs" "$WORK" 2>"$WORK/java.log" ||
    { cat "$WORK/java.log"; exit 1; }
done
