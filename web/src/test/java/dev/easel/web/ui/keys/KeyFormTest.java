package dev.easel.web.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.KeyWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyFormTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final KeyWish USUAL = new KeyWish("", KeyRights.all(), Optional.empty());

  private final KeyForm form = new KeyForm();

  @BeforeEach
  void fillIn() {
    form.name = " Shop ";
    form.limited = "yes";
    form.scopes = List.of("images:generate", "usage:read");
    form.chosenModels = List.of();
  }

  @Test
  void aNameAloneLeavesTheUsualRights() {
    form.limited = null;

    assertThat(wish(USUAL)).isEqualTo(new KeyWish("Shop", KeyRights.all(), Optional.empty()));
  }

  @Test
  void limitsAreRead() {
    form.chosenModels = List.of("easel/sketch");
    form.addresses = "192.0.2.0/24, 2001:db8::/32\n198.51.100.7";
    form.perMinute = "30";
    form.expires = "2026-12-31";

    KeyWish wish = wish(USUAL);

    assertThat(wish.rights().scopes()).containsOnly(Scope.IMAGES_GENERATE, Scope.USAGE_READ);
    assertThat(wish.rights().models()).containsExactly("easel/sketch");
    assertThat(wish.rights().addresses()).hasSize(3);
    assertThat(wish.rights().perMinute()).hasValue(30);
    assertThat(wish.expiresAt()).contains(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void aDayThatWasNotTouchedLeavesTheTime() {
    Instant end = Instant.parse("2026-12-31T08:15:00Z");
    form.expires = KeyFields.day(end);

    assertThat(wish(new KeyWish("Shop", KeyRights.all(), Optional.of(end))).expiresAt())
        .contains(end);
  }

  @Test
  void whatMakesNoKeyIsRefused() {
    refuses(() -> form.name = "  ");
    refuses(() -> form.name = "x".repeat(61));
    refuses(() -> form.scopes = List.of("nonsense"));
    refuses(() -> form.chosenModels = List.of("no/such"));
    refuses(() -> form.addresses = "example.org");
    refuses(() -> form.perMinute = "0");
    refuses(() -> form.perMinute = "9999999");
    refuses(() -> form.expires = "2026-11-21");
    refuses(() -> form.expires = "+999999999-12-31");
    refuses(() -> form.expires = "tomorrow");
  }

  @Test
  void aModelThatIsNoMoreStaysAllowed() {
    form.chosenModels = List.of("gone/model");
    KeyRights before =
        new KeyRights(
            KeyRights.all().scopes(), Set.of("gone/model"), List.of(), OptionalInt.empty());

    assertThat(wish(new KeyWish("Shop", before, Optional.empty())).rights().models())
        .containsExactly("gone/model");
  }

  @Test
  void aBudgetIsAnAmountOrNothing() {
    assertThat(form.monthly()).isEmpty();
    form.budget = " 12.5 ";
    assertThat(form.monthly()).contains(new Credits(12_500_000));
    for (String wrong : List.of("-1", "many", "1e9999999", "0.0000001", "1000000001")) {
      form.budget = wrong;
      assertThatThrownBy(form::monthly).isInstanceOf(FailureException.class);
    }
  }

  private void refuses(Runnable mistake) {
    fillIn();
    form.addresses = null;
    form.perMinute = null;
    form.expires = null;
    mistake.run();
    assertThatThrownBy(() -> wish(USUAL)).isInstanceOf(FailureException.class);
  }

  private KeyWish wish(KeyWish base) {
    return form.over(base, "easel/sketch"::equals, NOW);
  }
}
