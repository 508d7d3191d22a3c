package dev.easel.web.api.v2;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.ImageId;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Members that are pictures: an address, an id, a data URL or base64, or a file beside them.
 * Source: product decision C13.
 */
final class PictureMembers {

  /** Their names in forms. */
  static final Set<String> FILES =
      Set.of("init_image", "mask_image", "image_url", "image", "background_image");

  private static final int LONGEST_KEPT = 2048;

  private PictureMembers() {}

  /** The picture, noted as missing if there is none. */
  static InputWish required(SentBody sent, String name, Given given) {
    Optional<InputWish> found = optional(sent, name, given);
    if (found.isEmpty()) {
      sent.json().violate(name, "is required");
    }
    return found.orElse(null);
  }

  static Optional<InputWish> optional(SentBody sent, String name, Given given) {
    Optional<byte[]> file = sent.file(name);
    return file.isPresent()
        ? file.map(content -> InputWish.sent(name, content))
        : reference(sent.json(), name).map(text -> named(name, text, given));
  }

  /** What is written there; empty if nothing is. */
  static Optional<String> reference(JsonInput where, String name) {
    return Optional.ofNullable(where.text(name)).filter(text -> !text.isBlank());
  }

  /** Whether it is short enough to keep and not the picture itself. */
  static boolean isName(String reference) {
    return reference.length() <= LONGEST_KEPT
        && (isAddress(reference) || Asset.isId(reference) || ImageId.parse(reference).isPresent());
  }

  static boolean isAddress(String reference) {
    return reference.contains("://") && !reference.toLowerCase(Locale.ROOT).startsWith("data:");
  }

  private static InputWish named(String name, String reference, Given given) {
    given.keep(name, isName(reference) ? reference : null);
    return InputWish.named(name, reference);
  }
}
