package dev.easel.adapter.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Metadata;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataTest {

  static final String PACKET =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
        xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:drone="http://example.com/drone/"
        xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmp:CreatorTool="Darkroom"
        xmp:CreateDate="2020-01-02T03:04:05Z" tiff:Orientation="6" exif:GPSLatitude="48,8.0N"
        drone:GpsLongitude="11.5" photoshop:City="Munich" tiff:Make="Canon">
       <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>
       <drone:Trip rdf:parseType="Resource"><drone:Name>x</drone:Name><drone:GPSAltitude>5</drone:GPSAltitude></drone:Trip>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      """;

  private final ImageIoCodec codec = new ImageIoCodec();
  private final BufferedImage picture = Samples.photo(32, 16);

  static Stream<List<ImageFormat>> everyWay() {
    return Stream.of(ImageFormat.values())
        .flatMap(from -> Stream.of(ImageFormat.values()).map(to -> List.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void goesFromEveryFormatIntoEveryFormat(List<ImageFormat> way) throws Exception {
    byte[] source = file(way.get(0), CameraFile.exif(), CameraFile.profile(), PACKET);

    Metadata kept = codec.metadata(source, 32, 16);
    byte[] result = codec.encode(codec.decode(source), way.get(1), 90, Samples.PROVENANCE, kept);

    assertThat(kept.losses()).isEmpty();
    com.drew.metadata.Metadata read = read(result);
    assertThat(main(read).getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Canon");
    assertThat(shot(read).getDoubleObject(ExifSubIFDDirectory.TAG_EXPOSURE_TIME))
        .isEqualTo(1.0 / 250);
    assertThat(xmp(read)).containsEntry("dc:creator[1]", "Ada").containsEntry("tiff:Make", "Canon");
    assertThat(read.getFirstDirectoryOfType(IccDirectory.class)).isNotNull();
    assertThat(xmp(read))
        .containsEntry("easel:generationId", "gen_0123456789abcdef01234567")
        .containsEntry("xmp:CreateDate", "2020-01-02T03:04:05Z")
        .containsEntry("xmp:ModifyDate", "2026-03-01T12:34:56Z");
  }

  @ParameterizedTest
  @EnumSource
  void placesThumbnailsAndMakersNotesStayBehind(ImageFormat format) throws Exception {
    byte[] result = through(file(format, CameraFile.exif(), new byte[0], PACKET), format);

    com.drew.metadata.Metadata read = read(result);
    assertThat(read.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
    assertThat(read.getFirstDirectoryOfType(ExifThumbnailDirectory.class)).isNull();
    assertThat(read.getFirstDirectoryOfType(CanonMakernoteDirectory.class)).isNull();
    assertThat(xmp(read).keySet())
        .noneMatch(path -> path.toLowerCase(Locale.ROOT).contains("gps"))
        .doesNotContain("photoshop:City", "tiff:Orientation");
    assertThat(new String(result, ISO_8859_1)).doesNotContain(CameraFile.SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidOfThePixelsIsTrueOfTheNewOnes(ImageFormat format) throws Exception {
    com.drew.metadata.Metadata read =
        read(through(file(format, CameraFile.exif(), new byte[0], PACKET), format));

    assertThat(main(read).getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(1);
    assertThat(shot(read).getInt(ExifSubIFDDirectory.TAG_EXIF_IMAGE_WIDTH)).isEqualTo(32);
    assertThat(shot(read).getInt(ExifSubIFDDirectory.TAG_EXIF_IMAGE_HEIGHT)).isEqualTo(16);
    assertThat(shot(read).getInt(ExifSubIFDDirectory.TAG_COLOR_SPACE)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void coloursLookTheSameInTheProfileThatIsKept(ImageFormat format) {
    BufferedImage plain = solid(new Color(200, 90, 60));
    byte[] profile = CameraFile.profile();
    Metadata kept = new Metadata(new byte[0], profile, new byte[0], List.of());

    byte[] file = codec.encode(plain, format, 100, Samples.PROVENANCE, kept);

    Color seen = new Color(codec.decode(file).getRGB(4, 4));
    assertThat(seen.getRed()).isCloseTo(200, within(8));
    assertThat(seen.getGreen()).isCloseTo(90, within(8));
    assertThat(seen.getBlue()).isCloseTo(60, within(8));
  }

  @Test
  void pixelsAreWrittenInTheProfileAndNotOnlyMarked() throws Exception {
    BufferedImage plain = solid(new Color(200, 90, 60));

    BufferedImage written = ColourProfile.fromSrgb(plain, CameraFile.profile());

    assertThat(written.getRGB(4, 4)).isNotEqualTo(plain.getRGB(4, 4));
  }

  @Test
  void aProfileThatIsNotOfRgbIsToldAndNotKept() {
    byte[] gray = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    Metadata kept = codec.metadata(file(ImageFormat.PNG, new byte[0], gray, ""), 8, 8);

    assertThat(kept.profile()).isEmpty();
    assertThat(kept.losses()).singleElement().asString().startsWith("The colour profile");
  }

  @Test
  void aPlainFileHasNothingToKeepOrLose() {
    byte[] plain = Samples.written(picture, "png");

    assertThat(codec.metadata(plain, 8, 8)).usingRecursiveComparison().isEqualTo(Metadata.NONE);
  }

  @Test
  void extendedXmpIsTold() {
    byte[] jpeg = Samples.written(picture, "jpeg");
    byte[] extended = Bytes.latin1("http://ns.adobe.com/xmp/extension/\0" + "0".repeat(60));
    byte[] file = Samples.inserted(jpeg, 20, Samples.jpegSegment(0xe1, extended));

    assertThat(codec.metadata(file, 8, 8).losses()).containsExactly("Extended XMP is not kept");
  }

  @Test
  void theirProvenanceGivesWayToOurs() throws Exception {
    String packet =
        PACKET
            .replace("xmlns:dc", "xmlns:easel=\"" + XmpPacket.EASEL + "\" xmlns:dc")
            .replace("tiff:Make", "easel:model")
            .replace(
                "<dc:creator>",
                "<easel:seed><rdf:Bag><rdf:li>1</rdf:li></rdf:Bag></easel:seed><dc:creator>");

    byte[] result =
        through(file(ImageFormat.PNG, new byte[0], new byte[0], packet), ImageFormat.PNG);

    assertThat(xmp(read(result)))
        .containsEntry("easel:model", "easel/sketch")
        .containsEntry("easel:seed", "42");
  }

  private byte[] through(byte[] source, ImageFormat format) {
    return codec.encode(
        codec.decode(source), format, 90, Samples.PROVENANCE, codec.metadata(source, 32, 16));
  }

  /** A file of a stranger, made by the writers under test, whose parts are given. */
  private byte[] file(ImageFormat format, byte[] exif, byte[] profile, String packet) {
    return CameraFile.of(picture, format, exif, profile, packet.getBytes(UTF_8));
  }

  private static BufferedImage solid(Color colour) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, colour.getRGB());
    }
    return image;
  }

  private static com.drew.metadata.Metadata read(byte[] file) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
  }

  private static Directory main(com.drew.metadata.Metadata metadata) {
    return metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
  }

  private static Directory shot(com.drew.metadata.Metadata metadata) {
    return metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
  }

  private static Map<String, String> xmp(com.drew.metadata.Metadata metadata) {
    return metadata.getFirstDirectoryOfType(XmpDirectory.class).getXmpProperties();
  }
}
