package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.moderation.Strictness;
import dev.easel.service.moderation.RuleDesk;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Tries a prompt against the rules: nothing is made, counted or kept. */
@RequestScoped
@Path("admin/moderation/test")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class ModerationTestResource {

  private static final int LONGEST_PROMPT = 32_000;

  @Inject RuleDesk desk;

  @POST
  public JsonObject test(JsonInput given) {
    JsonInput body = JsonInput.required(given);
    String prompt = body.text("prompt", LONGEST_PROMPT);
    if (prompt == null) {
      body.violate("prompt", "is required");
    }
    Strictness level = level(body);
    body.check();
    RuleDesk.Trial trial = desk.test(prompt);
    JsonArrayBuilder matches =
        WireJson.array(
            trial.matches(),
            rule -> ModerationRuleJson.of(rule).add("applies", level.uses(rule.level())));
    return WireJson.object()
        .add("allowed", trial.matches().stream().noneMatch(rule -> level.uses(rule.level())))
        .add("level", level.wire())
        .add("normalized", trial.normalised())
        .add("matches", matches)
        .build();
  }

  private static Strictness level(JsonInput body) {
    String given = body.text("level");
    Optional<Strictness> level = Optional.ofNullable(given).flatMap(Strictness::parse);
    if (given != null && level.isEmpty()) {
      body.violate("level", "must be one of: always, low, standard");
    }
    return level.orElse(Strictness.STANDARD);
  }
}
