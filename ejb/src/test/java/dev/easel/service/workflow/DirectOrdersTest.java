package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectOrdersTest {

  @Test
  void aRouteNeedsItsCheckpointOnANodeOfItsKind() {
    ModelRoute route = new ModelRoute("r", "sdxl", "sdcpp", "sd_xl_base_1.0", 1);

    assertThat(DirectOrders.needs(route).kind()).isEqualTo("sdcpp");
    assertThat(
            DirectOrders.needs(route)
                .metBy(Set.of(), Map.of("checkpoints", Set.of("sd_xl_base_1.0"))))
        .isTrue();
    assertThat(DirectOrders.needs(route).metBy(Set.of(), Map.of("checkpoints", Set.of("other"))))
        .isFalse();
  }

  @Test
  void inputsAreCutToTheOrderedSizeAndMasksMadeGray() {
    BufferedImage mask = Orders.image(640, 480);
    for (int y = 0; y < 480; y++) {
      mask.setRGB(320, y, 0xFFFFFF);
    }

    RenderOrder order =
        DirectOrders.bind(Orders.usual().from(Orders.image(640, 480)).masked(mask).order())
            .job()
            .order();

    assertThat(List.of(order.initImage().orElseThrow(), order.mask().orElseThrow()))
        .allMatch(image -> image.getWidth() == 768 && image.getHeight() == 512);
    assertThat(order.mask().orElseThrow().getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    assertThat(order.mask().orElseThrow().getRaster().getSample(384, 256, 0)).isGreaterThan(127);
    assertThat(order.mask().orElseThrow().getRaster().getSample(0, 0, 0)).isZero();
  }

  @Test
  void edgesAreRoundedAndThatIsTold() {
    Binder.Bound bound = DirectOrders.bind(Orders.usual().sized(515, 512).order());

    assertThat(bound.job().workflow()).isEmpty();
    assertThat(bound.job().order().width()).isEqualTo(512);
    assertThat(bound.remarks()).extracting(Remark::code).containsExactly("size_adjusted");
  }

  @Test
  void whatCannotBeMadeIsRefusedByOurParameter() {
    assertThat(refused(Orders.usual().of(9))).containsOnlyKeys("n");
    assertThat(refused(Orders.usual().sampled("Bogus"))).containsOnlyKeys("sampler");
    assertThat(refused(Orders.usual().masked(Orders.image(8, 8)))).containsOnlyKeys("init_image");
    assertThatCode(() -> DirectOrders.bind(Orders.usual().sampled("K_EULER").order()))
        .doesNotThrowAnyException();
  }

  private static Map<String, String> refused(Orders orders) {
    return catchThrowableOfType(FailureException.class, () -> DirectOrders.bind(orders.order()))
        .fields();
  }
}
