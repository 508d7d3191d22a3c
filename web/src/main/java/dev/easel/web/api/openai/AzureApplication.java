package dev.easel.web.api.openai;

import dev.easel.web.api.CallerFilter;
import dev.easel.web.api.Dialect;
import dev.easel.web.api.ErrorMappers;
import dev.easel.web.api.JsonInputReader;
import dev.easel.web.api.RateLimitFilter;
import dev.easel.web.api.RateLimitHeaders;
import dev.easel.web.api.ScopeFilter;
import jakarta.ws.rs.ApplicationPath;
import java.util.HashSet;
import java.util.Set;

/** Table of contents of {@code /openai}, where Azure clients look. */
@ApplicationPath("openai")
public class AzureApplication extends Dialect {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(ErrorMappers.all());
    classes.addAll(
        Set.of(
            CallerFilter.class,
            ScopeFilter.class,
            RateLimitFilter.class,
            RateLimitHeaders.class,
            RequestHeaders.class,
            JsonInputReader.class,
            StreamSelector.class,
            AnswerHeaders.class,
            AzureImagesResource.class,
            AzureDeploymentImagesResource.class,
            ModelsResource.class,
            AzureModelsResource.class));
    return classes;
  }
}
