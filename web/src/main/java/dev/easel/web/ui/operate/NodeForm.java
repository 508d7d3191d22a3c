package dev.easel.web.ui.operate;

import dev.easel.domain.node.NodeTerms;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the forms of a node bring, as the API would be sent it: there is one set of rules. Headers
 * that are left empty stay as they are, for they are never shown.
 */
public class NodeForm {

  private static final int LONGEST_NUMBER = 6;

  @FormParam("url")
  String url;

  @FormParam("name")
  String name;

  @FormParam("kind")
  String kind;

  @FormParam("max_in_flight")
  String maxInFlight;

  @FormParam("tls_identity")
  String tlsIdentity;

  @FormParam("labels")
  String labels;

  @FormParam("headers")
  String headers;

  @FormParam("drop_headers")
  String dropHeaders;

  @FormParam("model")
  List<String> chosen;

  @FormParam("version")
  String version;

  /** Of a new node: what is left empty is left to us. */
  JsonInput creating() {
    JsonObjectBuilder body = common();
    if (!text(labels).isEmpty()) {
      body.add("labels", pairs(labels, '='));
    }
    if (!chosen.isEmpty()) {
      body.add("models", WireJson.array(chosen));
    }
    return JsonInput.of(body.build(), "");
  }

  /** Of a node that is there: what can be left empty is emptied. */
  JsonInput changing() {
    JsonObjectBuilder body = common();
    body.add("labels", pairs(labels, '='));
    body.add("models", WireJson.array(chosen));
    if (text(tlsIdentity).isEmpty()) {
      body.addNull("tls_identity");
    }
    if (dropHeaders != null) {
      body.addNull("headers");
    }
    if (text(version).matches("\\d{1,18}")) {
      body.add("version", Long.parseLong(text(version)));
    }
    return JsonInput.of(body.build(), "");
  }

  private JsonObjectBuilder common() {
    JsonObjectBuilder body = WireJson.object();
    Map.of(
            "url",
            text(url),
            "name",
            text(name),
            "kind",
            text(kind),
            "tls_identity",
            text(tlsIdentity))
        .forEach(
            (member, given) -> {
              if (!given.isEmpty()) {
                body.add(member, given);
              }
            });
    String most = text(maxInFlight);
    if (most.matches("\\d{1," + LONGEST_NUMBER + "}")) {
      body.add("max_in_flight", Integer.parseInt(most));
    } else if (!most.isEmpty()) {
      body.add("max_in_flight", most);
    }
    if (!text(headers).isEmpty()) {
      body.add("headers", pairs(headers, ':'));
    }
    return body;
  }

  /** For the form to be shown again; not what is secret. */
  NodeFields fields() {
    return new NodeFields(
        text(url),
        text(name),
        text(kind),
        text(maxInFlight),
        text(tlsIdentity),
        text(labels),
        Set.copyOf(chosen),
        Set.of(),
        text(version));
  }

  /** One on each line; a line without the sign is a name with nothing. */
  private static JsonObject pairs(String sent, char sign) {
    JsonObjectBuilder pairs = WireJson.object();
    text(sent)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              int at = line.indexOf(sign);
              pairs.add(
                  (at < 0 ? line : line.substring(0, at)).strip(),
                  at < 0 ? "" : line.substring(at + 1).strip());
            });
    return pairs.build();
  }

  static String lines(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining("\n"));
  }

  static NodeFields of(NodeTerms terms, long version) {
    return new NodeFields(
        terms.address(),
        terms.name(),
        terms.kind(),
        Integer.toString(terms.maxInFlight()),
        terms.tlsIdentity(),
        lines(terms.labels()),
        terms.allowed(),
        terms.headerNames(),
        Long.toString(version));
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }
}
