package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.WireHarvest;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.Observation;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What came of a call that succeeded: images, and beside them a text that is JSON itself. */
final class WebUiAnswer {

  private final JsonArray images;
  private final JsonObject info;

  WebUiAnswer(String text) {
    JsonObject answer = NodeJson.parse(text).orElseGet(() -> NodeJson.object().build());
    images = NodeJson.list(answer, "images");
    info = NodeJson.parse(NodeJson.string(answer, "info")).orElseGet(NodeJson.object()::build);
  }

  /**
   * @param checkpoint the one that was asked for; the web UI takes another one without a word if it
   *     has not got it
   */
  Observation observation(String checkpoint) {
    String used = NodeJson.string(info, "sd_model_name");
    if (!checkpoint.isEmpty() && !used.isEmpty() && !used.equals(checkpoint)) {
      return new Observation.Failed(
          JobFault.of(Kind.MODEL_MISSING, "The node used another model than it was told to"));
    }
    int count = images(0).size();
    return count > 0
        ? new Observation.Finished(count)
        : new Observation.Failed(JobFault.of(Kind.WRONG_RESULT, "The node gave no image"));
  }

  /**
   * Those that were asked for: a contact sheet may come before them, masks behind.
   *
   * @param seed of the first image, if the node does not tell
   */
  List<WireHarvest.Found> images(long seed) {
    JsonArray seeds = NodeJson.list(info, "all_seeds");
    int first = (int) NodeJson.number(info, "index_of_first_image");
    int count = seeds.isEmpty() ? images.size() : Math.min(images.size(), first + seeds.size());
    List<WireHarvest.Found> found = new ArrayList<>();
    for (int index = first; index < count; index++) {
      int position = index - first;
      long used =
          position < seeds.size() && seeds.get(position) instanceof JsonNumber told
              ? told.longValue()
              : seed + position;
      found.add(new WireHarvest.Found(NodeJson.string(images.get(index)), used));
    }
    return found;
  }
}
