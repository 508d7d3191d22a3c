package dev.easel.web.ui.operate;

import dev.easel.service.identity.IdentityService;
import dev.easel.service.node.Fleet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Words for ids on the pages of operators; what is no more has its id. */
@RequestScoped
public class OperatorNames {

  @Inject IdentityService identities;
  @Inject Fleet fleet;

  private final Map<String, String> known = new HashMap<>();

  public String tenant(String id) {
    return known.computeIfAbsent(id, this::tenantName);
  }

  public String node(String id) {
    return fleet.find(id).map(node -> node.target().name()).orElse(id);
  }

  /** {@code 3 d 4 h}, {@code 4 h 5 min}, {@code 5 min}, {@code 12 s}. */
  public String age(long seconds) {
    Duration age = Duration.ofSeconds(seconds);
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " min";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : seconds + " s";
  }

  private String tenantName(String id) {
    return identities.tenantName(id).orElse(id);
  }
}
