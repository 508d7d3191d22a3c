package dev.easel.service.usage;

import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Utc;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Counts what a tenant has used. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageService {

  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject AssetRepository assets;
  @Inject Clock clock;

  public Usage of(Caller caller) {
    return of(caller.tenantId());
  }

  public Usage of(String tenantId) {
    LocalDate today = Utc.day(clock.instant());
    return new Usage(
        imagesSince(tenantId, today),
        imagesSince(tenantId, today.withDayOfMonth(1)),
        images.bytesOf(tenantId) + assets.bytesOf(tenantId));
  }

  private long imagesSince(String tenantId, LocalDate day) {
    return generations.imagesDelivered(tenantId, Utc.start(day));
  }
}
