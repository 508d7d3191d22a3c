package dev.easel.web.api.v1;

import dev.easel.web.api.Dialect;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Table of contents of {@code /api/v1}. */
@ApplicationPath("api/v1")
public class V1Application extends Dialect {

  @Override
  protected Set<Class<?>> own() {
    return Set.of(
        EventResource.class,
        FileResource.class,
        GenerationConfigResource.class,
        PingResource.class,
        StyleResource.class,
        UploadResource.class,
        UserResource.class);
  }
}
