package dev.easel.service.provider;

import dev.easel.domain.provider.CallProvider;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapters in the archive, by the name routes refer to. */
@ApplicationScoped
public class Providers {

  @Inject @Any Instance<CallProvider> found;

  private final Map<String, CallProvider> byAdapter = new HashMap<>();

  @PostConstruct
  void index() {
    found.forEach(provider -> byAdapter.put(provider.adapter(), provider));
  }

  public Optional<CallProvider> find(String adapter) {
    return Optional.ofNullable(byAdapter.get(adapter));
  }
}
