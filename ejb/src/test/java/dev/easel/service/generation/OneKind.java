package dev.easel.service.generation;

import dev.easel.domain.provider.JobProvider;
import dev.easel.service.provider.JobProviders;

/** All nodes are of one kind. */
final class OneKind extends JobProviders {

  private final JobProvider provider;

  OneKind(JobProvider provider) {
    this.provider = provider;
  }

  @Override
  public boolean speaks(String kind) {
    return kind.equals(provider.adapter());
  }

  @Override
  public JobProvider get(String kind) {
    return provider;
  }
}
