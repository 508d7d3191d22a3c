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

/** Table of contents of {@code /v1}. */
@ApplicationPath("v1")
public class OpenAiApplication extends Dialect {

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
            ImagesResource.class,
            ModelsResource.class));
    return classes;
  }
}
