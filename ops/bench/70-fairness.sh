#!/usr/bin/env bash
# What the scheduler of GPU nodes decides: shares between tenants, and loads of models saved by affinity.
# Nodes and time are simulated, the scheduler is the product's.
source "$(dirname "$0")/lib.sh"

machine
javac -proc:none -cp "$ROOT/domain/target/classes" -d "$WORK/classes" \
  "$ROOT/domain/src/test/java/dev/easel/domain/dispatch/Simulation.java" "$ROOT/ops/bench/Fairness.java"
java -cp "$ROOT/domain/target/classes:$WORK/classes" Fairness
