package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Provenance;
import dev.easel.domain.asset.Provenance.SourceType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class ProvenanceTest {

  @ParameterizedTest
  @EnumSource
  void everyFormatTellsWhereItComesFrom(ImageFormat format) throws Exception {
    Map<String, String> xmp = xmp(Samples.encoded(Samples.photo(40, 30), format));

    assertThat(xmp)
        .containsEntry(
            "Iptc4xmpExt:DigitalSourceType",
            "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia")
        .containsEntry("xmp:CreatorTool", "Easel")
        .containsEntry("xmp:CreateDate", "2026-03-01T12:34:56Z")
        .containsEntry("dc:description[1]", "A serene garden")
        .containsEntry("easel:model", "easel/sketch")
        .containsEntry("easel:seed", "42")
        .containsEntry("easel:generationId", "gen_0123456789abcdef01234567");
  }

  @ParameterizedTest
  @EnumSource
  void transparentImagesTellItToo(ImageFormat format) throws Exception {
    Map<String, String> xmp = xmp(Samples.encoded(Samples.glass(33, 17), format));

    assertThat(xmp).containsEntry("easel:seed", "42");
  }

  @ParameterizedTest
  @EnumSource
  void theLongestPromptFits(ImageFormat format) throws Exception {
    byte[] file = encoded(prompted("\"&".repeat(50_000)), format);

    assertThat(xmp(file).get("dc:description[1]")).isEqualTo("\"&".repeat(1_000));
  }

  @Test
  void pngNamesTheSoftware() throws Exception {
    Metadata metadata = metadata(Samples.encoded(Samples.photo(8, 8), ImageFormat.PNG));

    assertThat(metadata.getDirectoriesOfType(PngDirectory.class))
        .flatExtracting(directory -> directory.getTags())
        .anySatisfy(tag -> assertThat(tag.getDescription()).isEqualTo("Software: Easel"));
  }

  @Test
  void breaksBecomeSpacesAndControlCharactersGo() throws Exception {
    byte[] file = encoded(prompted("a\r\n\tcat\u0000\u0007\u001b[31m \ud83d\ude3a \ud800"), png());

    assertThat(xmp(file)).containsEntry("dc:description[1]", "a cat[31m \ud83d\ude3a");
  }

  @Test
  void anEmptyPromptLeavesNoDescription() throws Exception {
    assertThat(xmp(encoded(prompted(""), png()))).doesNotContainKey("dc:description[1]");
  }

  @Property(tries = 300)
  void anyPromptGivesWellFormedXml(@ForAll String prompt, @ForAll long seed) throws Exception {
    Provenance provenance =
        new Provenance(
            SourceType.TRAINED_ALGORITHMIC_MEDIA, prompt, prompt, seed, prompt, Instant.EPOCH);

    assertThat(parsed(XmpPacket.of(provenance)).getDocumentElement().getLocalName())
        .isEqualTo("xmpmeta");
  }

  private static Document parsed(byte[] packet) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(packet));
  }

  private static ImageFormat png() {
    return ImageFormat.PNG;
  }

  private static Provenance prompted(String prompt) {
    return new Provenance(
        SourceType.ALGORITHMIC_MEDIA, "easel/sketch", prompt, -1, "gen_1", Instant.EPOCH);
  }

  private static byte[] encoded(Provenance provenance, ImageFormat format) {
    BufferedImage image = Samples.photo(16, 16);
    return new ImageIoCodec().encode(image, format, 80, provenance);
  }

  private static Metadata metadata(byte[] file) throws IOException, ImageProcessingException {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
  }

  private static Map<String, String> xmp(byte[] file) throws Exception {
    Iterable<XmpDirectory> directories = metadata(file).getDirectoriesOfType(XmpDirectory.class);
    return StreamSupport.stream(directories.spliterator(), false)
        .flatMap(directory -> directory.getXmpProperties().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
