package dev.easel.service.editing;

import dev.easel.domain.editing.Palette;
import dev.easel.domain.vision.ContentScore;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.Detection;
import dev.easel.domain.vision.FaceDetector;
import dev.easel.domain.vision.ObjectDetector;
import dev.easel.domain.vision.QualityMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is to be seen on a picture, from measurements only. Work for a worker's thread. */
@ApplicationScoped
public class SourceAnalysis {

  /** All that can be asked for. */
  public static final List<String> FEATURES = List.of("tags", "faces", "colors", "quality", "nsfw");

  private static final int MOST_COLOURS = 5;
  private static final int LEAST_EDGE = 16;
  private static final double GRAY = 0.02;
  private static final double DRAWN = 0.5;

  @Inject ObjectDetector objects;
  @Inject FaceDetector faces;
  @Inject ContentScorer contents;
  @Inject QualityMeter quality;

  /** As image-to-image prints it. Source: seed 001, {@code source_image.analysis}. */
  public JsonObject brief(BufferedImage picture) {
    Palette palette = Palette.of(picture);
    JsonArrayBuilder seen = Json.createArrayBuilder();
    labels(objects.objects(picture)).forEach(seen::add);
    return Json.createObjectBuilder()
        .add("dominant_colors", hex(palette))
        .add("detected_objects", seen)
        .add("style", style(palette, contents.score(picture)))
        .build();
  }

  /**
   * @param wanted some of {@link #FEATURES}; none stands for all
   */
  public JsonObject whole(BufferedImage picture, JsonArray wanted) {
    Set<String> features =
        wanted.getValuesAs(JsonString::getString).stream().collect(Collectors.toSet());
    JsonObjectBuilder found =
        Json.createObjectBuilder()
            .add("width", picture.getWidth())
            .add("height", picture.getHeight());
    if (wants(features, "colors")) {
      addColours(picture, found);
    }
    if (wants(features, "tags")) {
      addTags(picture, found);
    }
    if (wants(features, "faces")) {
      List<Detection> seen = faces.faces(picture);
      found.add("faces", boxes(seen)).add("face_count", seen.size());
    }
    if (wants(features, "quality")) {
      addQuality(picture, found);
    }
    if (wants(features, "nsfw")) {
      addContent(picture, found);
    }
    return found.build();
  }

  private static boolean wants(Set<String> features, String feature) {
    return features.isEmpty() || features.contains(feature);
  }

  private static void addColours(BufferedImage picture, JsonObjectBuilder found) {
    JsonArrayBuilder colours = Json.createArrayBuilder();
    Palette.of(picture).colours().stream()
        .limit(MOST_COLOURS)
        .forEach(
            colour ->
                colours.add(
                    Json.createObjectBuilder()
                        .add("color", colour.hex())
                        .add("share", rounded(colour.share()))));
    found.add("colors", colours);
  }

  private void addTags(BufferedImage picture, JsonObjectBuilder found) {
    List<Detection> seen = objects.objects(picture);
    JsonArrayBuilder tags = Json.createArrayBuilder();
    labels(seen).forEach(tags::add);
    found
        .add("tags", tags)
        .add("objects", boxes(seen))
        .add("style", style(Palette.of(picture), contents.score(picture)));
  }

  private void addQuality(BufferedImage picture, JsonObjectBuilder found) {
    boolean large = Math.min(picture.getWidth(), picture.getHeight()) >= LEAST_EDGE;
    JsonObjectBuilder measured = Json.createObjectBuilder();
    if (large) {
      measured.add("brisque", rounded(quality.brisque(picture)));
    } else {
      measured.addNull("brisque");
    }
    found.add("quality", measured).addNull("aesthetic_score");
  }

  private void addContent(BufferedImage picture, JsonObjectBuilder found) {
    ContentScore score = contents.score(picture);
    found
        .add("nsfw_score", rounded(score.nsfw()))
        .add(
            "content",
            Json.createObjectBuilder()
                .add("drawing", rounded(score.drawing()))
                .add("hentai", rounded(score.hentai()))
                .add("neutral", rounded(score.neutral()))
                .add("porn", rounded(score.porn()))
                .add("sexy", rounded(score.sexy())));
  }

  private static List<String> labels(List<Detection> seen) {
    return seen.stream().map(Detection::label).distinct().toList();
  }

  private static JsonArrayBuilder boxes(List<Detection> seen) {
    JsonArrayBuilder boxes = Json.createArrayBuilder();
    seen.forEach(
        detection ->
            boxes.add(
                Json.createObjectBuilder()
                    .add("label", detection.label())
                    .add("score", rounded(detection.score()))
                    .add("x", detection.box().x())
                    .add("y", detection.box().y())
                    .add("width", detection.box().width())
                    .add("height", detection.box().height())));
    return boxes;
  }

  private static JsonArrayBuilder hex(Palette palette) {
    JsonArrayBuilder colours = Json.createArrayBuilder();
    palette.colours().stream().limit(MOST_COLOURS).map(Palette.Colour::hex).forEach(colours::add);
    return colours;
  }

  /** A guess from what can be measured: how colourful it is, and whether it looks drawn. */
  private static String style(Palette palette, ContentScore score) {
    boolean drawn = score.drawing() + score.hentai() >= DRAWN;
    boolean gray = palette.chroma() < GRAY;
    if (drawn) {
      return gray ? "monochrome drawing" : "illustration";
    }
    return gray ? "monochrome photograph" : "photograph";
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
