package dev.easel.service.plan;

import dev.easel.domain.identity.Subscription;
import java.util.Optional;

/** What of a tenant shall change; what is empty stays. */
public record TenantChange(
    Optional<String> name,
    Optional<String> planId,
    Optional<Boolean> vipGranted,
    Optional<Subscription.Status> subscription) {}
