package dev.easel.service.identity;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;

/** What is said when a key is not made or changed. */
final class KeyRefusals {

  private KeyRefusals() {}

  static FailureException beyondOwn(String right) {
    return FailureException.of(
            FailureCode.FORBIDDEN, "A key cannot give more than it has itself: " + right)
        .with("reason", "beyond_own_rights")
        .with("field", right);
  }

  static FailureException anotherUsers() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "The key of another user can be revoked, not replaced")
        .with("reason", "another_users_key");
  }

  static FailureException notAMember() {
    return FailureException.of(
            FailureCode.FORBIDDEN, "The user of this key is no member of its tenant any more")
        .with("reason", "not_a_member");
  }

  static FailureException ended(String id) {
    return FailureException.of(FailureCode.CONFLICT, "The key " + id + " is revoked or expired")
        .with("reason", "key_ended");
  }

  static FailureException tooMany(int most) {
    return FailureException.of(
            FailureCode.CONFLICT, "There are " + most + " usable keys already; revoke some")
        .with("reason", "too_many_keys");
  }
}
