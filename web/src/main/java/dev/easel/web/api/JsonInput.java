package dev.easel.web.api;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object as a client sent it. Reads members by their snake_case name or its camelCase alias;
 * absent and null are the same. Wrong types are collected under their dotted path and thrown
 * together by {@link #check}, so that one answer tells all of them.
 */
public final class JsonInput {

  private final JsonObject object;
  private final String path;
  private final String hash;
  private final Map<String, String> violations;

  private JsonInput(JsonObject object, String path, String hash, Map<String, String> violations) {
    this.object = object;
    this.path = path;
    this.hash = hash;
    this.violations = violations;
  }

  /**
   * @param hash SHA-256 of the body as it was sent, hex
   */
  public static JsonInput of(JsonObject object, String hash) {
    return new JsonInput(object, "", hash, new LinkedHashMap<>());
  }

  /**
   * The body itself: without a media type and content, JAX-RS hands over null.
   *
   * @throws FailureException {@code INVALID_REQUEST} if there is none
   */
  public static JsonInput required(JsonInput body) {
    if (body == null) {
      throw FailureException.of(FailureCode.INVALID_REQUEST, "A request body is required");
    }
    return body;
  }

  /** SHA-256 of the whole body, hex. */
  public String hash() {
    return hash;
  }

  /** The object as it was sent. */
  public JsonObject json() {
    return object;
  }

  public boolean has(String name) {
    return value(name).isPresent();
  }

  /** Whether it was sent as null, where that says something else than leaving it out. */
  public boolean isNull(String name) {
    return sent(name) == JsonValue.NULL;
  }

  /** A nested object; an empty one if absent. */
  public JsonInput object(String name) {
    JsonObject nested =
        typed(name, JsonValue.ValueType.OBJECT, "must be an object")
            .map(JsonValue::asJsonObject)
            .orElse(JsonValue.EMPTY_JSON_OBJECT);
    return new JsonInput(nested, path + name + ".", hash, violations);
  }

  public String text(String name) {
    Optional<String> text =
        typed(name, JsonValue.ValueType.STRING, "must be a string")
            .map(value -> ((JsonString) value).getString());
    if (text.isPresent() && !StoredText.isStorable(text.get())) {
      violate(name, "must not contain U+0000 or half of a surrogate pair");
      return null;
    }
    return text.orElse(null);
  }

  /** A string of at most {@code longest} characters. */
  public String text(String name, int longest) {
    String text = text(name);
    if (text != null && text.length() > longest) {
      violate(name, "must be at most " + longest + " characters");
    }
    return text;
  }

  /** A time with its offset; null if absent. */
  public Instant time(String name) {
    Optional<String> text = Optional.ofNullable(text(name));
    Optional<Instant> time = text.flatMap(WireTime::parse);
    if (text.isPresent() && time.isEmpty()) {
      violate(name, "must be a time such as 2027-01-31T12:00:00Z");
    }
    return time.orElse(null);
  }

  public Integer integer(String name) {
    Long value = longInteger(name);
    if (value != null && value.intValue() != value) {
      violate(name, "is out of range");
      return null;
    }
    return value == null ? null : value.intValue();
  }

  public Long longInteger(String name) {
    return decimal(name, "must be an integer").flatMap(d -> exact(name, d)).orElse(null);
  }

  /** A number as it was written. */
  public BigDecimal decimal(String name) {
    return decimal(name, "must be a number").orElse(null);
  }

  public Double number(String name) {
    return decimal(name, "must be a number").map(BigDecimal::doubleValue).orElse(null);
  }

  public Boolean flag(String name) {
    Optional<JsonValue> given = value(name);
    if (given.isEmpty()) {
      return null;
    }
    JsonValue.ValueType type = given.get().getValueType();
    if (type != JsonValue.ValueType.TRUE && type != JsonValue.ValueType.FALSE) {
      violate(name, "must be true or false");
      return null;
    }
    return type == JsonValue.ValueType.TRUE;
  }

  /** An array; empty if absent. */
  public JsonArray array(String name) {
    return typed(name, JsonValue.ValueType.ARRAY, "must be an array")
        .map(JsonValue::asJsonArray)
        .orElse(JsonValue.EMPTY_JSON_ARRAY);
  }

  /** An array of objects; empty if absent. */
  public List<JsonInput> objects(String name) {
    JsonArray array = array(name);
    List<JsonInput> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String place = name + "[" + i + "]";
      if (array.get(i) instanceof JsonObject nested) {
        objects.add(new JsonInput(nested, path + place + ".", hash, violations));
      } else {
        violate(place, "must be an object");
      }
    }
    return objects;
  }

  /** An array of strings; empty if absent. */
  public List<String> texts(String name) {
    JsonArray array = array(name);
    if (array.stream().anyMatch(v -> v.getValueType() != JsonValue.ValueType.STRING)) {
      violate(name, "must be an array of strings");
      return List.of();
    }
    return array.getValuesAs(JsonString::getString);
  }

  /** Dotted paths of the members that are none of these, nor their camelCase aliases. */
  public List<String> strangers(Set<String> known) {
    return MemberNames.strangers(object, known).stream().map(name -> path + name).toList();
  }

  /** Notes members that are none of these, some of them if there are many. */
  public void refuseStrangers(Set<String> known) {
    strangers(known).stream()
        .limit(MemberNames.MOST_NAMED)
        .forEach(name -> violations.putIfAbsent(Attachments.shown(name), "is not known here"));
  }

  /** Notes that a member is wrong in a way the caller of this class found out. */
  public void violate(String name, String reason) {
    violations.putIfAbsent(path + name, reason);
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with all violations found so far
   */
  public void check() {
    if (!violations.isEmpty()) {
      throw FailureException.invalid(violations);
    }
  }

  public Optional<JsonValue> value(String name) {
    return Optional.ofNullable(sent(name)).filter(v -> v != JsonValue.NULL);
  }

  private JsonValue sent(String name) {
    JsonValue value = object.get(name);
    return value == null ? object.get(MemberNames.camelCase(name)) : value;
  }

  private Optional<JsonValue> typed(String name, JsonValue.ValueType type, String reason) {
    Optional<JsonValue> given = value(name);
    if (given.isPresent() && given.get().getValueType() != type) {
      violate(name, reason);
      return Optional.empty();
    }
    return given;
  }

  private Optional<BigDecimal> decimal(String name, String reason) {
    return typed(name, JsonValue.ValueType.NUMBER, reason)
        .map(value -> ((JsonNumber) value).bigDecimalValue())
        .flatMap(decimal -> sane(name, decimal));
  }

  /** 1e999999999 is valid JSON and would take minutes to expand. */
  private Optional<BigDecimal> sane(String name, BigDecimal decimal) {
    if (Math.abs((long) decimal.precision() - decimal.scale()) > 40) {
      violate(name, "is out of range");
      return Optional.empty();
    }
    return Optional.of(decimal);
  }

  private Optional<Long> exact(String name, BigDecimal decimal) {
    boolean whole = decimal.stripTrailingZeros().scale() <= 0;
    if (whole && decimal.toBigInteger().bitLength() < Long.SIZE) {
      return Optional.of(decimal.longValue());
    }
    violate(name, whole ? "is out of range" : "must be an integer");
    return Optional.empty();
  }
}
