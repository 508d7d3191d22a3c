package dev.easel.fake.comfy;

import java.util.EnumMap;
import java.util.Map;

/** Which faults are armed, and how often they strike yet. */
final class FakeFaults {

  private final Map<ComfyFault, Integer> armed = new EnumMap<>(ComfyFault.class);

  synchronized void arm(ComfyFault fault, int times) {
    armed.put(fault, times);
  }

  synchronized void disarm() {
    armed.clear();
  }

  /** True if it is armed, which uses it up by one. */
  synchronized boolean strikes(ComfyFault fault) {
    int left = armed.getOrDefault(fault, 0);
    if (left > 0) {
      armed.put(fault, left - 1);
    }
    return left > 0;
  }
}
