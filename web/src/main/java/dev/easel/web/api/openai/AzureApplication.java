package dev.easel.web.api.openai;

import dev.easel.web.api.Dialect;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Table of contents of {@code /openai}, where Azure clients look. */
@ApplicationPath("openai")
public class AzureApplication extends Dialect {

  @Override
  protected Set<Class<?>> own() {
    return Set.of(
        RequestHeaders.class,
        StreamSelector.class,
        AnswerHeaders.class,
        AzureImagesResource.class,
        AzureDeploymentImagesResource.class,
        AzureEditsResource.class,
        AzureDeploymentEditsResource.class,
        ModelsResource.class,
        AzureModelsResource.class);
  }
}
