package dev.easel.adapter.imaging;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.SerializeOptions;
import dev.easel.domain.asset.Provenance;
import java.time.temporal.ChronoUnit;

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
    try {
      return XMPMetaFactory.serializeToBuffer(
          properties(provenance), new SerializeOptions().setPadding(1).setNewline("\n"));
    } catch (XMPException e) {
      throw new IllegalStateException("XMP of " + provenance.generationId(), e);
    }
  }

  private static XMPMeta properties(Provenance from) throws XMPException {
    XMPMeta xmp = XMPMetaFactory.create();
    xmp.setProperty(IPTC_EXTENSION, "DigitalSourceType", from.sourceType().uri());
    xmp.setProperty(XMPConst.NS_XMP, "CreatorTool", "Easel");
    String created = from.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
    xmp.setProperty(XMPConst.NS_XMP, "CreateDate", created);
    String prompt = clean(from.prompt(), MAX_PROMPT);
    if (!prompt.isEmpty()) {
      xmp.setLocalizedText(XMPConst.NS_DC, "description", null, XMPConst.X_DEFAULT, prompt);
    }
    xmp.setProperty(EASEL, "model", clean(from.model(), MAX_NAME));
    xmp.setProperty(EASEL, "seed", Long.toString(from.seed()));
    xmp.setProperty(EASEL, "generationId", clean(from.generationId(), MAX_NAME));
    return xmp;
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
