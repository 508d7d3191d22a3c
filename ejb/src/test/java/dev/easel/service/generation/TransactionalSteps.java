package dev.easel.service.generation;

import dev.easel.domain.asset.Image;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.identity.Caller;
import dev.easel.fake.InMemoryDatabase;
import java.time.Instant;
import java.util.Optional;

/** The steps in transactions, as the container would run them. */
class TransactionalSteps extends GenerationSteps {

  private final InMemoryDatabase database;

  TransactionalSteps(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Claim> claim(String generationId, Routing routing, String node) {
    return database.inTransaction(() -> super.claim(generationId, routing, node));
  }

  @Override
  public boolean complete(String generationId, int number, Delivery delivery) {
    return database.inTransaction(() -> super.complete(generationId, number, delivery));
  }

  @Override
  public boolean fail(String generationId, int number, ErrorKind kind, String message) {
    return database.inTransaction(() -> super.fail(generationId, number, kind, message));
  }

  @Override
  public boolean giveUp(String id, ErrorKind kind, String message) {
    return database.inTransaction(() -> super.giveUp(id, kind, message));
  }

  @Override
  public boolean stopped(String generationId, int number) {
    return database.inTransaction(() -> super.stopped(generationId, number));
  }

  @Override
  public boolean retryAt(String generationId, int number, String reason, Instant when) {
    return database.inTransaction(() -> super.retryAt(generationId, number, reason, when));
  }

  @Override
  public void renders(String generationId, int number) {
    database.inTransaction(() -> super.renders(generationId, number));
  }

  @Override
  public Cancellation cancel(Caller caller, String id) {
    return database.inTransaction(() -> super.cancel(caller, id));
  }

  @Override
  public Image deleteImage(String tenantId, String imageId) {
    return database.inTransaction(() -> super.deleteImage(tenantId, imageId));
  }
}
