package dev.easel.web.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureException;
import dev.easel.service.node.NodeWish;
import dev.easel.web.api.v2.admin.NodeBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeFormTest {

  private final NodeForm form = new NodeForm();

  @BeforeEach
  void fillIn() {
    form.url = " http://gpu-1:8188 ";
    form.chosen = List.of();
  }

  @Test
  void anAddressIsEnoughForANewNode() {
    assertThat(new NodeBody(form.creating(), Optional::of).wish())
        .isEqualTo(NodeWish.at("http://gpu-1:8188"));
  }

  @Test
  void linesBecomeLabelsAndHeaders() {
    form.labels = "rack = b2\n\nsite=north";
    form.headers = "Authorization: Bearer a:b";
    form.chosen = List.of("easel/sketch");
    form.maxInFlight = "3";

    NodeWish wish = new NodeBody(form.creating(), Optional::of).wish();

    assertThat(wish.labels()).contains(Map.of("rack", "b2", "site", "north"));
    assertThat(wish.headers()).contains(Map.of("Authorization", "Bearer a:b"));
    assertThat(wish.models()).contains(Set.of("easel/sketch"));
    assertThat(wish.maxInFlight()).contains(3);
  }

  @Test
  void whatIsNotShownStaysWhenItIsLeftEmpty() {
    form.version = "7";

    NodeBody body = new NodeBody(form.changing(), Optional::of);

    assertThat(body.version()).contains(7L);
    assertThat(body.wish().headers()).isEmpty();
    assertThat(body.wish().labels()).contains(Map.of());
    assertThat(body.wish().models()).contains(Set.of());
    assertThat(body.wish().tlsIdentity()).contains("");
  }

  @Test
  void headersGoWhenThatIsTicked() {
    form.dropHeaders = "yes";

    assertThat(new NodeBody(form.changing(), Optional::of).wish().headers()).contains(Map.of());
  }

  @Test
  void eachFieldIsToldWhatIsWrong() {
    form.name = "no name at all";
    form.maxInFlight = "many";
    form.headers = "Host: other";
    form.labels = "b\u00e4d=1";

    FailureException refused =
        catchThrowableOfType(
            FailureException.class, () -> new NodeBody(form.creating(), Optional::of).wish());

    assertThat(refused.fields().keySet())
        .containsExactlyInAnyOrder("name", "max_in_flight", "headers", "labels");
  }

  @Test
  void secretsDoNotComeBackIntoTheForm() {
    form.headers = "Authorization: Bearer secret";

    assertThat(form.fields().toString()).doesNotContain("secret");
  }
}
