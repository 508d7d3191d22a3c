package dev.easel.web.api.openai;

import dev.easel.web.api.Dialect;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Table of contents of {@code /v1}. */
@ApplicationPath("v1")
public class OpenAiApplication extends Dialect {

  @Override
  protected Set<Class<?>> own() {
    return Set.of(
        RequestHeaders.class,
        StreamSelector.class,
        AnswerHeaders.class,
        ImagesResource.class,
        EditsResource.class,
        VariationsResource.class,
        ModelsResource.class,
        ImageUsageResource.class,
        UsageResource.class);
  }
}
