package dev.easel.web.api.v2.admin;

import dev.easel.domain.node.NodeAddress;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.shared.StoredText;
import dev.easel.service.node.NodeWish;
import dev.easel.web.api.JsonInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A node as an administrator sends it. */
public final class NodeBody {

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "kind",
          "url",
          "labels",
          "models",
          "headers",
          "tls_identity",
          "max_in_flight",
          "version");

  private static final int MOST_LABELS = 32;
  private static final int MOST_HEADERS = 16;
  private static final int MOST_MODELS = 150;
  private static final int LONGEST_VALUE = 120;
  private static final int LONGEST_HEADERS = 8000;
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,62}");
  private static final Pattern LABEL_VALUE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]*");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_-]{0,64}");

  /** The HTTP client sets these itself. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "origin",
          "transfer-encoding",
          "upgrade");

  private final JsonInput body;
  private final Function<String, Optional<String>> models;

  /**
   * @param models the id of a model by its id or alias
   */
  public NodeBody(JsonInput sent, Function<String, Optional<String>> models) {
    this.body = JsonInput.required(sent);
    this.models = models;
  }

  /** The version a change is meant for. */
  public Optional<Long> version() {
    Optional<Long> version = Optional.ofNullable(body.longInteger("version"));
    body.check();
    return version;
  }

  /**
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with what is wrong of
   *     each member
   */
  public NodeWish wish() {
    body.refuseStrangers(MEMBERS);
    NodeWish wish =
        new NodeWish(
            matching("name", NodeTerms.NAME, "must be 1 to 64 letters, digits, dots, _ and -"),
            Optional.ofNullable(body.text("kind", LONGEST_VALUE)),
            Optional.ofNullable(body.text("url", NodeAddress.LONGEST)),
            labels(),
            allowed(),
            headers(),
            identity(),
            maxInFlight());
    body.check();
    return wish;
  }

  private Optional<String> matching(String name, Pattern form, String otherwise) {
    String text = body.text(name);
    if (text != null && !form.matcher(text).matches()) {
      body.violate(name, otherwise);
    }
    return Optional.ofNullable(text);
  }

  private Optional<String> identity() {
    return body.isNull("tls_identity")
        ? Optional.of("")
        : matching("tls_identity", IDENTITY, "must be 1 to 64 letters, digits, _ and -");
  }

  private Optional<Map<String, String>> labels() {
    Optional<Map<String, String>> labels = words("labels");
    labels.ifPresent(
        given ->
            given.forEach(
                (name, value) -> {
                  boolean right =
                      LABEL.matcher(name).matches()
                          && value.length() <= LONGEST_VALUE
                          && LABEL_VALUE.matcher(value).matches()
                          && StoredText.isStorable(value);
                  if (!right || given.size() > MOST_LABELS) {
                    body.violate(
                        "labels",
                        "must be at most "
                            + MOST_LABELS
                            + " words of letters, digits and ._/- with texts of one line, at most "
                            + LONGEST_VALUE
                            + " characters");
                  }
                }));
    return labels;
  }

  private Optional<Map<String, String>> headers() {
    Optional<Map<String, String>> headers = words("headers");
    int length =
        headers.orElse(Map.of()).entrySet().stream()
            .mapToInt(header -> header.getKey().length() + header.getValue().length())
            .sum();
    if (length > LONGEST_HEADERS || headers.orElse(Map.of()).size() > MOST_HEADERS) {
      body.violate(
          "headers",
          "must be at most " + MOST_HEADERS + ", of " + LONGEST_HEADERS + " characters in all");
    }
    headers.ifPresent(given -> given.forEach(this::judgeHeader));
    return headers;
  }

  /** Names are told in the answer, values never: they are secrets. */
  private void judgeHeader(String name, String value) {
    if (!HEADER.matcher(name).matches()) {
      body.violate("headers", "has a name that no header can have");
    } else if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      body.violate("headers", "must not have " + name + ", which is set for every request");
    } else if (!HEADER_VALUE.matcher(value).matches()) {
      body.violate("headers", name + " must be visible ASCII characters and spaces between them");
    }
  }

  /** An object of strings; null for none. */
  private Optional<Map<String, String>> words(String name) {
    if (body.isNull(name)) {
      return Optional.of(Map.of());
    }
    if (!body.has(name)) {
      return Optional.empty();
    }
    JsonObject given = body.object(name).json();
    Map<String, String> words = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> word : given.entrySet()) {
      if (word.getValue() instanceof JsonString text) {
        words.put(word.getKey(), text.getString());
      } else {
        body.violate(name, "must be an object of strings");
      }
    }
    return Optional.of(words);
  }

  private Optional<Set<String>> allowed() {
    if (body.isNull("models")) {
      return Optional.of(Set.of());
    }
    if (!body.has("models")) {
      return Optional.empty();
    }
    List<String> given = body.texts("models");
    if (given.size() > MOST_MODELS) {
      body.violate("models", "must have at most " + MOST_MODELS + " entries");
    }
    Set<String> ids = new LinkedHashSet<>();
    for (String word : given) {
      models
          .apply(word)
          .ifPresentOrElse(ids::add, () -> body.violate("models", "has no such entry: " + word));
    }
    return Optional.of(ids);
  }

  private Optional<Integer> maxInFlight() {
    Integer most = body.integer("max_in_flight");
    if (most != null && (most < 1 || most > NodeTerms.MOST_IN_FLIGHT)) {
      body.violate("max_in_flight", "must be between 1 and " + NodeTerms.MOST_IN_FLIGHT);
    }
    return Optional.ofNullable(most);
  }
}
