package dev.easel.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacUrlSignerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  private final HmacUrlSigner signer = signer((byte) 1);

  @Test
  void whatIsSignedVerifiesUntilItExpires() {
    String[] signed = signed("img_1", "0.png");

    assertThat(verify("img_1", "0.png", signed, NOW)).isTrue();
    assertThat(verify("img_1", "0.png", signed, LATER.minusMillis(1))).isTrue();
    assertThat(verify("img_1", "0.png", signed, LATER)).isFalse();
    assertThat(verify("img_1", "0.png", signed, LATER.plusSeconds(1))).isFalse();
  }

  @Test
  void theQueryNeedsNoEscaping() {
    assertThat(signer.sign("img_1", "0.png", LATER))
        .matches("exp=" + LATER.getEpochSecond() + "&sig=[A-Za-z0-9_-]{43}");
  }

  @Test
  void anotherImageNameOrTimeDoesNotVerify() {
    String[] signed = signed("img_1", "0.png");
    String longer = Long.toString(LATER.plusSeconds(1).getEpochSecond());

    assertThat(verify("img_2", "0.png", signed, NOW)).isFalse();
    assertThat(verify("img_1", "1.png", signed, NOW)).isFalse();
    assertThat(signer.verify("img_1", "0.png", longer, signed[1], NOW)).isFalse();
    assertThat(signer.verify("img_1", "0.png", "0" + signed[0], signed[1], NOW)).isFalse();
    assertThat(signer.verify("img_1", "0.png", "+" + signed[0], signed[1], NOW)).isFalse();
  }

  @Test
  void partsThatRunTogetherToTheSameTextAreDifferent() {
    assertThat(verify("img_1:5", "0.png", signed("img_1", "5:0.png"), NOW)).isFalse();
    assertThat(verify("ab", "c", signed("a", "bc"), NOW)).isFalse();
  }

  @Test
  void anotherInstallationsSignatureDoesNotVerify() {
    String query = signer((byte) 2).sign("img_1", "0.png", LATER);

    assertThat(verify("img_1", "0.png", parts(query), NOW)).isFalse();
  }

  @Test
  void everyFlippedCharacterOfTheSignatureIsNoticed() {
    String[] signed = signed("img_1", "0.png");
    for (int i = 0; i < signed[1].length(); i++) {
      for (char other : new char[] {'A', 'B', '_', '='}) {
        StringBuilder sig = new StringBuilder(signed[1]);
        sig.setCharAt(i, other);
        boolean same = sig.toString().equals(signed[1]);

        assertThat(signer.verify("img_1", "0.png", signed[0], sig.toString(), NOW)).isEqualTo(same);
      }
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "-1", "1e9", "99999999999999999999", "NaN", "\0", "١٢٣", "0x10"})
  void garbageForATimeIsFalse(String exp) {
    assertThat(signer.verify("img_1", "0.png", exp, signed("img_1", "0.png")[1], NOW)).isFalse();
  }

  @Test
  void missingPartsAreFalse() {
    String[] signed = signed("img_1", "0.png");

    assertThat(signer.verify(null, "0.png", signed[0], signed[1], NOW)).isFalse();
    assertThat(signer.verify("img_1", null, signed[0], signed[1], NOW)).isFalse();
    assertThat(signer.verify("img_1", "0.png", signed[0], null, NOW)).isFalse();
    assertThat(signer.verify("img_1", "0.png", signed[0], signed[1] + "=", NOW)).isFalse();
  }

  @Property(tries = 1_000)
  void garbageIsFalseAndNeverAnException(
      @ForAll String id, @ForAll String name, @ForAll String exp, @ForAll String sig) {
    assertThat(signer.verify(id, name, exp, sig, NOW)).isFalse();
  }

  private String[] signed(String imageId, String name) {
    return parts(signer.sign(imageId, name, LATER));
  }

  private static String[] parts(String query) {
    return query.substring("exp=".length()).split("&sig=", 2);
  }

  private boolean verify(String imageId, String name, String[] signed, Instant now) {
    return signer.verify(imageId, name, signed[0], signed[1], now);
  }

  private static HmacUrlSigner signer(byte seed) {
    byte[] master = new byte[MasterKey.BYTES];
    master[0] = seed;
    MasterKey key = new MasterKey();
    key.configured = Optional.of(Base64.getEncoder().encodeToString(master));
    key.load();
    HmacUrlSigner signer = new HmacUrlSigner();
    signer.masterKey = key;
    signer.deriveKey();
    return signer;
  }
}
