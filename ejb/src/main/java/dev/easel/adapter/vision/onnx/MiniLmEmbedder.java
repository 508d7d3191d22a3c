package dev.easel.adapter.vision.onnx;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.TextEmbedder;
import dev.easel.domain.vision.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;

/** MiniLM in eight bits: the mean of what it makes of each piece of a text. */
@ApplicationScoped
class MiniLmEmbedder implements TextEmbedder {

  /** As many as it was trained with. */
  private static final int MOST_PIECES = 128;

  @Inject Networks networks;
  @Inject ModelFiles files;

  private WordPieces pieces;

  @Override
  public boolean isAvailable() {
    return networks.isInstalled(Model.TEXT);
  }

  @Override
  public Meaning of(String text) {
    long[] row = pieces().of(text, MOST_PIECES);
    long[] all = new long[row.length];
    Arrays.fill(all, 1);
    Map<String, long[]> inputs =
        Map.of("input_ids", row, "attention_mask", all, "token_type_ids", new long[row.length]);
    Network.Output output =
        networks.use(Model.TEXT, Progress.NONE, network -> network.read(inputs));
    return Meaning.of(mean(output.values()));
  }

  private static float[] mean(float[] values) {
    float[] sum = new float[Meaning.LENGTH];
    for (int i = 0; i < values.length; i++) {
      sum[i % Meaning.LENGTH] += values[i];
    }
    return sum; // its direction is all that counts
  }

  private synchronized WordPieces pieces() {
    if (pieces == null) {
      pieces = WordPieces.read(files.beside(Model.TEXT, "-tokenizer.json"));
    }
    return pieces;
  }
}
