package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.PlanTerms;
import dev.easel.web.api.JsonInput;
import java.util.OptionalInt;
import java.util.Set;

/** A plan as an administrator sends it. An absent member stays; a limit that is null is lifted. */
public final class PlanBody {

  /** What a new plan offers if it is not told: no limits, nothing granted. */
  public static final PlanTerms NOTHING =
      new PlanTerms(
          null,
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          0,
          1024,
          false,
          1);

  private static final int LONGEST_NAME = 80;
  private static final String ID = "[a-z0-9][a-z0-9_-]{0,39}";
  private static final long MOST_CREDITS = 1_000_000_000;

  /** Further apart, the lighter one would wait for good. */
  private static final int MOST_WEIGHT = 1000;

  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "name",
          "requests_per_minute",
          "requests_per_hour",
          "requests_per_day",
          "concurrency",
          "monthly_credits",
          "storage_mb",
          "vip",
          "weight");

  private final JsonInput body;

  public PlanBody(JsonInput sent) {
    body = JsonInput.required(sent);
    // A limit that is misspelt would be no limit.
    body.refuseStrangers(MEMBERS);
  }

  public String id() {
    String id = body.text("id");
    if (id == null || !id.matches(ID)) {
      body.violate("id", "is required: lower-case letters, digits, - and _, at most 40");
    }
    return id;
  }

  void mustNotRename() {
    if (body.has("id")) {
      body.violate("id", "cannot be changed");
    }
  }

  public PlanTerms over(PlanTerms old) {
    PlanTerms terms =
        new PlanTerms(
            name(old.displayName()),
            limit("requests_per_minute", old.perMinute()),
            limit("requests_per_hour", old.perHour()),
            limit("requests_per_day", old.perDay()),
            limit("concurrency", old.concurrency()),
            between("monthly_credits", 0, MOST_CREDITS, old.monthlyCredits()),
            (int) between("storage_mb", 1, Integer.MAX_VALUE, old.storageMb()),
            body.has("vip") ? Boolean.TRUE.equals(body.flag("vip")) : old.vip(),
            (int) between("weight", 1, MOST_WEIGHT, old.weight()));
    body.check();
    return terms;
  }

  private String name(String old) {
    String name = body.has("name") ? body.text("name", LONGEST_NAME) : old;
    if (name == null || name.isBlank()) {
      body.violate("name", "is required");
    }
    return name;
  }

  private OptionalInt limit(String name, OptionalInt old) {
    if (!body.has(name)) {
      return body.isNull(name) ? OptionalInt.empty() : old;
    }
    Integer limit = body.integer(name);
    if (limit == null || limit <= 0) {
      body.violate(name, "must be above zero, or null for no limit");
      return old;
    }
    return OptionalInt.of(limit);
  }

  private long between(String name, long least, long most, long old) {
    Long value = body.has(name) ? body.longInteger(name) : Long.valueOf(old);
    if (value == null || value < least || value > most) {
      body.violate(name, "must be between " + least + " and " + most);
      return old;
    }
    return value;
  }
}
