package dev.easel.service.node;

import dev.easel.domain.provider.JobProvider;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapters that give nodes work, by the kind of node. */
@ApplicationScoped
public class JobProviders {

  @Inject @Any Instance<JobProvider> found;

  private final Map<String, JobProvider> byKind = new HashMap<>();

  @PostConstruct
  void index() {
    found.forEach(this::add);
  }

  void add(JobProvider provider) {
    byKind.put(provider.adapter(), provider);
  }

  public Optional<JobProvider> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
