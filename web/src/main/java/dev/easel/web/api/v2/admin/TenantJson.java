package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.service.plan.MadeTenant;
import dev.easel.service.plan.TenantView;
import dev.easel.service.usage.Usage;
import dev.easel.web.api.WireJson;
import dev.easel.web.api.v2.SubscriptionJson;
import jakarta.json.JsonObjectBuilder;

/** A tenant as administrators see it. */
final class TenantJson {

  private TenantJson() {}

  static JsonObjectBuilder of(TenantView view) {
    Tenant tenant = view.tenant();
    return WireJson.object()
        .add("id", tenant.id())
        .add("name", tenant.name())
        .add("plan", tenant.planId())
        .add("vip", view.plan().vip() || tenant.vipGranted())
        .add("vip_granted", tenant.vipGranted())
        .add("created_at", WireJson.time(tenant.createdAt()))
        .add("suspended_at", WireJson.time(tenant.suspendedAt()))
        .add("subscription", SubscriptionJson.of(tenant.planId(), view.subscription()))
        .add("available", WireJson.money(view.available()));
  }

  /** With the password, which can be shown this once. */
  static JsonObjectBuilder owner(MadeTenant made) {
    User owner = made.owner();
    return WireJson.object()
        .add("id", owner.id())
        .add("email", owner.email())
        .add("username", owner.username())
        .add("password", made.password());
  }

  static JsonObjectBuilder usage(Usage used, TenantView view) {
    return WireJson.object()
        .add("images_generated_today", used.imagesToday())
        .add("images_generated_month", used.imagesThisMonth())
        .add("stored_bytes", used.storedBytes())
        .add("storage_limit_mb", view.plan().storageMb());
  }
}
