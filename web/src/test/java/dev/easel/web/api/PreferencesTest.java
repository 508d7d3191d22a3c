package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  private static final Duration USUAL = Duration.ofSeconds(55);

  @Test
  void withoutPreferencesTheSurfaceDecides() {
    Preferences none = Preferences.parse(List.of());

    assertThat(none.hold(USUAL)).isEqualTo(USUAL);
    assertThat(none.applied()).isEmpty();
    assertThat(none.saysHowLong()).isFalse();
  }

  @Test
  void respondAsyncHoldsNothing() {
    Preferences async = Preferences.parse(List.of("Respond-Async"));

    assertThat(async.hold(USUAL)).isZero();
    assertThat(async.applied()).contains("respond-async");
  }

  @Test
  void waitDecidesWhenBothAreGiven() {
    Preferences both = Preferences.parse(List.of("respond-async, wait=10"));

    assertThat(both.hold(USUAL)).isEqualTo(Duration.ofSeconds(10));
    assertThat(both.applied()).contains("respond-async, wait=10");
  }

  @Test
  void aLongWaitIsCutAndSaidToBe() {
    Preferences patient = Preferences.parse(List.of("wait=86400"));

    assertThat(patient.hold(USUAL)).isEqualTo(Preferences.LONGEST_WAIT);
    assertThat(patient.applied()).contains("wait=110");
  }

  @Test
  void whatCannotBeHonouredIsIgnored() {
    Preferences odd = Preferences.parse(List.of("wait=-1, handling=rough; x=y, , foo"));

    assertThat(odd.hold(USUAL)).isEqualTo(USUAL);
    assertThat(odd.strict(null)).isFalse();
    assertThat(odd.applied()).isEmpty();
  }

  @Test
  void strictnessMayBeAskedForByParameterToo() {
    Preferences none = Preferences.parse(List.of("handling=lenient"));

    assertThat(none.strict("true")).isTrue();
    assertThat(none.strict("false")).isFalse();
    assertThat(none.strict("")).isFalse();
  }

  @Test
  void theFirstMentionCountsAlsoOverSeveralHeaders() {
    Preferences twice = Preferences.parse(List.of("wait=0;a=b", "wait=9, handling=\"strict\""));

    assertThat(twice.hold(USUAL)).isZero();
    assertThat(twice.strict(null)).isTrue();
  }
}
