package dev.easel.web.ui.models;

import dev.easel.domain.catalog.PriceRule;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.shared.Credits;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.v2.admin.PricesBody;
import dev.easel.web.ui.FormBody;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules of prices as the lines of a form: fields of one line stand at one place of their lists. */
final class PriceRows {

  private static final List<String> WORDS = List.of("operation", "quality");
  private static final List<String> NUMBERS =
      List.of("max_pixels", "from_count", "usd", "included_steps", "usd_per_extra_step");

  /** As browsers send a time of no zone; ours is UTC. */
  private static final Pattern MINUTE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$");

  private static final int EMPTY_LINES = 3;
  private static final int MOST_LINES = 200;

  private PriceRows() {}

  /** The body of the API's request for the same; a line without a price is none. */
  static JsonInput body(MultivaluedMap<String, String> sent) {
    FormBody form = new FormBody(sent);
    JsonArrayBuilder rules = Json.createArrayBuilder();
    lines(sent).stream()
        .filter(line -> !line.get("usd").isEmpty())
        .forEach(line -> rules.add(rule(line)));
    String from = form.text("active_from");
    if (!from.isEmpty()) {
      form.member("active_from", Json.createValue(MINUTE.matcher(from).replaceFirst("$0:00Z")));
    }
    return form.texts("reason").numbers("after_version").member("rules", rules.build()).input();
  }

  /** What was typed, line by line. */
  static List<Map<String, String>> lines(MultivaluedMap<String, String> sent) {
    int count = Math.min(MOST_LINES, sent.getOrDefault("usd", List.of()).size());
    List<Map<String, String>> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = i;
      Map<String, String> line = new LinkedHashMap<>();
      WORDS.forEach(name -> line.put(name, at(sent, name, place)));
      NUMBERS.forEach(name -> line.put(name, at(sent, name, place)));
      lines.add(line);
    }
    return lines;
  }

  /** The rules in force, and lines for more. */
  static List<Map<String, String>> of(List<PriceRule> rules) {
    List<Map<String, String>> lines = new ArrayList<>();
    rules.forEach(rule -> lines.add(line(rule.terms())));
    for (int i = 0; i < EMPTY_LINES; i++) {
      Map<String, String> line = new LinkedHashMap<>();
      WORDS.forEach(name -> line.put(name, ""));
      NUMBERS.forEach(name -> line.put(name, ""));
      lines.add(line);
    }
    return lines;
  }

  /** A rule as the fields of its line; what it leaves open is empty. */
  static Map<String, String> line(PriceTerms terms) {
    Map<String, String> line = new LinkedHashMap<>();
    boolean any = terms.operation().equals(PriceTerms.ANY_OPERATION);
    line.put("operation", any ? "" : PricesBody.wire(terms.operation()));
    line.put("quality", terms.quality() == null ? "" : terms.quality());
    line.put("max_pixels", text(terms.maxPixels()));
    line.put("from_count", String.valueOf(terms.fromCount()));
    line.put("usd", usd(terms.usdMicros()));
    line.put("included_steps", text(terms.includedSteps()));
    line.put(
        "usd_per_extra_step",
        terms.usdMicrosPerExtraStep() == 0 ? "" : usd(terms.usdMicrosPerExtraStep()));
    return line;
  }

  private static JsonObjectBuilder rule(Map<String, String> line) {
    JsonObjectBuilder rule = Json.createObjectBuilder();
    for (String name : WORDS) {
      Optional.of(line.get(name)).filter(t -> !t.isEmpty()).ifPresent(t -> rule.add(name, t));
    }
    for (String name : NUMBERS) {
      Optional.of(line.get(name))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> rule.add(name, FormBody.number(text)));
    }
    return rule;
  }

  private static String at(MultivaluedMap<String, String> sent, String name, int place) {
    List<String> values = sent.getOrDefault(name, List.of());
    return place < values.size() ? values.get(place).strip() : "";
  }

  private static String usd(long micros) {
    return Credits.ofUsdMicros(micros).usd().stripTrailingZeros().toPlainString();
  }

  private static String text(Number number) {
    return number == null ? "" : number.toString();
  }
}
