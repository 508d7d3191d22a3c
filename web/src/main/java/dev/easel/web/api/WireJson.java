package dev.easel.web.api;

import static java.math.RoundingMode.HALF_UP;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Remark;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * JSON as answers are made of it. The provider is looked up once; {@code Json.create…} would search
 * all archives for it on every call.
 */
public final class WireJson {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonWriterFactory PRETTY =
      PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  /** With more, small numbers would be printed with an exponent. */
  private static final int DECIMALS = 6;

  private WireJson() {}

  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** Begins with the members of another object, in their order. */
  public static JsonObjectBuilder object(JsonObject start) {
    return PROVIDER.createObjectBuilder(start);
  }

  /** Strings, numbers, flags and maps of these. */
  public static JsonObjectBuilder object(Map<String, Object> members) {
    return PROVIDER.createObjectBuilder(members);
  }

  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  public static JsonArrayBuilder array(Iterable<String> texts) {
    JsonArrayBuilder array = array();
    texts.forEach(array::add);
    return array;
  }

  public static <T> JsonArrayBuilder array(
      Iterable<T> items, Function<? super T, JsonObjectBuilder> item) {
    JsonArrayBuilder array = array();
    items.forEach(one -> array.add(item.apply(one)));
    return array;
  }

  /** What a caller should know of a request that was served. */
  public static JsonArrayBuilder warnings(List<Remark> remarks) {
    return array(remarks, WireJson::warning);
  }

  public static JsonObjectBuilder warning(Remark remark) {
    return object().add("code", remark.code()).add("message", remark.message());
  }

  /** JSON null for null. */
  public static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : PROVIDER.createValue(text);
  }

  public static JsonValue text(Optional<String> text) {
    return text(text.orElse(null));
  }

  /** ISO 8601 in UTC with milliseconds at most; JSON null if there is none. */
  public static JsonValue time(Optional<Instant> time) {
    return time.map(WireJson::time).orElse(JsonValue.NULL);
  }

  public static JsonValue time(Instant time) {
    return text(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** A number without an exponent, which some clients do not read. */
  public static JsonValue number(double number) {
    return number(BigDecimal.valueOf(number));
  }

  /** A share of a whole, 0–1, to three decimals. */
  public static JsonValue fraction(double share) {
    return number(BigDecimal.valueOf(share).setScale(3, HALF_UP).stripTrailingZeros());
  }

  /** A number with six decimals at most and without an exponent; JSON null for null. */
  public static JsonValue number(BigDecimal number) {
    if (number == null) {
      return JsonValue.NULL;
    }
    BigDecimal rounded = number.scale() > DECIMALS ? number.setScale(DECIMALS, HALF_UP) : number;
    return PROVIDER.createValue(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }

  public static JsonValue number(Optional<Integer> number) {
    return number.<JsonValue>map(PROVIDER::createValue).orElse(JsonValue.NULL);
  }

  /** An amount in credits and in dollars; negative for what is taken. */
  public static JsonObjectBuilder money(Credits amount) {
    return object().add("credits", number(amount.credits())).add("usd", number(amount.usd()));
  }

  /** Reads an object this house wrote itself. */
  /** For people: with indentation. */
  public static String pretty(JsonObject object) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = PRETTY.createWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString().strip();
  }

  public static JsonObject parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
