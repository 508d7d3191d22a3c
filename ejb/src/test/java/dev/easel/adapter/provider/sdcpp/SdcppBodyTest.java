package dev.easel.adapter.provider.sdcpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.adapter.provider.WireImages;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdcppBodyTest {

  @Test
  void textToImageIsWordedAsTheServerWantsIt() {
    assertThat(SdcppBody.of(NodeStage.order(2, 7, "Euler a Karras")))
        .isEqualTo(
            NodeJson.parse(
                    """
                    {"prompt": "a red fox", "negative_prompt": "blurry", "width": 64, "height": 64,
                     "seed": 7, "batch_count": 2,
                     "sample_params": {"sample_steps": 20, "guidance": {"txt_cfg": 6.5},
                                       "sample_method": "euler_a", "scheduler": "karras"},
                     "embed_image_metadata": false, "output_format": "png"}
                    """)
                .orElseThrow());
  }

  @Test
  void inputsAreSentInBase64AndMasksHaveOneChannel() {
    BufferedImage init = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    BufferedImage mask = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    mask.getRaster().setSample(3, 4, 0, 255);

    JsonObject body =
        SdcppBody.of(
            NodeStage.order("sd_xl_base_1.0", 1, 7, "", Optional.of(init), Optional.of(mask)));

    assertThat(body.getJsonNumber("strength").doubleValue()).isEqualTo(0.6);
    assertThat(body).containsKey("init_image");
    BufferedImage sent =
        WireImages.read(body.getString("mask_image"), new ImageIoCodec()).orElseThrow();
    assertThat(sent.getRGB(3, 4) & 0xff).isEqualTo(255);
    assertThat(sent.getRGB(4, 4) & 0xff).isZero();
  }

  @Test
  void fluxHasItsGuidanceUnderAnotherName() {
    JsonObject body =
        SdcppBody.of(
            NodeStage.order("flux1-dev-q4_0", 1, 1, "", Optional.empty(), Optional.empty()));

    assertThat(body.getJsonObject("sample_params").getJsonObject("guidance").toString())
        .isEqualTo("{\"txt_cfg\":1.0,\"distilled_guidance\":6.5}");
  }
}
