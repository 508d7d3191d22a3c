package dev.easel.web.api.v2;

import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Subscription.Status;
import dev.easel.domain.shared.Utc;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A subscription as seed 001 prints it. */
public final class SubscriptionJson {

  private SubscriptionJson() {}

  /**
   * @param subscription empty for a tenant the renewals have not met yet
   */
  public static JsonObjectBuilder of(String plan, Optional<Subscription> subscription) {
    return WireJson.object()
        .add("plan", plan)
        .add("status", subscription.map(Subscription::status).orElse(Status.ACTIVE).wire())
        .add(
            "renews_at",
            WireJson.time(subscription.flatMap(Subscription::renewsOn).map(day -> Utc.start(day))));
  }
}
