package dev.easel.web.api.v2;

import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/** A plan; limits that are not enforced are null. */
public final class PlanJson {

  private PlanJson() {}

  public static JsonObject list(List<Plan> plans) {
    return WireJson.object().add("plans", WireJson.array(plans, PlanJson::of)).build();
  }

  public static JsonObjectBuilder of(Plan plan) {
    PlanTerms terms = plan.terms();
    return WireJson.object()
        .add("id", plan.id())
        .add("name", terms.displayName())
        .add("requests_per_minute", limit(terms.perMinute()))
        .add("requests_per_hour", limit(terms.perHour()))
        .add("requests_per_day", limit(terms.perDay()))
        .add("concurrency", limit(terms.concurrency()))
        .add("monthly_credits", terms.monthlyCredits())
        .add("storage_mb", terms.storageMb())
        .add("vip", terms.vip())
        .add("weight", terms.weight());
  }

  private static JsonValue limit(OptionalInt limit) {
    return limit.isEmpty() ? JsonValue.NULL : WireJson.number(BigDecimal.valueOf(limit.getAsInt()));
  }
}
