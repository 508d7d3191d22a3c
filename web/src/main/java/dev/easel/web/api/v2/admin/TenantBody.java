package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Subscription.Status;
import dev.easel.service.plan.NewTenant;
import dev.easel.service.plan.TenantChange;
import dev.easel.web.api.JsonInput;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A tenant as an administrator sends it. */
public final class TenantBody {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_USERNAME = 80;
  private static final int LONGEST_EMAIL = 320;

  /** Only what cannot be an address is refused; whether it is one shows when mail arrives. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");

  private static final Set<String> OF_A_NEW_ONE = Set.of("name", "plan", "email", "username");
  private static final Set<String> OF_A_CHANGE =
      Set.of("name", "plan", "vip_granted", "subscription", "suspended");

  private final JsonInput body;

  public TenantBody(JsonInput sent) {
    body = JsonInput.required(sent);
  }

  public NewTenant wish() {
    body.refuseStrangers(OF_A_NEW_ONE);
    Optional<String> name = word("name", LONGEST_NAME);
    String email = body.text("email", LONGEST_EMAIL);
    if (name.isEmpty()) {
      body.violate("name", "is required");
    }
    if (email == null || !EMAIL.matcher(email).matches()) {
      body.violate("email", "must be an address");
    }
    String plan = word("plan", LONGEST_NAME).orElse("free");
    Optional<String> username = word("username", LONGEST_USERNAME);
    body.check();
    return new NewTenant(name.orElseThrow(), plan, email, username);
  }

  public TenantChange change() {
    body.refuseStrangers(OF_A_CHANGE);
    TenantChange change =
        new TenantChange(
            word("name", LONGEST_NAME),
            word("plan", LONGEST_NAME),
            Optional.ofNullable(body.flag("vip_granted")),
            status(),
            Optional.ofNullable(body.flag("suspended")));
    body.check();
    return change;
  }

  private Optional<Status> status() {
    Optional<String> word = word("subscription", LONGEST_NAME);
    Optional<Status> status =
        word.flatMap(w -> Arrays.stream(Status.values()).filter(s -> s.wire().equals(w)).findAny());
    if (word.isPresent() && status.isEmpty()) {
      body.violate("subscription", "must be one of: active, cancelled");
    }
    return status;
  }

  private Optional<String> word(String name, int longest) {
    String word = body.text(name, longest);
    if (word != null && word.isBlank()) {
      body.violate(name, "must not be blank");
    }
    return Optional.ofNullable(word).map(String::strip).filter(w -> !w.isEmpty());
  }
}
