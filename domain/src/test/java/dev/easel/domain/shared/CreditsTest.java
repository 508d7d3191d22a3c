package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditsTest {

  private static final long MUCH = 1_000_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "20000, 1, 0.02",
    "50000, 2.5, 0.05",
    "80000, 4, 0.08",
    "1000000, 50, 1",
    "0, 0, 0",
    "2000000, 100, 2",
    "1, 0.00005, 0.000001"
  })
  void printsPricesAsTheDescriptionsDo(long usdMicros, String credits, String usd) {
    Credits price = Credits.ofUsdMicros(usdMicros);

    assertThat(price.credits().toPlainString()).isEqualTo(credits);
    assertThat(price.usd().toPlainString()).isEqualTo(usd);
  }

  @Property
  void keepsDollarsExactly(@ForAll @LongRange(min = -MUCH, max = MUCH) long usdMicros) {
    assertThat(Credits.ofUsdMicros(usdMicros).usd())
        .isEqualByComparingTo(BigDecimal.valueOf(usdMicros, 6));
  }

  @Property
  void printsEveryAmountWithoutRoundingIt(@ForAll long micros) {
    Credits amount = new Credits(micros);

    assertThat(amount.credits().movePointRight(6).longValueExact()).isEqualTo(micros);
    assertThat(amount.usd().multiply(BigDecimal.valueOf(50)))
        .isEqualByComparingTo(amount.credits());
    assertThat(amount.credits().scale()).isNotNegative();
  }

  @Property
  void givesBackWhatWasAdded(
      @ForAll @LongRange(min = -MUCH, max = MUCH) long a,
      @ForAll @LongRange(min = -MUCH, max = MUCH) long b) {
    Credits one = new Credits(a);
    Credits other = new Credits(b);

    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Long.signum(a - b));
  }

  @Property
  void costsManyTimesOneImage(
      @ForAll @LongRange(min = 0, max = MUCH) long micros, @ForAll @IntRange(max = 10) int count) {
    Credits sum = Credits.ZERO;
    for (int i = 0; i < count; i++) {
      sum = sum.plus(new Credits(micros));
    }

    assertThat(new Credits(micros).times(count)).isEqualTo(sum);
  }

  @Test
  void refusesToOverflow() {
    Credits most = new Credits(Long.MAX_VALUE);

    assertThatThrownBy(() -> most.plus(new Credits(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }
}
