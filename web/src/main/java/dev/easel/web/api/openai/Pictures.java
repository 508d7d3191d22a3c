package dev.easel.web.api.openai;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.FormPart;
import dev.easel.web.api.JsonInput;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pictures of a request: the first is worked on, the others go with it. What they are is found
 * out from their content; what a client says of their type is not looked at.
 *
 * @param images at most 16
 * @param mask what is transparent in it is repainted; null for none
 */
record Pictures(List<InputWish> images, InputWish mask) {

  static final Pictures NONE = new Pictures(List.of(), null);

  private static final int MOST = 16;
  private static final List<String> REFERENCES =
      List.of("https://", "http://", "data:", "img_", "ast_");
  private static final int LONGEST_BEGINNING = 8;

  /** Those of the JSON form of edits: {@code images} of objects, and {@code mask}. */
  static Pictures ofEdit(JsonInput body) {
    List<InputWish> images = images(body, body.has("images") ? "images" : "image");
    return checked(body, new Pictures(images, mask(body)));
  }

  /** Our own {@code image} of generations, in any form that names a picture. */
  static Pictures ofGeneration(JsonInput body) {
    return new Pictures(images(body, "image"), null);
  }

  /** Those of a form; what is wrong with them is noted with its fields. */
  static Pictures ofForm(FormInput form, JsonInput fields) {
    List<InputWish> images = new ArrayList<>();
    for (FormPart part : form.files("image", "images").stream().limit(MOST + 1L).toList()) {
      images.add(wish(images.isEmpty() ? "image" : "image[" + images.size() + "]", part));
    }
    List<FormPart> masks = form.files("mask");
    if (masks.size() > 1) {
      fields.violate("mask", "must be one file");
    }
    InputWish mask = masks.stream().findFirst().map(part -> wish("mask", part)).orElse(null);
    return checked(fields, new Pictures(images, mask));
  }

  Pictures withoutMask() {
    return new Pictures(images, null);
  }

  boolean any() {
    return !images.isEmpty();
  }

  Operation operation() {
    if (mask != null) {
      return Operation.INPAINT;
    }
    return any() ? Operation.IMAGE_TO_IMAGE : Operation.TEXT_TO_IMAGE;
  }

  Optional<InputWish> source() {
    return images.stream().findFirst();
  }

  List<InputWish> further() {
    return images.stream().skip(1).toList();
  }

  private static Pictures checked(JsonInput body, Pictures pictures) {
    if (!pictures.any()) {
      body.violate("image", "is required");
    }
    return pictures;
  }

  private static List<InputWish> images(JsonInput body, String field) {
    JsonValue given = body.value(field).orElse(JsonValue.EMPTY_JSON_ARRAY);
    if (!(given instanceof JsonArray several)) {
      return Stream.ofNullable(wish(body, field, given)).toList();
    }
    if (several.size() > MOST) {
      body.violate(field, "must be at most " + MOST);
      return List.of();
    }
    List<InputWish> images = new ArrayList<>();
    for (int i = 0; i < several.size(); i++) {
      images.add(wish(body, field + "[" + i + "]", several.get(i)));
    }
    return images.stream().filter(Objects::nonNull).toList();
  }

  private static InputWish mask(JsonInput body) {
    return body.value("mask").map(given -> wish(body, "mask", given)).orElse(null);
  }

  /**
   * A string, or an object with one in {@code image_url} or {@code file_id}; null if it is none.
   */
  private static InputWish wish(JsonInput body, String field, JsonValue given) {
    List<String> named =
        given instanceof JsonObject object
            ? Stream.of("image_url", "file_id").map(object::get).flatMap(Pictures::text).toList()
            : text(given).toList();
    if (named.size() != 1) {
      body.violate(field, "must name a picture, by either an image_url or a file_id");
      return null;
    }
    return InputWish.named(field, named.get(0));
  }

  private static Stream<String> text(JsonValue value) {
    return value instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty();
  }

  /** Some clients put an address where others put the file. */
  private static InputWish wish(String field, FormPart part) {
    byte[] content = part.content();
    String beginning =
        new String(content, 0, Math.min(LONGEST_BEGINNING, content.length), US_ASCII);
    return REFERENCES.stream().anyMatch(beginning::startsWith)
        ? InputWish.named(field, new String(content, US_ASCII))
        : InputWish.sent(field, content);
  }
}
