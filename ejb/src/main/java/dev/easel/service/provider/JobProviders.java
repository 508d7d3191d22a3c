package dev.easel.service.provider;

import dev.easel.domain.provider.JobProvider;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapters that talk to rendering nodes, by the kind of node. */
@ApplicationScoped
public class JobProviders {

  @Inject @Any Instance<JobProvider> found;

  private final Map<String, JobProvider> byKind = new HashMap<>();

  @PostConstruct
  void index() {
    found.forEach(this::add);
  }

  /** Makes an adapter known. */
  public void add(JobProvider provider) {
    byKind.put(provider.adapter(), provider);
  }

  /** Empty if the archive has no adapter for it. */
  public Optional<JobProvider> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Whether nodes of this kind can be talked to. */
  public boolean speaks(String kind) {
    return byKind.containsKey(kind);
  }

  /**
   * @throws IllegalArgumentException if the archive has no adapter for it
   */
  public JobProvider get(String kind) {
    return of(kind)
        .orElseThrow(
            () -> new IllegalArgumentException("No adapter speaks to nodes of the kind " + kind));
  }
}
