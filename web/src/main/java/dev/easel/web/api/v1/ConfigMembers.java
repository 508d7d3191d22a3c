package dev.easel.web.api.v1;

import dev.easel.domain.shared.Remark;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The members of {@code config}, wherever the client put them: seed 000 nests them in {@code
 * params}, the service it describes has them flat. Both are read; {@code params} wins.
 */
final class ConfigMembers {

  private static final Set<String> KNOWN =
      Set.of(
          "prompt",
          "negative_prompt",
          "generation_config_name",
          "params",
          "width",
          "height",
          "aspect_ratio",
          "quality",
          "steps",
          "seed",
          "strength",
          "guidance_scale",
          "style_name",
          "enhance",
          "references",
          "batch_size",
          "n");

  private final JsonInput config;
  private final JsonInput params;
  private final List<Remark> remarks = new ArrayList<>();

  private ConfigMembers(JsonInput config) {
    this.config = config;
    this.params = config.object("params");
  }

  static ConfigMembers of(JsonInput body) {
    if (!body.has("config")) {
      body.violate("config", "is required");
    }
    ConfigMembers members = new ConfigMembers(body.object("config"));
    members.remarkUnknown(members.config);
    members.remarkUnknown(members.params);
    return members;
  }

  /** The object to read this member from; its violations bear the path the client used. */
  JsonInput with(String name) {
    boolean nested = params.has(name);
    if (nested && config.has(name) && !config.json().get(name).equals(params.json().get(name))) {
      remark(
          "params_win", "config." + name + " is ignored, since config.params." + name + " is set");
    }
    return nested ? params : config;
  }

  /** Whether the member is given in either place. */
  boolean has(String name) {
    return params.has(name) || config.has(name);
  }

  void remark(String code, String message) {
    Remark remark = new Remark(code, message);
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  List<Remark> remarks() {
    return remarks;
  }

  private void remarkUnknown(JsonInput object) {
    object.json().keySet().stream()
        .filter(name -> !KNOWN.contains(snakeCase(name)))
        .limit(20)
        .forEach(
            name -> remark("unknown_parameter", "'" + Attachments.shown(name) + "' is not known"));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
