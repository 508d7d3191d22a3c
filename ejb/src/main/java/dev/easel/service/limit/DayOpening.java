package dev.easel.service.limit;

import dev.easel.domain.limit.QuotaRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The transaction that makes a day's rows. */
@Stateless
public class DayOpening {

  @Inject QuotaRepository quotas;

  /** Opens the next day as well: at midnight no transaction has to wait for its row. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void open(String tenantId, LocalDate today) {
    quotas.open(tenantId, today);
    quotas.open(tenantId, today.plusDays(1));
  }
}
