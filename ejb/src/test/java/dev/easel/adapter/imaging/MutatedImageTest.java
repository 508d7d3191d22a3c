package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class MutatedImageTest {

  private static final List<byte[]> VALID =
      List.of(
          Samples.encoded(Samples.photo(48, 32), ImageFormat.PNG),
          Samples.encoded(Samples.glass(48, 32), ImageFormat.PNG),
          Samples.encoded(Samples.photo(48, 32), ImageFormat.JPEG),
          Samples.encoded(Samples.photo(48, 32), ImageFormat.WEBP),
          Samples.encoded(Samples.glass(48, 32), ImageFormat.WEBP),
          Samples.written(Samples.corners(32, 32), "gif"),
          Samples.inserted(
              Samples.encoded(Samples.corners(32, 32), ImageFormat.JPEG),
              2,
              Samples.jpegSegment(
                  0xe1, Samples.inserted(Samples.exif(6), 0, Bytes.latin1("Exif\0\0")))));

  private final ImageIoCodec codec = new ImageIoCodec();

  @Provide
  Arbitrary<byte[]> files() {
    return Arbitraries.of(VALID);
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void damagedFilesAreReadOrRefusedAndNothingElse(
      @ForAll("files") byte[] valid, @ForAll long seed) {
    byte[] damaged = damaged(valid, new Random(seed));

    try {
      assertThat(codec.decode(damaged)).isNotNull();
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.INVALID_IMAGE);
    }
  }

  private static byte[] damaged(byte[] valid, Random random) {
    byte[] bytes = random.nextInt(4) == 0 ? cut(valid, random) : valid.clone();
    // Half of the hits go to the first hundred bytes, where the headers are.
    for (int i = 1 + random.nextInt(8); i > 0 && bytes.length > 0; i--) {
      int range = random.nextBoolean() ? Math.min(100, bytes.length) : bytes.length;
      bytes[random.nextInt(range)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static byte[] cut(byte[] valid, Random random) {
    return Arrays.copyOf(valid, random.nextInt(valid.length));
  }
}
