package dev.easel.web.ui.tenants;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.billing.CreditField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/** Credits given to a tenant or taken, as the form has it. */
@ApplicationScoped
public class TenantCredits {

  private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

  @Inject CreditDesk desk;

  /**
   * Books once, however often the form is sent.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it says nothing that can be booked, {@code
   *     CONFLICT} if more is taken than there is
   */
  void book(Caller caller, String tenantId, FormBody form) {
    String typed = form.text("credits");
    boolean taken = typed.startsWith("-") || typed.startsWith("\u2212");
    Credits amount = CreditField.read(taken ? typed.substring(1) : typed);
    if (amount.isZero()) {
      throw FailureException.invalid("credits", "must not be zero");
    }
    Voucher voucher = voucher(caller, tenantId, form);
    if (form.text("kind").equals("top_up")) {
      if (taken) {
        throw FailureException.invalid("credits", "must be above zero; an adjustment takes some");
      }
      desk.topUp(caller, tenantId, amount, voucher);
    } else {
      desk.adjust(caller, tenantId, taken ? amount.negated() : amount, voucher);
    }
  }

  private static Voucher voucher(Caller caller, String tenantId, FormBody form) {
    String reason = form.text("reason");
    if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > Voucher.LONGEST_REASON) {
      throw FailureException.invalid("reason", "is required, in a line or two");
    }
    String once = form.text("once");
    if (!ONCE.matcher(once).matches()) {
      throw FailureException.invalid("once", "is missing; reload the page");
    }
    return new Voucher("book:" + tenantId + ":" + once, reason, caller.userId());
  }
}
