package dev.easel.service.workflow;

import dev.easel.domain.workflow.WorkflowLimits;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Set;

/** Reads {@code limits}: what a graph can be asked for. */
final class LimitsReader {

  private static final Set<String> MEMBERS =
      Set.of("edge_multiple", "max_images", "max_steps", "upscale_factor");
  private static final int MOST_EDGE_MULTIPLE = 256;

  /** Of one run; old servers repeat no more often. */
  private static final int MOST_IMAGES = 64;

  private static final int MOST_UPSCALE_FACTOR = 16;

  private final Faults faults;

  LimitsReader(Faults faults) {
    this.faults = faults;
  }

  WorkflowLimits read(JsonObject limits) {
    if (!MEMBERS.containsAll(limits.keySet())) {
      faults.add("limits", "has a member that is not known here");
    }
    WorkflowLimits usual = WorkflowLimits.USUAL;
    return new WorkflowLimits(
        number(limits, "edge_multiple", usual.edgeMultiple(), MOST_EDGE_MULTIPLE),
        number(limits, "max_images", usual.mostImages(), MOST_IMAGES),
        number(limits, "max_steps", usual.mostSteps(), usual.mostSteps()),
        number(limits, "upscale_factor", usual.upscaleFactor(), MOST_UPSCALE_FACTOR));
  }

  private int number(JsonObject limits, String name, int usual, int most) {
    if (!limits.containsKey(name)) {
      return usual;
    }
    boolean fits =
        limits.get(name) instanceof JsonNumber number
            && number.isIntegral()
            && number.doubleValue() >= 1
            && number.doubleValue() <= most;
    if (!fits) {
      faults.add("limits." + name, "must be an integer from 1 to " + most);
      return usual;
    }
    return limits.getInt(name);
  }
}
