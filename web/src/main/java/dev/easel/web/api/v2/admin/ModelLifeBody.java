package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.catalog.ModelLife;
import dev.easel.web.api.JsonInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How long a model lives, as an administrator sends it. What is absent stays, null takes away. */
public final class ModelLifeBody {

  private static final Set<String> MEMBERS =
      Set.of("lifecycle", "sunset_on", "successor", "enabled");
  private static final int LONGEST_ID = 120;
  private static final int LAST_YEAR = 9998;

  private final JsonInput body;

  public ModelLifeBody(JsonInput sent) {
    body = JsonInput.required(sent);
    body.refuseStrangers(MEMBERS);
  }

  /**
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with all that is wrong
   */
  public ModelLife over(ModelLife old) {
    Lifecycle lifecycle = lifecycle(old.lifecycle());
    Optional<LocalDate> sunset = body.has("sunset_on") ? day() : kept("sunset_on", old.sunsetOn());
    Optional<String> successor =
        body.has("successor")
            ? Optional.ofNullable(body.text("successor", LONGEST_ID))
            : kept("successor", old.successorId());
    Boolean enabled = body.flag("enabled");
    if (lifecycle == Lifecycle.ACTIVE && (body.has("sunset_on") || body.has("successor"))) {
      body.violate("lifecycle", "must be deprecated or retired to have an end or a successor");
    }
    body.check();
    return new ModelLife(lifecycle, sunset, successor, enabled == null ? old.enabled() : enabled);
  }

  private <T> Optional<T> kept(String name, Optional<T> old) {
    return body.isNull(name) ? Optional.empty() : old;
  }

  private Lifecycle lifecycle(Lifecycle old) {
    String word = body.text("lifecycle");
    if (word == null) {
      return old;
    }
    Optional<Lifecycle> known =
        Arrays.stream(Lifecycle.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (known.isEmpty()) {
      body.violate("lifecycle", "must be one of: active, deprecated, retired");
    }
    return known.orElse(old);
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.ofNullable(body.text("sunset_on"))
          .map(LocalDate::parse)
          .filter(this::isWithinReach);
    } catch (DateTimeException e) {
      body.violate("sunset_on", "must be a date such as 2024-01-31");
      return Optional.empty();
    }
  }

  private boolean isWithinReach(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      body.violate("sunset_on", "must be a date such as 2024-01-31");
      return false;
    }
    return true;
  }
}
