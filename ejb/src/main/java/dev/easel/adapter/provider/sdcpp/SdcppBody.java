package dev.easel.adapter.provider.sdcpp;

import static java.util.Map.entry;

import dev.easel.adapter.provider.DistilledModels;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.SamplerWords;
import dev.easel.adapter.provider.WireImages;
import dev.easel.domain.provider.RenderOrder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** An order in the server's words. What it does not say is as the server was started with. */
final class SdcppBody {

  /** Those that every version with this API has. */
  static final SamplerWords WORDS =
      new SamplerWords(
          Map.ofEntries(
              entry("euler", "euler"),
              entry("euler_ancestral", "euler_a"),
              entry("heun", "heun"),
              entry("dpm_2", "dpm2"),
              entry("dpmpp_2s_ancestral", "dpm++2s_a"),
              entry("dpmpp_2m", "dpm++2m"),
              entry("ipndm", "ipndm"),
              entry("ipndm_v", "ipndm_v"),
              entry("lcm", "lcm"),
              entry("ddim", "ddim_trailing")),
          Map.of(
              "normal", "discrete",
              "karras", "karras",
              "exponential", "exponential",
              "sgm_uniform", "sgm_uniform",
              "simple", "simple"));

  private SdcppBody() {}

  static JsonObject of(RenderOrder order) {
    JsonObjectBuilder body =
        NodeJson.object()
            .add("prompt", order.prompt())
            .add("negative_prompt", order.negativePrompt())
            .add("width", order.width())
            .add("height", order.height())
            .add("seed", order.seed())
            .add("batch_count", order.count())
            .add("sample_params", sampling(order))
            .add("embed_image_metadata", false)
            .add("output_format", "png");
    order
        .initImage()
        .ifPresent(
            image ->
                body.add("init_image", WireImages.text(image)).add("strength", order.strength()));
    order.mask().ifPresent(mask -> body.add("mask_image", WireImages.text(mask)));
    return body.build();
  }

  private static JsonObjectBuilder sampling(RenderOrder order) {
    JsonObjectBuilder sampling =
        NodeJson.object().add("sample_steps", order.steps()).add("guidance", guidance(order));
    WORDS.sampler(order.sampler()).ifPresent(word -> sampling.add("sample_method", word));
    WORDS.scheduler(order.sampler()).ifPresent(word -> sampling.add("scheduler", word));
    return sampling;
  }

  private static JsonObjectBuilder guidance(RenderOrder order) {
    return DistilledModels.has(order.upstreamModel())
        ? NodeJson.object().add("txt_cfg", 1.0).add("distilled_guidance", order.guidance())
        : NodeJson.object().add("txt_cfg", order.guidance());
  }
}
