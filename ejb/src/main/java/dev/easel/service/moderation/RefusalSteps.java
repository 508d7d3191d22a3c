package dev.easel.service.moderation;

import dev.easel.domain.moderation.ModerationRepository;
import dev.easel.domain.moderation.RefusalCount;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The transaction that counts refusals. */
@Stateless
public class RefusalSteps {

  @Inject ModerationRepository stored;

  /** Another server may make the day's row at the same moment: then this throws and is repeated. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void add(RefusalCount more) {
    if (!stored.addTo(more)) {
      stored.open(more);
    }
  }
}
