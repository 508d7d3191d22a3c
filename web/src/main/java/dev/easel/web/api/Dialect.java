package dev.easel.web.api;

import jakarta.ws.rs.core.Application;
import java.util.Map;

/** One API surface. Its class lists what belongs to it; this keeps the runtime from adding more. */
public abstract class Dialect extends Application {

  /** Else the runtime would describe all resources as WADL, also in answer to OPTIONS. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
