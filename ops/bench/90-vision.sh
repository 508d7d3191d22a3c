#!/usr/bin/env bash
# Image processing in the server: latency and peak memory, each operation in a JVM of its own.
source "$(dirname "$0")/lib.sh"

runs=${EASEL_BENCH_RUNS:-5}
photograph=$ROOT/ejb/src/test/resources/photographs/astronaut.jpg
models=${EASEL_VISION_MODELS_DIR:-$ROOT/data/models}

measure() {
  java -Xmx1g -Djava.awt.headless=true -cp "$ROOT/web/target/easel/WEB-INF/lib/*" \
    "$ROOT/ops/bench/Vision.java" "$photograph" "$1" "$2" "${3:-$runs}" "$models" 2>"$WORK/vision.log" ||
    { cat "$WORK/vision.log"; return 1; }
}

machine
measure remove-background 1024
measure upscale-general-x4 256
measure upscale-general-x4 1024 1
measure upscale-anime-x4 256 1
[[ ! -f $models/realesrgan-x4plus.onnx ]] || measure upscale-photo-x4 256 1
measure upscale-lanczos-x4 1024
measure restore-noise 512
measure restore-jpeg 512
measure nsfw 1024
measure faces 1024
measure objects 1024
measure quality 1024
measure fill 512
