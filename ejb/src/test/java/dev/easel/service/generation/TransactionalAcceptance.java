package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.fake.InMemoryDatabase;

/** Acceptance in transactions, as the container would run it. */
class TransactionalAcceptance extends Acceptance {

  private final InMemoryDatabase database;

  TransactionalAcceptance(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Generation accept(
      Caller caller, OrderResolver.Resolved resolved, Origin origin, Idempotency idempotency) {
    return database.inTransaction(() -> super.accept(caller, resolved, origin, idempotency));
  }
}
