package dev.easel.adapter.storage.s3;

import dev.easel.domain.shared.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.security.DigestInputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The content of an object, whose end is an error if it is not the content that was put. */
final class CheckedContent extends FilterInputStream {

  private final ResponseInputStream<GetObjectResponse> response;
  private final DigestInputStream digest;
  private final String expected;
  private boolean ended;

  /**
   * @param expected its SHA-256 in hexadecimal; empty if nobody knows it
   */
  CheckedContent(ResponseInputStream<GetObjectResponse> response, String expected) {
    super(new DigestInputStream(response, Sha256.digest()));
    this.response = response;
    this.digest = (DigestInputStream) in;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      if (count < 0 && !ended) {
        ended = true;
        judge();
      }
      return count;
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  /** What nobody wants to read is not fetched only to keep the connection. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      response.abort();
    }
    super.close();
  }

  private void judge() throws IOException {
    String seen = Sha256.hexOf(digest.getMessageDigest());
    if (!expected.isEmpty() && !expected.equals(seen)) {
      throw new IOException("The content has SHA-256 " + seen + ", put was " + expected);
    }
  }
}
