package dev.easel.adapter.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.internal.xmp.XMPMetaFactory;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Metadata;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metadata that is there to do harm costs itself and nothing else. */
class HostileMetadataTest {

  private static final String PACKET = MetadataTest.PACKET;

  private final ImageIoCodec codec = new ImageIoCodec();
  private final BufferedImage picture = Samples.photo(32, 16);

  static Stream<String> hostilePackets() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
    return Stream.of(
        entity + PACKET.replace("Ada", "&e;"),
        laughs + PACKET.replace("Ada", "&b;"),
        "<a>".repeat(10_000),
        "<a>".repeat(5_000) + "</a>".repeat(5_000),
        PACKET.replace("Ada", "</rdf:li><rdf:li>".repeat(2_500)),
        PACKET + " ".repeat(60_000),
        "no XML at all",
        "\ud83d\ude00<",
        PACKET.replace("rdf:Description", "rdf:RDF"));
  }

  @ParameterizedTest
  @MethodSource("hostilePackets")
  void hostileXmpIsLeftOutAndTold(String packet) {
    Metadata kept = codec.metadata(file(ImageFormat.PNG, new byte[0], new byte[0], packet), 8, 8);

    assertThat(kept.xmp()).isEmpty();
    assertThat(kept.losses()).containsExactly("XMP is damaged or too long and is not kept");
  }

  @Test
  void whatStrangersCallThemselvesIsForgotten() {
    String packet = PACKET.replace("http://example.com/drone/", "http://example.com/once/");

    codec.metadata(file(ImageFormat.PNG, new byte[0], new byte[0], packet), 8, 8);

    assertThat(XMPMetaFactory.getSchemaRegistry().getNamespacePrefix("http://example.com/once/"))
        .isNull();
  }

  /** Whoever asks for nothing but the picture has no stranger's XML read. */
  @Test
  void packetsInsideExifAreNotRead() {
    String deep = "<once:a rdf:parseType='Resource'>".repeat(900) + "</once:a>".repeat(900);
    String packet =
        PACKET
            .replace("xmlns:dc", "xmlns:once=\"http://example.com/inside/\" xmlns:dc")
            .replace("<dc:creator>", deep + "<dc:creator>");
    byte[] exif = CameraFile.exifAround(packet.getBytes(UTF_8));

    codec.decode(file(ImageFormat.JPEG, exif, new byte[0], ""));

    assertThat(XMPMetaFactory.getSchemaRegistry().getNamespacePrefix("http://example.com/inside/"))
        .isNull();
  }

  @Test
  void entriesThatShareAValueDoNotMultiplyIt() {
    Metadata kept = codec.metadata(file(ImageFormat.PNG, CameraFile.bomb(), new byte[0], ""), 8, 8);

    assertThat(kept.exif()).isEmpty();
    assertThat(kept.losses()).containsExactly("EXIF is damaged or too long and is not kept");
  }

  /** Damage anywhere costs metadata and nothing else. */
  @Property(tries = 1000)
  void damagedExifNeverFails(@ForAll int place, @ForAll @Size(max = 6) byte[] damage) {
    byte[] exif = CameraFile.exif();
    System.arraycopy(damage, 0, exif, Math.floorMod(place, exif.length - 6), damage.length);
    byte[] source = file(ImageFormat.PNG, exif, new byte[0], "");

    Metadata kept = codec.metadata(source, 32, 16);

    assertThat(kept.exif().length).isLessThanOrEqualTo(ExifBlock.MOST_BYTES);
    byte[] result = codec.encode(picture, ImageFormat.PNG, 90, Samples.PROVENANCE, kept);
    assertThat(codec.decode(result).getWidth()).isEqualTo(32);
  }

  /** What is taken once can be written with the provenance beside it. */
  @Property(tries = 1000)
  void anyPacketIsKeptForGoodOrNotAtAll(
      @ForAll int place, @ForAll @Chars({'"', '\'', '<', '>', '&', ':', '/', '=', ' '}) char sign) {
    StringBuilder packet = new StringBuilder(PACKET);
    packet.setCharAt(Math.floorMod(place, packet.length()), sign);

    Metadata kept =
        codec.metadata(file(ImageFormat.PNG, new byte[0], new byte[0], packet.toString()), 32, 16);

    assertThat(codec.encode(picture, ImageFormat.PNG, 90, Samples.PROVENANCE, kept)).isNotEmpty();
  }

  @Property(tries = 300)
  void rewritingTwiceChangesNothing(@ForAll int place, @ForAll byte damage) throws Exception {
    byte[] exif = CameraFile.exif();
    exif[8 + Math.floorMod(place, exif.length - 8)] = damage;
    byte[] once;
    try {
      once = ExifBlock.rewritten(exif, 5, 6, false);
    } catch (IOException e) {
      return;
    }

    assertThat(ExifBlock.rewritten(once, 5, 6, false)).isEqualTo(once);
  }

  private byte[] file(ImageFormat format, byte[] exif, byte[] profile, String packet) {
    return CameraFile.of(picture, format, exif, profile, packet.getBytes(UTF_8));
  }
}
