package dev.easel.service.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] RFC = "12345678901234567890".getBytes(US_ASCII);

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCodes.code(RFC, OneTimeCodes.step(Instant.ofEpochSecond(second))))
        .isEqualTo(code);
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({"0,755224", "1,287082", "2,359152", "3,969429", "4,338314", "9,520489"})
  void soAreCodesByCounter(long counter, String code) {
    assertThat(OneTimeCodes.code(RFC, counter)).isEqualTo(code);
  }

  @Property(tries = 300)
  void aCodeIsTakenAStepEarlyAndLateAndNoFurther(
      @ForAll @Size(20) byte[] secret,
      @ForAll @LongRange(min = 0, max = 20_000_000_000L) long second,
      @ForAll @IntRange(min = -1, max = 1) int off) {
    Instant now = Instant.ofEpochSecond(second);
    long step = OneTimeCodes.step(now) + off;

    assertThat(OneTimeCodes.match(secret, OneTimeCodes.code(secret, step), now, step - 1))
        .hasValue(step);
  }

  @Test
  void aStepIsAcceptedOnce() {
    Instant now = Instant.ofEpochSecond(1111111111);
    long step = OneTimeCodes.step(now);

    assertThat(OneTimeCodes.match(RFC, "050 471", now, step - 1)).hasValue(step);
    assertThat(OneTimeCodes.match(RFC, "050471", now, step)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "05047", "0504711", "-50471", "ääääää", "٠٥٠٤٧١"})
  void whatIsNoCodeIsNotTaken(String typed) {
    assertThat(OneTimeCodes.match(RFC, typed, Instant.ofEpochSecond(1111111111), 0)).isEmpty();
  }

  @Test
  void codesOfOtherStepsAreNotTaken() {
    Instant now = Instant.ofEpochSecond(1111111111);
    long step = OneTimeCodes.step(now);

    assertThat(OneTimeCodes.match(RFC, OneTimeCodes.code(RFC, step - 2), now, 0)).isEmpty();
    assertThat(OneTimeCodes.match(RFC, OneTimeCodes.code(RFC, step + 2), now, 0)).isEmpty();
  }

  @Test
  void base32IsThatOfTheStandard() {
    assertThat(Base32.encode("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Base32.encode(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.encode(new byte[20])).isEqualTo("A".repeat(32));
  }

  @Property(tries = 300)
  void base32IsReadAsItWasWritten(@ForAll @Size(20) byte[] secret) {
    assertThat(Base32.decode(Base32.encode(secret))).isEqualTo(secret);
  }
}
