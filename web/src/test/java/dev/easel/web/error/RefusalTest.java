package dev.easel.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.BlobStore.StorageException;
import dev.easel.domain.asset.BlobStore.UnreachableException;
import dev.easel.domain.shared.FailureCode;
import jakarta.ejb.EJBException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  @ParameterizedTest
  @MethodSource("storages")
  void aStorageThatDoesNotServeIsWorthATryLater(Exception thrown) {
    Refusal refusal = Refusal.of(thrown);

    assertThat(refusal.code()).isEqualTo(FailureCode.MAINTENANCE);
    assertThat(refusal.details()).containsEntry("reason", "storage_unavailable");
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(refusal.message()).doesNotContain("s3");
  }

  static Stream<Exception> storages() {
    IOException refused = new IOException("Connection refused");
    StorageException gone = new UnreachableException("Cannot read s3://pictures/a", refused);
    return Stream.of(
        gone,
        new StorageException("Cannot store a in s3", refused),
        new EJBException("wrapped", gone),
        new IllegalStateException("wrapped by a proxy", gone));
  }

  @Test
  void aCallerWhoLeftIsNoDefect() {
    CallerGone gone = new CallerGone(new IOException("Connection is closed"));

    assertThat(Refusal.of(new IllegalStateException("wrapped", gone)).code())
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(Refusal.of(new IOException("a file of ours")).code())
        .isEqualTo(FailureCode.INTERNAL);
  }
}
