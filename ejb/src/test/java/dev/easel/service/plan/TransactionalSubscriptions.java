package dev.easel.service.plan;

import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Subscription;
import dev.easel.domain.identity.Tenant;
import dev.easel.fake.InMemoryDatabase;

/** With the transactions the container would make, and crashes right before they commit. */
class TransactionalSubscriptions extends Subscriptions {

  private final InMemoryDatabase database;
  boolean crash;

  TransactionalSubscriptions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void begin(Tenant tenant) {
    database.inTransaction(() -> super.begin(tenant));
  }

  @Override
  public Subscription adopt(String tenantId) {
    return database.inTransaction(() -> super.adopt(tenantId));
  }

  @Override
  public boolean renew(String tenantId) {
    return database.inTransaction(
        () -> {
          boolean renewed = super.renew(tenantId);
          if (crash) {
            throw new IllegalStateException("The server dies here");
          }
          return renewed;
        });
  }

  @Override
  public void change(String tenantId, Plan plan) {
    database.inTransaction(() -> super.change(tenantId, plan));
  }

  @Override
  public void cancel(String tenantId) {
    database.inTransaction(() -> super.cancel(tenantId));
  }

  @Override
  public void resume(String tenantId) {
    database.inTransaction(() -> super.resume(tenantId));
  }
}
