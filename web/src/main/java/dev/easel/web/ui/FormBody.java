package dev.easel.web.ui;

import dev.easel.web.api.JsonInput;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form as the body of the API's request for the same, so that one and the same code judges it.
 */
public final class FormBody {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

  private final MultivaluedMap<String, String> form;
  private final JsonObjectBuilder body = Json.createObjectBuilder();

  public FormBody(MultivaluedMap<String, String> form) {
    this.form = form;
  }

  /** Members that are left out where the field is empty. */
  public FormBody texts(String... names) {
    for (String name : names) {
      given(name).ifPresent(text -> body.add(name, text));
    }
    return this;
  }

  /** Members that are null where the field is empty: limits are lifted, texts taken away. */
  public FormBody clearable(String... names) {
    for (String name : names) {
      body.add(name, given(name).<JsonValue>map(Json::createValue).orElse(JsonValue.NULL));
    }
    return this;
  }

  /** Numbers, null where the field is empty; what is none is judged as the text it is. */
  public FormBody numbers(String... names) {
    for (String name : names) {
      body.add(name, given(name).map(FormBody::number).orElse(JsonValue.NULL));
    }
    return this;
  }

  /** Boxes to tick: false where the field is missing. */
  public FormBody flags(String... names) {
    for (String name : names) {
      body.add(name, form.containsKey(name));
    }
    return this;
  }

  public FormBody member(String name, JsonValue value) {
    body.add(name, value);
    return this;
  }

  /** Without what is around it; empty if it is missing. */
  public String text(String name) {
    return given(name).orElse("");
  }

  public JsonInput input() {
    return JsonInput.of(body.build(), "");
  }

  /** What was typed, for the form to be shown again. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    form.keySet().forEach(name -> fields.put(name, text(name)));
    return fields;
  }

  /** A number as JSON, or the text if it is none. */
  public static JsonValue number(String text) {
    return NUMBER.matcher(text).matches()
        ? Json.createValue(new BigDecimal(text))
        : Json.createValue(text);
  }

  private Optional<String> given(String name) {
    return Optional.ofNullable(form.getFirst(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
