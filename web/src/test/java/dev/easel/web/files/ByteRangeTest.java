package dev.easel.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1, bytes 0-0/1000",
    "bytes=0-499, 0, 500, bytes 0-499/1000",
    "bytes=500-, 500, 500, bytes 500-999/1000",
    "bytes=-500, 500, 500, bytes 500-999/1000",
    "bytes=-2000, 0, 1000, bytes 0-999/1000",
    "bytes=999-5000, 999, 1, bytes 999-999/1000",
    "BYTES= 5-6, 5, 2, bytes 5-6/1000"
  })
  void oneRangeIsTheBytesItNames(String header, long first, long length, String told) {
    ByteRange range = ByteRange.of(header, 1000).orElseThrow();

    assertThat(range).isEqualTo(new ByteRange(first, length));
    assertThat(range.of(1000)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=5000-"})
  void whatTheFileDoesNotHaveIsNothing(String header) {
    ByteRange range = ByteRange.of(header, 1000).orElseThrow();

    assertThat(range.isNothing()).isTrue();
    assertThat(range.of(1000)).isEqualTo("bytes */1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=a-b",
        "bytes=0-1,3-4",
        "items=0-1",
        "bytes=0-99999999999999999999",
        "bytes=--5"
      })
  void otherWordsMeanTheWholeFile(String header) {
    assertThat(ByteRange.of(header, 1000)).isEmpty();
  }

  @Test
  void noHeaderMeansTheWholeFile() {
    assertThat(ByteRange.of(null, 1000)).isEmpty();
  }

  @Test
  void anEmptyFileHasNothingOfAnyRange() {
    assertThat(ByteRange.of("bytes=-1", 0).orElseThrow().isNothing()).isTrue();
    assertThat(ByteRange.of("bytes=0-", 0).orElseThrow().isNothing()).isTrue();
  }
}
