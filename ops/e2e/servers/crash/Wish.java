package dev.easel.crash;

import java.util.List;
import java.util.Random;

/**
 * One request for images.
 *
 * @param key idempotency key, or null
 */
record Wish(String key, String body) {

  private static final List<String> MODELS =
      List.of("easel/sketch", "comfyui/flux", "comfyui/flux", "flux-schnell", "midjourney-v6");
  private static final List<Integer> SIZES = List.of(64, 64, 64, 128, 128, 256);
  private static final List<String> SCENES =
      List.of("a lake at dawn", "mountains under the moon", "a bridge in the rain", "snow");

  /** Mostly small pictures, so that many fit into a life of the server. */
  static Wish random(Random random) {
    long number = random.nextLong() & 0xffffffffffL;
    String body =
        "{\"model\":\"%s\",\"prompt\":\"%s, number %d\",\"parameters\":{\"width\":%d,\"height\":%d,\"num_outputs\":%d}}"
            .formatted(
                oneOf(MODELS, random),
                oneOf(SCENES, random),
                number,
                oneOf(SIZES, random),
                oneOf(SIZES, random),
                1 + random.nextInt(4));
    return new Wish(random.nextInt(10) < 4 ? "crash-" + number : null, body);
  }

  private static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
