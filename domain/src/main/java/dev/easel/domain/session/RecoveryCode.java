package dev.easel.domain.session;

import dev.easel.domain.shared.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** A code that stands in for an authenticator once. It has 80 random bits, so a hash hides it. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"; // none is like another
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  @Id
  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "user_id")
  private String userId;

  protected RecoveryCode() {} // for JPA

  public RecoveryCode(String userId, String code) {
    this.userId = userId;
    this.codeHash = hash(userId, code);
  }

  /** A new one, as it is shown: {@code abcd-efgh-jkmn-pqrs}. */
  public static String fresh() {
    String letters =
        RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());
    return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** In hex; however it was typed: with or without dashes and blanks, in any case. */
  public static String hash(String userId, String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return Sha256.hex(userId + ":" + plain);
  }

  public String codeHash() {
    return codeHash;
  }

  public String userId() {
    return userId;
  }
}
