package dev.easel.adapter.provider.a1111;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.adapter.provider.WireImages;
import dev.easel.domain.provider.RenderOrder;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebUiBodyTest {

  @Test
  void textToImageIsWordedAsTheWebUiWantsIt() {
    JsonObject body = WebUiBody.of(NodeStage.order(2, 7, "DPM++ 2M Karras"), "task");

    assertThat(body)
        .isEqualTo(
            NodeJson.parse(
                    """
                    {"prompt": "a red fox", "negative_prompt": "blurry", "seed": 7, "steps": 20,
                     "width": 64, "height": 64, "batch_size": 2, "n_iter": 1, "send_images": true,
                     "save_images": false, "force_task_id": "task", "cfg_scale": 6.5,
                     "sampler_name": "DPM++ 2M", "scheduler": "Karras",
                     "override_settings": {"sd_model_checkpoint": "sd_xl_base_1.0"},
                     "override_settings_restore_afterwards": false}
                    """)
                .orElseThrow());
  }

  @Test
  void inpaintingSendsTheMaskAsItIs() {
    BufferedImage init = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    BufferedImage mask = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    mask.getRaster().setSample(3, 4, 0, 255);
    RenderOrder order =
        NodeStage.order("sd_xl_base_1.0", 1, 7, "", Optional.of(init), Optional.of(mask));

    JsonObject body = WebUiBody.of(order, "task");

    assertThat(body.getJsonNumber("denoising_strength").doubleValue()).isEqualTo(0.6);
    assertThat(body.getJsonArray("init_images")).hasSize(1);
    assertThat(body.getInt("inpainting_mask_invert")).isZero();
    assertThat(body.getInt("inpainting_fill")).isEqualTo(1);
    assertThat(body.getBoolean("inpaint_full_res")).isFalse();
    BufferedImage sent = WireImages.read(body.getString("mask"), new ImageIoCodec()).orElseThrow();
    assertThat(sent.getRGB(3, 4) & 0xff).isEqualTo(255);
    assertThat(sent.getRGB(4, 4) & 0xff).isZero();
  }

  @Test
  void seedsAreFoldedIntoThirtyTwoBits() {
    assertThat(WebUiBody.seed(NodeStage.order(1, (1L << 40) + 5, ""))).isEqualTo(5);
    assertThat(WebUiBody.seed(NodeStage.order(4, 0xFFFF_FFFFL, ""))).isEqualTo(0xFFFF_FFFCL);
  }

  @Test
  void fluxHasItsGuidanceUnderAnotherName() {
    JsonObject body =
        WebUiBody.of(
            NodeStage.order("flux1-dev", 1, 1, "", Optional.empty(), Optional.empty()), "task");

    assertThat(body.getInt("cfg_scale")).isEqualTo(1);
    assertThat(body.getJsonNumber("distilled_cfg_scale").doubleValue()).isEqualTo(6.5);
  }

  @Test
  void anOrderWithoutAModelTakesWhatIsLoaded() {
    JsonObject body =
        WebUiBody.of(NodeStage.order("", 1, 1, "", Optional.empty(), Optional.empty()), "task");

    assertThat(body).doesNotContainKey("override_settings");
  }
}
