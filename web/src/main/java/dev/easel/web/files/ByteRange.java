package dev.easel.web.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file a request asks for (RFC 9110, section 14). Several parts in one answer are not
 * made: who asks for them is given the whole file, as the standard allows.
 *
 * @param first offset of the first byte
 * @param length in bytes; 0 if the file has nothing of what was asked for
 */
public record ByteRange(long first, long length) {

  /** Eighteen digits fit a {@code long}. */
  private static final Pattern SINGLE =
      Pattern.compile("bytes=[ \t]*(\\d{0,18})-(\\d{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

  private static final int BUFFER = 8192;
  private static final ByteRange NOTHING = new ByteRange(0, 0);

  /**
   * Empty if all of the file is to be sent: nothing else was asked for, or not in words that count.
   *
   * @param header {@code Range}, may be null
   * @param size of the file
   */
  public static Optional<ByteRange> of(String header, long size) {
    Matcher asked = SINGLE.matcher(header == null ? "" : header);
    if (!asked.matches() || asked.group(1).length() + asked.group(2).length() == 0) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      return Optional.of(last(Long.parseLong(asked.group(2)), size));
    }
    long first = Long.parseLong(asked.group(1));
    long last = asked.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(asked.group(2));
    return last < first ? Optional.empty() : Optional.of(between(first, last, size));
  }

  private static ByteRange last(long count, long size) {
    return count == 0 || size == 0 ? NOTHING : between(Math.max(0, size - count), size - 1, size);
  }

  private static ByteRange between(long first, long last, long size) {
    return first >= size ? NOTHING : new ByteRange(first, Math.min(last, size - 1) - first + 1);
  }

  /** Whether the file has nothing of what was asked for. */
  public boolean isNothing() {
    return length == 0;
  }

  /** Sends this part of the content, which begins where the file does. */
  public void send(InputStream content, OutputStream out) throws IOException {
    content.skipNBytes(first);
    byte[] buffer = new byte[BUFFER];
    for (long rest = length; rest > 0; ) {
      int read = content.read(buffer, 0, (int) Math.min(rest, buffer.length));
      if (read < 0) {
        throw new EOFException("The file is shorter than it was when it was stored");
      }
      out.write(buffer, 0, read);
      rest -= read;
    }
  }

  /** As {@code Content-Range} says it. */
  public String of(long size) {
    return isNothing()
        ? "bytes */" + size
        : "bytes %d-%d/%d".formatted(first, first + length - 1, size);
  }
}
