package dev.easel.service.generation;

import dev.easel.fake.InMemoryDatabase;

/** Slots in transactions, as the container would run them. */
class TransactionalSlots extends Slots {

  private final InMemoryDatabase database;

  TransactionalSlots(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public int call(String tenantId) {
    return database.inTransaction(() -> super.call(tenantId));
  }
}
