package dev.easel.web.ui.members;

import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.Role;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.member.Members;
import dev.easel.service.member.ServiceAccounts;
import dev.easel.service.session.SecondFactors;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.util.List;

/** The page with all members, those without a person too. */
@RequestScoped
public class MembersPage {

  @Inject Members members;
  @Inject SecondFactors factors;
  @Inject Visit visit;
  @Inject Models models;

  String show() {
    Role role = visit.visitor().orElseThrow().role();
    List<Member> all = members.list(visit.visitor().orElseThrow());
    List<Member> people = all.stream().filter(member -> !member.user().isService()).toList();
    models.put("members", people);
    models.put("accounts", all.stream().filter(member -> member.user().isService()).toList());
    models.put("longest", ServiceAccounts.LONGEST_NAME);
    models.put("factors", factors.on(people.stream().map(member -> member.user().id()).toList()));
    models.put("invitations", members.invitations(visit.visitor().orElseThrow()));
    models.put("roles", Role.values());
    models.put("mayChange", role == Role.OWNER || role == Role.ADMIN);
    models.put("mayReset", visit.runsServer());
    return "members/index.html";
  }

  static Role role(String text) {
    try {
      return Role.valueOf(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw FailureException.invalid("role", "must be one of OWNER, ADMIN, MEMBER, VIEWER");
    }
  }
}
