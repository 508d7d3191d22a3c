package dev.easel.service.plan;

import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Credits;
import java.util.Optional;

/**
 * A tenant as administrators see it.
 *
 * @param available credits that can be spent
 */
public record TenantView(
    Tenant tenant, Plan plan, Optional<Subscription> subscription, Credits available) {}
