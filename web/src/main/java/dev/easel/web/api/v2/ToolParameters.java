package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.editing.filter.FilterType;
import dev.easel.domain.editing.filter.Parameter;
import dev.easel.service.editing.SourceAnalysis;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What models take that paint nothing but work on a given image, member by member. */
final class ToolParameters {

  private static final Set<Capability> PAINTING =
      Set.of(
          Capability.TEXT_TO_IMAGE,
          Capability.IMAGE_TO_IMAGE,
          Capability.INPAINTING,
          Capability.OUTPAINTING);

  private ToolParameters() {}

  static boolean isTool(Set<Capability> capabilities) {
    return !capabilities.isEmpty() && Collections.disjoint(capabilities, PAINTING);
  }

  static JsonObjectBuilder of(Set<Capability> capabilities) {
    JsonObjectBuilder all = WireJson.object();
    capabilities.stream().sorted().forEach(capability -> add(capability, all));
    return all;
  }

  private static void add(Capability capability, JsonObjectBuilder all) {
    switch (capability) {
      case FILTERING -> addFilters(all);
      case BACKGROUND_REMOVAL -> addCutout(all);
      case UPSCALING ->
          all.add(UpscaleBody.FACTOR, number(2, UpscaleBody.USUAL_FACTOR, UpscaleBody.USUAL_FACTOR))
              .add(UpscaleBody.FACES, flag(false))
              .add(UpscaleBody.DENOISE, number(0, 1, 0));
      case RESTORATION ->
          all.add(RestoreBody.DAMAGE, word(RestoreBody.DAMAGES))
              .add(RestoreBody.STRENGTH, number(0, 1, 1));
      case ANALYSIS ->
          all.add(
              AnalyzeBody.FEATURES,
              WireJson.object()
                  .add("values", WireJson.array(SourceAnalysis.FEATURES))
                  .add("default", WireJson.array(SourceAnalysis.FEATURES)));
      case TEXT_TO_IMAGE, IMAGE_TO_IMAGE, INPAINTING, OUTPAINTING, CONTROLNET -> {}
    }
  }

  private static void addFilters(JsonObjectBuilder all) {
    JsonObjectBuilder types = WireJson.object();
    for (FilterType type : FilterType.values()) {
      JsonObjectBuilder takes = WireJson.object();
      type.parameters().forEach(parameter -> takes.add(parameter.name(), described(parameter)));
      types.add(type.wire(), takes);
    }
    all.add(FiltersBody.FILTERS, WireJson.object().add("required", true).add("types", types))
        .add(FiltersBody.METADATA, flag(false));
  }

  private static void addCutout(JsonObjectBuilder all) {
    JsonObjectBuilder behind =
        WireJson.object()
            .add(CutoutBody.COLOUR, WireJson.object().add("example", "#FFFFFF"))
            .add(CutoutBody.PICTURE, WireJson.object())
            .add(
                CutoutBody.BLUR,
                WireJson.object().add("min", 0).add("max", plain(CutoutBody.MOST_BLUR)));
    all.add(CutoutBody.MODE, word(CutoutBody.MODES))
        .add(CutoutBody.BACKGROUND, WireJson.object().add("one_of", behind))
        .add(CutoutBody.SMOOTHING, flag(true))
        .add(CutoutBody.THRESHOLD, number(0, 1, 0.5));
  }

  private static JsonObjectBuilder described(Parameter parameter) {
    return switch (parameter.kind()) {
      case NUMBER, INTEGER -> {
        JsonObjectBuilder range =
            WireJson.object()
                .add("min", plain(parameter.least()))
                .add("max", plain(parameter.most()));
        yield parameter.fallback() instanceof Number fallback
            ? range.add("default", plain(fallback.doubleValue()))
            : range;
      }
      case FLAG -> flag((Boolean) parameter.fallback());
      case TEXT -> {
        JsonObjectBuilder text = WireJson.object();
        if (parameter.words().isEmpty()) {
          text.add("max_length", (int) parameter.most());
        } else {
          text.add("values", WireJson.array(parameter.words()));
        }
        yield parameter.fallback() instanceof String fallback
            ? text.add("default", fallback)
            : text;
      }
    };
  }

  private static JsonObjectBuilder number(double least, double most, double usual) {
    return WireJson.object()
        .add("min", plain(least))
        .add("max", plain(most))
        .add("default", plain(usual));
  }

  /** Whole numbers without a point. */
  private static JsonValue plain(double number) {
    return WireJson.number(
        new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()));
  }

  private static JsonObjectBuilder flag(boolean usual) {
    return WireJson.object().add("default", usual);
  }

  /** The first is the default. */
  private static JsonObjectBuilder word(List<String> words) {
    return WireJson.object().add("values", WireJson.array(words)).add("default", words.get(0));
  }
}
