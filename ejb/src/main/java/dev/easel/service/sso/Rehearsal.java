package dev.easel.service.sso;

import dev.easel.domain.identity.Role;
import dev.easel.domain.sso.ToldClaims;
import java.util.List;
import java.util.Optional;

/**
 * What would come of a sign-in.
 *
 * @param told what was assumed
 * @param matches the rules whose group is told
 * @param given the organisations and the role in each, by its name
 * @param operator whether it would run the server by groups
 * @param taken names of organisations a known user would lose
 * @param loses whether a known user would not run the server any more
 * @param user address of the user it would be; empty for a newcomer
 * @param verdict how it would end
 */
public record Rehearsal(
    ToldClaims told,
    List<RuleView> matches,
    List<Given> given,
    boolean operator,
    List<String> taken,
    boolean loses,
    Optional<String> user,
    Verdict verdict) {

  /** Whether somebody would get in. */
  public boolean passes() {
    return switch (verdict) {
      case SIGNS_IN, NEWCOMER, GROUPS_ONLY -> true;
      case OTHER_ISSUER, NO_ORGANISATION, NO_ADDRESS, ADDRESS_TAKEN -> false;
    };
  }

  /** What somebody would be in an organisation. */
  public record Given(String tenantId, String tenantName, Role role) {}

  /** How a sign-in would end. */
  public enum Verdict {
    /** With an account that is there. */
    SIGNS_IN,
    /** With a new account. */
    NEWCOMER,
    /** Refused: the claims are of another issuer. */
    OTHER_ISSUER,
    /** Refused: nothing is given, and nothing else there is. */
    NO_ORGANISATION,
    /** Refused: no address that counts as verified is told. */
    NO_ADDRESS,
    /** Refused: the address is an account's that is not linked. */
    ADDRESS_TAKEN,
    /** Groups alone say nothing of who it is. */
    GROUPS_ONLY
  }
}
