package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesSecretBoxTest {

  private final AesSecretBox box = box((byte) 1);

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: Bearer secret", "Ünïcode \uD83C\uDFA8"})
  void whatIsSealedOpensAgain(String secret) {
    assertThat(box.open(box.seal(secret, "nod_1"), "nod_1")).isEqualTo(secret);
  }

  @Test
  void aSealedSecretDoesNotShowIt() {
    String sealed = box.seal("Authorization: Bearer secret", "nod_1");

    assertThat(sealed).startsWith("v1.").doesNotContain("Bearer");
    assertThat(new String(Base64.getDecoder().decode(sealed.substring(3)), ISO_8859_1))
        .doesNotContain("Bearer");
    assertThat(box.seal("Authorization: Bearer secret", "nod_1")).isNotEqualTo(sealed);
  }

  @Test
  void itOpensForItsOwnerAlone() {
    String sealed = box.seal("secret", "nod_1");

    assertThatIllegalArgumentException().isThrownBy(() -> box.open(sealed, "nod_2"));
    assertThatIllegalArgumentException().isThrownBy(() -> box((byte) 2).open(sealed, "nod_1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1.", "v1.AAAA", "v1.no base64", "secret", "v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatWasNeverSealedDoesNotOpen(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> box.open(text, "nod_1"));
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    byte[] sealed = Base64.getDecoder().decode(box.seal("secret", "nod_1").substring(3));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      String text = "v1." + Base64.getEncoder().encodeToString(changed);
      assertThatIllegalArgumentException().isThrownBy(() -> box.open(text, "nod_1"));
    }
  }

  private static AesSecretBox box(byte fill) {
    byte[] key = new byte[MasterKey.BYTES];
    Arrays.fill(key, fill);
    MasterKey masterKey = new MasterKey();
    masterKey.configured = Optional.of(Base64.getEncoder().encodeToString(key));
    masterKey.load();
    AesSecretBox made = new AesSecretBox();
    made.masterKey = masterKey;
    made.deriveKey();
    return made;
  }
}
