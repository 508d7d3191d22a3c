package dev.easel.service.provider;

import dev.easel.domain.provider.CallProvider;
import java.util.Arrays;
import java.util.Optional;

/** The adapters a test has. */
public final class FixedProviders extends Providers {

  private final CallProvider[] all;

  public FixedProviders(CallProvider... all) {
    this.all = all;
  }

  @Override
  public Optional<CallProvider> find(String adapter) {
    return Arrays.stream(all).filter(provider -> provider.adapter().equals(adapter)).findFirst();
  }
}
