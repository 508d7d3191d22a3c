package dev.easel.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanSwitchTest {

  private final List<String> changed = new ArrayList<>();
  private final PlanSwitch plans = new PlanSwitch();

  @BeforeEach
  void open() {
    plans.tenants =
        new TenantDesk() {
          @Override
          public void change(Caller caller, String tenantId, TenantChange change) {
            changed.add(caller.userId() + " puts " + tenantId + " on " + change.planId().get());
          }
        };
  }

  @Test
  void whoRunsTheServerPutsTheirOwnTenantOnAPlan() {
    plans.change(caller(true, EnumSet.allOf(Scope.class)), "pro");

    assertThat(changed).containsExactly("user_1 puts ten_1 on pro");
  }

  @Test
  void anOwnerWhoDoesNotMayNot() {
    assertRefused(caller(false, EnumSet.allOf(Scope.class)));
  }

  @Test
  void aCredentialWithoutThatRightMayNotEither() {
    assertRefused(caller(true, EnumSet.complementOf(EnumSet.of(Scope.ADMIN))));
  }

  private void assertRefused(Caller caller) {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> plans.change(caller, "pro"));

    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(changed).isEmpty();
  }

  private static Caller caller(boolean administrator, Set<Scope> scopes) {
    KeyRights rights = new KeyRights(scopes, Set.of(), List.of(), OptionalInt.empty());
    return new Caller("ten_1", "user_1", "key_1", "free", false, administrator, rights, "key_1");
  }
}
