package dev.easel.adapter.imaging;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPSchemaRegistry;
import com.adobe.internal.xmp.options.SerializeOptions;
import dev.easel.domain.asset.Provenance;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words the provenance of an image in XMP. */
final class XmpPacket {

  static final String EASEL = "https://easel.dev/ns/1.0/";
  static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

  /** A JPEG segment holds 65,502 bytes; the longest of these texts stays far below. */
  private static final int MAX_PROMPT = 2_000;

  private static final int MAX_NAME = 200;

  static {
    try {
      XMPMetaFactory.getSchemaRegistry().registerNamespace(EASEL, "easel");
      XMPMetaFactory.getSchemaRegistry().registerNamespace(IPTC_EXTENSION, "Iptc4xmpExt");
    } catch (XMPException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private XmpPacket() {}

  /** The packet in UTF-8; the same provenance gives the same bytes. */
  static byte[] of(Provenance provenance) {
    return of(provenance, new byte[0]);
  }

  /**
   * The same with the properties of another packet, which give way to the provenance.
   *
   * @param kept what {@link #kept} returned, or empty
   */
  static byte[] of(Provenance provenance, byte[] kept) {
    try {
      return alone(
          () -> {
            XMPMeta xmp = kept.length == 0 ? XMPMetaFactory.create() : ForeignXmp.read(kept);
            describe(xmp, provenance);
            return serialized(xmp);
          });
    } catch (XMPException | IOException e) {
      throw new IllegalStateException("XMP of " + provenance.generationId(), e);
    }
  }

  /**
   * What of a stranger's packet may stand beside a provenance.
   *
   * @throws IOException if it is not to be read, or too much
   */
  static byte[] kept(byte[] foreign) throws IOException {
    try {
      byte[] kept = alone(() -> serialized(ForeignXmp.read(foreign)));
      // The library takes names which, written again, are no XML.
      if (!Arrays.equals(kept, alone(() -> serialized(ForeignXmp.read(kept))))) {
        throw new IOException("XMP does not stay what it is");
      }
      if (kept.length > ForeignXmp.MOST_BYTES) {
        throw new IOException("XMP has more than " + ForeignXmp.MOST_BYTES + " bytes");
      }
      return kept;
    } catch (XMPException e) {
      throw new IOException("XMP cannot be written", e);
    }
  }

  /** Work on packets. */
  private interface Work {
    byte[] run() throws XMPException, IOException;
  }

  /**
   * The library keeps every namespace it ever met, and what prefix it has, for the whole process:
   * strangers' ones are forgotten before anybody else reads or writes.
   */
  private static synchronized byte[] alone(Work work) throws XMPException, IOException {
    XMPSchemaRegistry registry = XMPMetaFactory.getSchemaRegistry();
    Map<?, ?> namespaces = registry.getNamespaces();
    Set<Object> known = new HashSet<>(namespaces.keySet());
    try {
      return work.run();
    } finally {
      Map<?, ?> now = registry.getNamespaces();
      for (Object met : List.copyOf(now.keySet())) {
        if (!known.contains(met)) {
          registry.deleteNamespace((String) met);
        }
      }
    }
  }

  private static byte[] serialized(XMPMeta xmp) throws XMPException {
    return XMPMetaFactory.serializeToBuffer(
        xmp, new SerializeOptions().setPadding(1).setNewline("\n"));
  }

  private static void describe(XMPMeta xmp, Provenance from) throws XMPException {
    set(xmp, IPTC_EXTENSION, "DigitalSourceType", from.sourceType().uri());
    set(xmp, XMPConst.NS_XMP, "CreatorTool", "Easel");
    boolean dated = xmp.doesPropertyExist(XMPConst.NS_XMP, "CreateDate");
    String now = from.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
    set(xmp, XMPConst.NS_XMP, dated ? "ModifyDate" : "CreateDate", now);
    String prompt = clean(from.prompt(), MAX_PROMPT);
    if (!prompt.isEmpty()) {
      xmp.deleteProperty(XMPConst.NS_DC, "description");
      xmp.setLocalizedText(XMPConst.NS_DC, "description", null, XMPConst.X_DEFAULT, prompt);
    }
    set(xmp, EASEL, "model", clean(from.model(), MAX_NAME));
    set(xmp, EASEL, "seed", Long.toString(from.seed()));
    set(xmp, EASEL, "generationId", clean(from.generationId(), MAX_NAME));
  }

  /** What a stranger put there may be of another shape, which cannot take a value. */
  private static void set(XMPMeta xmp, String namespace, String name, String value)
      throws XMPException {
    xmp.deleteProperty(namespace, name);
    xmp.setProperty(namespace, name, value);
  }

  /** Breaks become spaces; whatever else XML or a terminal would choke on goes. */
  private static String clean(String text, int limit) {
    StringBuilder clean = new StringBuilder();
    text.replaceAll("[\\t\\r\\n]+", " ")
        .codePoints()
        .filter(XmpPacket::isPrintable)
        .limit(limit)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
