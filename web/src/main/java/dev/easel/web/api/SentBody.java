package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request that may bring pictures as files: JSON alone, or a form that stands for the
 * same JSON.
 *
 * @param files contents of the pictures that came as files, by the names of their members
 */
public record SentBody(JsonInput json, Map<String, byte[]> files) {

  /** The part of a form that holds members as a JSON object. */
  private static final String WHOLE = "request";

  /**
   * @throws FailureException {@code INVALID_REQUEST} if there is none
   */
  public static SentBody of(JsonInput sent) {
    return new SentBody(JsonInput.required(sent), Map.of());
  }

  /**
   * Fields are members, {@code parameters.width} one of a nested object; other than texts they are
   * read as JSON as far as they are. They win over those of the part {@code request}.
   *
   * @param pictures names of the members that are pictures; what is no file there is a reference
   * @param texts names of the members that are text whatever they look like
   * @throws FailureException {@code INVALID_REQUEST} if a field cannot be read
   */
  public static SentBody of(FormInput form, Set<String> pictures, Set<String> texts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, JsonValue> members = new LinkedHashMap<>(whole(form));
    for (String name : form.names()) {
      if (pictures.contains(name)) {
        picture(form, name, files, members);
      } else if (!name.equals(WHOLE)) {
        text(form, name)
            .ifPresent(
                text -> put(members, name, texts.contains(name) ? string(text) : read(text)));
      }
    }
    JsonObjectBuilder object = WireJson.object();
    members.forEach(object::add);
    JsonObject json = object.build();
    return new SentBody(JsonInput.of(json, hash(json, files)), files);
  }

  /** The content that came as a file under this name. */
  public Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static JsonObject whole(FormInput form) {
    Optional<String> whole = text(form, WHOLE);
    try {
      return whole
          .map(text -> JsonInputReader.parse(text.getBytes(StandardCharsets.UTF_8)))
          .orElse(JsonValue.EMPTY_JSON_OBJECT);
    } catch (FailureException e) {
      FailureException refused = FailureException.invalid(WHOLE, "must be a JSON object");
      refused.initCause(e);
      throw refused;
    }
  }

  private static void picture(
      FormInput form, String name, Map<String, byte[]> files, Map<String, JsonValue> members) {
    List<FormPart> found = form.files(name);
    if (found.isEmpty()) {
      return;
    }
    FormPart part = form.file(name);
    byte[] content = part.content();
    if (part.fileName() == null && isReference(content)) {
      members.put(name, string(new String(content, StandardCharsets.US_ASCII)));
    } else {
      files.put(name, content);
    }
  }

  /** No picture is made of printable characters alone. */
  private static boolean isReference(byte[] content) {
    for (byte b : content) {
      if (b < ' ' || b > '~') {
        return false;
      }
    }
    return true;
  }

  /** Pages send the fields nobody filled in as well. */
  private static Optional<String> text(FormInput form, String name) {
    return form.text(name).filter(text -> !text.isBlank());
  }

  private static void put(Map<String, JsonValue> members, String name, JsonValue value) {
    int dot = name.indexOf('.');
    if (dot <= 0) {
      members.put(name, value);
      return;
    }
    String outer = name.substring(0, dot);
    JsonObject section =
        members.get(outer) instanceof JsonObject known ? known : JsonValue.EMPTY_JSON_OBJECT;
    members.put(outer, WireJson.object(section).add(name.substring(dot + 1), value).build());
  }

  private static JsonValue read(String text) {
    try {
      JsonObject read =
          JsonInputReader.parse(("{\"v\":" + text + "}").getBytes(StandardCharsets.UTF_8));
      return read.size() == 1 ? read.get("v") : string(text);
    } catch (FailureException e) {
      return string(text); // text then, which whoever wanted a number refuses by its name
    }
  }

  private static JsonValue string(String text) {
    return WireJson.text(text);
  }

  private static String hash(JsonObject json, Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder(json.toString());
    files.forEach((name, content) -> all.append('\n').append(name).append(Sha256.hex(content)));
    return Sha256.hex(all.toString());
  }
}
