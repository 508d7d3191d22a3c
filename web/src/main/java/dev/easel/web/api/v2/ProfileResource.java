package dev.easel.web.api.v2;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.User;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.Credits;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.plan.Subscriptions;
import dev.easel.service.usage.Usage;
import dev.easel.service.usage.UsageService;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Who calls, and what of the plan is used. Source: seed 001 "User Profile". */
@RequestScoped
@Path("user/profile")
@Needs(Scope.PROFILE_READ)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

  private static final BigDecimal BYTES_PER_MB = BigDecimal.valueOf(1024 * 1024);

  @Inject IdentityService identities;
  @Inject CatalogService catalog;
  @Inject UsageService usages;
  @Inject Ledger ledger;
  @Inject Subscriptions subscriptions;
  @Inject CurrentCaller caller;

  /** Changes the name and the preferences, which work for all credentials of the user. */
  @PATCH
  @Needs(Scope.KEYS_MANAGE)
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject change(JsonInput sent) {
    identities.prefer(caller.get(), new ProfileBody(sent, catalog).wish());
    return get();
  }

  @GET
  public JsonObject get() {
    Caller who = caller.get();
    User user = identities.user(who);
    JsonObjectBuilder profile =
        WireJson.object()
            .add("id", user.id())
            .add("email", user.email())
            .add("username", user.username())
            .add("created_at", WireJson.time(user.createdAt()))
            .add("subscription", subscription(who))
            .add("usage", usage(who))
            .add("preferences", preferences(user));
    return WireJson.object().add("user", profile).build();
  }

  private JsonObjectBuilder subscription(Caller who) {
    return SubscriptionJson.of(who.planId(), subscriptions.find(who.tenantId()));
  }

  private JsonObjectBuilder usage(Caller who) {
    Plan plan = identities.plan(who);
    Usage used = usages.of(who);
    Credits available = ledger.available(who.tenantId());
    return WireJson.object()
        .add("images_generated_today", used.imagesToday())
        .add("images_generated_month", used.imagesThisMonth())
        .add("credits_remaining", WireJson.number(available.credits()))
        .add("storage_used_mb", WireJson.number(megabytes(used.storedBytes())))
        .add("storage_limit_mb", plan.storageMb());
  }

  private JsonObjectBuilder preferences(User user) {
    return WireJson.object()
        .add("default_model", catalog.defaultEntry(user.defaultModel()).model().id())
        .add("default_size", user.defaultSize())
        .add("nsfw_filter", user.nsfwFilter())
        .add("auto_save_gallery", user.autoSaveGallery());
  }

  private static BigDecimal megabytes(long bytes) {
    return BigDecimal.valueOf(bytes).divide(BYTES_PER_MB, 2, RoundingMode.HALF_UP);
  }
}
