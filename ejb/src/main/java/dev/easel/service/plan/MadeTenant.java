package dev.easel.service.plan;

import dev.easel.domain.identity.User;

/**
 * A tenant that was made just now. Password and key are stored as hashes only: this is the one time
 * they can be shown.
 */
public record MadeTenant(String tenantId, User owner, String password, String apiKey) {

  @Override
  public String toString() {
    return "MadeTenant[" + tenantId + "]";
  }
}
