package dev.easel.web.api.v2.admin;

import dev.easel.domain.workflow.Parameter;
import dev.easel.web.api.JsonInput;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Other model files for a workflow: {@code {"files": {"checkpoint": "x.safetensors"}}}. */
final class WorkflowFilesBody {

  private static final Set<String> FILES =
      Arrays.stream(Parameter.values())
          .filter(parameter -> parameter.kind() == Parameter.Kind.FILE)
          .map(Parameter::wire)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Parameter, String> files = new EnumMap<>(Parameter.class);
  private final Optional<Long> version;

  WorkflowFilesBody(JsonInput body) {
    body.refuseStrangers(Set.of("files", "version"));
    version = Optional.ofNullable(body.longInteger("version"));
    JsonInput given = body.object("files");
    given.refuseStrangers(FILES);
    FILES.forEach(
        name ->
            Optional.ofNullable(given.text(name))
                .ifPresent(file -> files.put(Parameter.parse(name).orElseThrow(), file)));
    if (files.isEmpty()) {
      body.violate("files", "must name at least one of: " + String.join(", ", FILES));
    }
    body.check();
  }

  Map<Parameter, String> files() {
    return files;
  }

  Optional<Long> version() {
    return version;
  }
}
