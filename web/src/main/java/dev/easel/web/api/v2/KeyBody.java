package dev.easel.web.api.v2;

import dev.easel.domain.identity.IpRange;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.KeyWish;
import dev.easel.web.api.JsonInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a request says of a key. Members that are absent leave what there is; null lifts a limit,
 * which the service refuses where the caller has it as well.
 */
final class KeyBody {

  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "scopes",
          "models",
          "expires_at",
          "allowed_ips",
          "requests_per_minute",
          "user_id");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ID = 40;
  private static final int MOST_ENTRIES = 50;
  private static final int MOST_PER_MINUTE = 1_000_000;

  private final JsonInput body;
  private final CatalogService catalog;
  private final Instant now;

  KeyBody(JsonInput body, CatalogService catalog, Instant now) {
    this.body = body;
    this.catalog = catalog;
    this.now = now;
  }

  /** Laid over what there is. */
  KeyWish over(KeyWish base) {
    KeyRights old = base.rights();
    body.refuseStrangers(KNOWN);
    KeyRights rights =
        new KeyRights(
            scopes(old.scopes()),
            Set.copyOf(entries("models", this::model, List.copyOf(old.models()))),
            entries("allowed_ips", KeyBody::range, old.addresses()),
            perMinute(old.perMinute()));
    KeyWish wish = new KeyWish(name(base.name()), rights, expiresAt(base.expiresAt()));
    body.check();
    return wish;
  }

  /** Whose key it shall be: a service account's, or the caller's own if it is not told. */
  Optional<String> userId() {
    return Optional.ofNullable(body.text("user_id", LONGEST_ID)).filter(id -> !id.isBlank());
  }

  /** A key stays whose it is. */
  KeyBody withoutHolder() {
    if (body.has("user_id")) {
      body.violate("user_id", "cannot be changed");
    }
    return this;
  }

  private String name(String old) {
    String name = body.text("name", LONGEST_NAME);
    String given = name == null ? old : name.strip();
    if (given.isEmpty()) {
      body.violate("name", "is required");
    }
    return given;
  }

  private Set<Scope> scopes(Set<Scope> old) {
    if (!body.has("scopes")) {
      return old;
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : body.texts("scopes")) {
      Scope.parse(word).ifPresentOrElse(scopes::add, () -> body.violate("scopes", oneOf()));
    }
    if (scopes.isEmpty()) {
      body.violate("scopes", "must name at least one scope");
    }
    return scopes;
  }

  private static String oneOf() {
    return "must be of: "
        + Arrays.stream(Scope.values()).map(Scope::wire).collect(Collectors.joining(", "));
  }

  private <T> List<T> entries(String name, Function<String, Optional<T>> parser, List<T> old) {
    if (!body.has(name)) {
      return body.isNull(name) ? List.of() : old;
    }
    List<String> given = body.texts(name);
    if (given.isEmpty() || given.size() > MOST_ENTRIES) {
      body.violate(name, "must have 1 to " + MOST_ENTRIES + " entries, or be null for no limit");
    }
    Set<T> entries = new LinkedHashSet<>();
    for (String word : given) {
      parser
          .apply(word)
          .ifPresentOrElse(entries::add, () -> body.violate(name, "has no such entry: " + word));
    }
    return new ArrayList<>(entries);
  }

  /** By its own id, whatever alias was given. */
  private Optional<String> model(String name) {
    try {
      return Optional.of(catalog.current().get(name).model().id());
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private static Optional<IpRange> range(String text) {
    return IpRange.parse(text);
  }

  private OptionalInt perMinute(OptionalInt old) {
    Integer limit = body.integer("requests_per_minute");
    if (limit == null) {
      return body.isNull("requests_per_minute") ? OptionalInt.empty() : old;
    }
    if (limit < 1 || limit > MOST_PER_MINUTE) {
      body.violate("requests_per_minute", "must be between 1 and " + MOST_PER_MINUTE);
    }
    return OptionalInt.of(limit);
  }

  private Optional<Instant> expiresAt(Optional<Instant> old) {
    Instant end = body.time("expires_at");
    if (end == null) {
      return body.isNull("expires_at") ? Optional.empty() : old;
    }
    if (!end.isAfter(now)) {
      body.violate("expires_at", "must lie ahead");
    }
    return Optional.of(end);
  }
}
