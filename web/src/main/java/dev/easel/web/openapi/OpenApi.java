package dev.easel.web.openapi;

import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The OpenAPI document, put together from the resources under {@code /openapi}. A test holds its
 * routes to those that are deployed.
 */
@ApplicationScoped
public class OpenApi {

  /** Stands for this server in the examples. */
  private static final String EXAMPLE_HOST = "https://easel.example";

  private static final List<String> PARTS =
      List.of(
          "v2.yaml",
          "v2-billing.yaml",
          "v2-moderation.yaml",
          "v2-batch.yaml",
          "v2-prices.yaml",
          "v2-keys.yaml",
          "v2-budgets.yaml",
          "v2-oauth.yaml",
          "usage.yaml",
          "v2-plans.yaml",
          "v2-workflows.yaml",
          "v2-nodes.yaml",
          "v2-queue.yaml",
          "v2-failures.yaml",
          "v2-identity.yaml",
          "v2-audit.yaml",
          "v2-assets.yaml",
          "v2-gallery.yaml",
          "v2-edits.yaml",
          "v1.yaml",
          "openai.yaml",
          "operations.yaml");

  private final Map<String, Object> document = YamlFiles.read("easel.yaml");

  public OpenApi() {
    PARTS.forEach(part -> YamlFiles.lay(document, YamlFiles.read(part)));
  }

  /** Of this programme, as the document tells it. */
  public String version() {
    return String.valueOf(((Map<?, ?>) document.get("info")).get("version"));
  }

  /**
   * @param base scheme, host and port as the client sees them
   */
  public String json(String base) {
    return WireJson.object(servedFrom(base)).build().toString().replace(EXAMPLE_HOST, base);
  }

  /** The same as YAML. */
  public String yaml(String base) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(servedFrom(base)).replace(EXAMPLE_HOST, base);
  }

  /** For reading; examples name this server as {@code base}. */
  public Node root(String base) {
    return new Node(document, document, text -> text.replace(EXAMPLE_HOST, base));
  }

  private Map<String, Object> servedFrom(String base) {
    Map<String, Object> copy = new LinkedHashMap<>(document);
    copy.put("servers", List.of(Map.of("url", base)));
    return copy;
  }
}
