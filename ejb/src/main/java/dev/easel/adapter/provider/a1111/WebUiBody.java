package dev.easel.adapter.provider.a1111;

import static java.util.Map.entry;

import dev.easel.adapter.provider.DistilledModels;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.SamplerWords;
import dev.easel.adapter.provider.WireImages;
import dev.easel.domain.provider.RenderOrder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.util.Map;

/** An order in the words of the web UI. */
final class WebUiBody {

  static final SamplerWords WORDS =
      new SamplerWords(
          Map.ofEntries(
              entry("euler", "Euler"),
              entry("euler_ancestral", "Euler a"),
              entry("heun", "Heun"),
              entry("lms", "LMS"),
              entry("dpm_2", "DPM2"),
              entry("dpm_2_ancestral", "DPM2 a"),
              entry("dpm_fast", "DPM fast"),
              entry("dpm_adaptive", "DPM adaptive"),
              entry("dpmpp_2s_ancestral", "DPM++ 2S a"),
              entry("dpmpp_sde", "DPM++ SDE"),
              entry("dpmpp_2m", "DPM++ 2M"),
              entry("dpmpp_2m_sde", "DPM++ 2M SDE"),
              entry("dpmpp_2m_sde_heun", "DPM++ 2M SDE Heun"),
              entry("dpmpp_3m_sde", "DPM++ 3M SDE"),
              entry("lcm", "LCM"),
              entry("ddim", "DDIM"),
              entry("ipndm", "PLMS"),
              entry("uni_pc", "UniPC")),
          Map.of(
              "normal", "Normal",
              "karras", "Karras",
              "exponential", "Exponential",
              "sgm_uniform", "SGM Uniform",
              "simple", "Simple",
              "beta", "Beta"));

  /** Seeds have 32 bits. */
  private static final long HIGHEST_SEED = 0xFFFF_FFFFL;

  private static final int MASK_BLUR = 4;

  /** What is under the mask is where it begins from. */
  private static final int ORIGINAL = 1;

  private WebUiBody() {}

  static JsonObject of(RenderOrder order, String taskId) {
    JsonObjectBuilder body =
        NodeJson.object()
            .add("prompt", order.prompt())
            .add("negative_prompt", order.negativePrompt())
            .add("seed", seed(order))
            .add("steps", order.steps())
            .add("width", order.width())
            .add("height", order.height())
            .add("batch_size", order.count())
            .add("n_iter", 1)
            .add("send_images", true)
            .add("save_images", false)
            .add("force_task_id", taskId);
    guidance(order, body);
    WORDS.sampler(order.sampler()).ifPresent(word -> body.add("sampler_name", word));
    WORDS.scheduler(order.sampler()).ifPresent(word -> body.add("scheduler", word));
    checkpoint(order, body);
    order.initImage().ifPresent(image -> fromImage(order, image, body));
    return body.build();
  }

  /** Ours have more bits; what was used in the end is told with the images. */
  static long seed(RenderOrder order) {
    return Math.min(order.seed() & HIGHEST_SEED, HIGHEST_SEED - order.count() + 1);
  }

  private static void guidance(RenderOrder order, JsonObjectBuilder body) {
    if (DistilledModels.has(order.upstreamModel())) {
      body.add("cfg_scale", 1).add("distilled_cfg_scale", order.guidance());
    } else {
      body.add("cfg_scale", order.guidance());
    }
  }

  /** It stays loaded: to load the one before again would cost each job half a minute. */
  private static void checkpoint(RenderOrder order, JsonObjectBuilder body) {
    if (!order.upstreamModel().isEmpty()) {
      body.add(
              "override_settings",
              NodeJson.object().add("sd_model_checkpoint", order.upstreamModel()))
          .add("override_settings_restore_afterwards", false);
    }
  }

  private static void fromImage(RenderOrder order, BufferedImage image, JsonObjectBuilder body) {
    body.add("init_images", NodeJson.array().add(WireImages.text(image)))
        .add("denoising_strength", order.strength())
        .add("resize_mode", 0);
    order
        .mask()
        .ifPresent(
            mask ->
                body.add("mask", WireImages.text(mask))
                    .add("mask_blur", MASK_BLUR)
                    .add("inpainting_fill", ORIGINAL)
                    .add("inpaint_full_res", false)
                    .add("inpainting_mask_invert", 0));
  }
}
