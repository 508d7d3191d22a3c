package dev.easel.adapter.imaging;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XMP that strangers wrote. The parser behind it builds trees by recursion and compares every
 * property with its neighbours, so that depth and number are counted before it sees a packet.
 */
final class ForeignXmp {

  /** With the provenance beside it, this still fits into a JPEG segment. */
  static final int MOST_BYTES = 50_000;

  private static final int MOST_NODES = 4_000;
  private static final int DEEPEST = 40;

  private static final Set<String> PLACES =
      Set.of(
          "location",
          "locationcreated",
          "locationshown",
          "sublocation",
          "city",
          "state",
          "provincestate",
          "country",
          "countrycode",
          "countryname",
          "worldregion",
          "gpano");

  /** They tell of the old file's pixels: how they lie, and what they looked like. */
  private static final Set<String> PIXELS =
      Set.of(
          "orientation",
          "imagewidth",
          "imagelength",
          "pixelxdimension",
          "pixelydimension",
          "thumbnails",
          "hasextendedxmp");

  private ForeignXmp() {}

  /**
   * Its properties without places and without what only holds for the old pixels. Call it with
   * {@link XmpPacket}'s lock: it makes namespaces known for the whole process.
   *
   * @throws IOException if it is not to be read, or too much
   */
  static XMPMeta read(byte[] packet) throws IOException {
    if (packet.length > MOST_BYTES) {
      throw new IOException("XMP has more than " + MOST_BYTES + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(packet)).toString();
      requireModest(text);
      XMPMeta xmp =
          XMPMetaFactory.parseFromString(text, new ParseOptions().setDisallowDoctype(true));
      clean(xmp);
      return xmp;
    } catch (CharacterCodingException | XMLStreamException | XMPException | RuntimeException e) {
      // The parser meets damage with exceptions of every kind, unchecked ones included.
      throw new IOException("XMP is damaged", e);
    }
  }

  private static void requireModest(String text) throws XMLStreamException, IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
    int nodes = 0;
    int depth = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> throw new IOException("XMP has a document type");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          nodes += 1 + xml.getAttributeCount() + xml.getNamespaceCount();
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Text and comments are bounded by the length of the packet.
        }
      }
      if (nodes > MOST_NODES || depth > DEEPEST) {
        throw new IOException("XMP has too many or too deep properties");
      }
    }
  }

  /** What holds such a thing anywhere inside goes as a whole. */
  private static void clean(XMPMeta xmp) throws XMPException {
    Set<String> unwanted = new LinkedHashSet<>();
    XMPIterator properties = xmp.iterator();
    while (properties.hasNext()) {
      String path = ((XMPPropertyInfo) properties.next()).getPath();
      if (path != null && isUnwanted(path)) {
        unwanted.add(path.split("[/\\[]", 2)[0]);
      }
    }
    for (String name : unwanted) {
      String prefix = name.substring(0, name.indexOf(':'));
      xmp.deleteProperty(XMPMetaFactory.getSchemaRegistry().getNamespaceURI(prefix), name);
    }
    xmp.deleteProperty(XMPConst.NS_XMP, "Thumbnails");
  }

  private static boolean isUnwanted(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\[.*", "");
    String name = last.substring(last.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("gps") || PLACES.contains(name) || PIXELS.contains(name);
  }
}
