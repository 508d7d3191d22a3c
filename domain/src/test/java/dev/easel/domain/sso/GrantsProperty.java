package dev.easel.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GrantsProperty {

  private static final List<String> GROUPS = List.of("a", "b", "c");

  @Property
  void nobodyGetsWhatNoRuleOfTheirGroupsSays(
      @ForAll("rules") List<GroupRule> rules, @ForAll("groups") Set<String> groups) {
    Grants grants = Grants.of(rules, groups);

    List<GroupRule> mine = rules.stream().filter(rule -> groups.contains(rule.group())).toList();
    for (Map.Entry<String, Role> role : grants.roles().entrySet()) {
      assertThat(mine)
          .anyMatch(
              rule ->
                  rule.tenantId().filter(role.getKey()::equals).isPresent()
                      && rule.role().filter(role.getValue()::equals).isPresent());
    }
    assertThat(grants.operator()).isEqualTo(mine.stream().anyMatch(GroupRule::operator));
  }

  @Property
  void theOrderOfRulesChangesNoRoleAndMoreGroupsTakeNothing(
      @ForAll("rules") List<GroupRule> rules, @ForAll("groups") Set<String> groups) {
    List<GroupRule> turned = new ArrayList<>(rules);
    Collections.reverse(turned);

    Map<String, Role> some = Grants.of(rules, groups).roles();

    assertThat(Grants.of(turned, groups).roles()).isEqualTo(some);
    Map<String, Role> all = Grants.of(rules, Set.copyOf(GROUPS)).roles();
    some.forEach((tenant, role) -> assertThat(all.get(tenant)).isLessThanOrEqualTo(role));
  }

  @Provide
  Arbitrary<List<GroupRule>> rules() {
    Arbitrary<Role> roles = Arbitraries.of(Role.ADMIN, Role.MEMBER, Role.VIEWER);
    Arbitrary<GroupRule> members =
        Combinators.combine(Arbitraries.of(GROUPS), Arbitraries.of("t1", "t2"), roles)
            .as(GroupRule::member);
    return Arbitraries.oneOf(members, Arbitraries.of(GROUPS).map(GroupRule::operator))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Set<String>> groups() {
    return Arbitraries.of(GROUPS).set();
  }
}
