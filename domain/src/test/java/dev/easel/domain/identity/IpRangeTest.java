package dev.easel.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.129/25, 192.0.2.128, true",
    "192.0.2.129/25, 192.0.2.127, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 10.0.0.1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::ffff:10.0.0.1, 10.0.0.1, true",
    "10.0.0.0/8, ::ffff:10.9.9.9, true",
    "fe80::/10, fe80::1%eth0, true",
    "::1, [::1], true",
    "10.0.0.0/8, unknown, false",
    "10.0.0.0/8, '', false"
  })
  void containsWhatLiesWithin(String range, String address, boolean contained) {
    assertThat(parsed(range).contains(address)).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2",
        "1.2.3",
        "256.1.1.1",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/-1",
        "1.2.3.4/08",
        "::1/129",
        ":::",
        "1::2::3",
        "12345::",
        "localhost",
        "example.org",
        "fe80::1%eth0",
        "1.2.3.4 ",
        "1.2.3.4/24/8",
        "abcd",
        "::ffff:10.0.0.1/120"
      })
  void whatIsNoAddressIsRefusedAndNeverLookedUp(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "::/0, 10.0.0.0/8, false"
  })
  void containsNarrowerRanges(String wide, String narrow, boolean contained) {
    assertThat(parsed(wide).contains(parsed(narrow))).isEqualTo(contained);
  }

  @Test
  void isPrintedAsItCanBeReadAgain() {
    for (String text : new String[] {"10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "::1"}) {
      assertThat(IpRange.parse(parsed(text).toString())).contains(parsed(text));
    }
    assertThat(parsed("192.0.2.129/24")).hasToString("192.0.2.0/24");
  }

  private static IpRange parsed(String text) {
    return IpRange.parse(text).orElseThrow();
  }
}
