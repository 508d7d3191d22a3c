package dev.easel.service.usage;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts what a tenant has used. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageService {

  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject Clock clock;

  public Usage of(Caller caller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Usage(
        imagesSince(caller, today),
        imagesSince(caller, today.withDayOfMonth(1)),
        images.bytesOf(caller.tenantId()));
  }

  private long imagesSince(Caller caller, LocalDate day) {
    return generations.imagesDelivered(
        caller.tenantId(), day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
