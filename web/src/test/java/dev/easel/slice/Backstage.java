package dev.easel.slice;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.plan.Subscriptions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** What the tests need and no service offers: tenants with money, transactions, a look at rows. */
@ApplicationScoped
class Backstage {

  /** A model with a price and few demands; on this server the painter stands in for it. */
  static final String MODEL = "flux-schnell";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @PersistenceContext(unitName = "easel")
  EntityManager entities;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject UserTransaction transaction;
  @Inject IdentityRepository identities;
  @Inject GenerationService generations;
  @Inject Ledger ledger;
  @Inject Subscriptions subscriptions;
  @Inject Clock clock;

  /** A small order that is painted in a moment. */
  static GenerationRequest small() {
    return new GenerationRequest()
        .model(MODEL)
        .prompt("a lake at night")
        .size(new Size(64, 64))
        .steps(1);
  }

  static Origin origin() {
    return origin(null);
  }

  static Origin origin(String bodyHash) {
    return new Origin(Surface.V2, "req_slice", bodyHash, null, null, null, null);
  }

  Caller tenantWith(Credits credits) throws Exception {
    return inTransaction(
        () -> {
          Instant now = clock.instant();
          Tenant tenant = new Tenant(Ids.random("ten"), "Slice", "pro", now);
          identities.add(tenant);
          String user = Ids.random("user");
          identities.add(new User(user, tenant.id(), user + "@example.org", "-", false, now));
          identities.add(new Membership(user, tenant.id(), Role.OWNER, now));
          ledger.openWallet(tenant.id());
          ledger.grant(tenant.id(), credits, "slice:" + tenant.id(), "test");
          subscriptions.beginPaid(tenant); // or the chore would grant a month's credits some time
          return new Caller(tenant.id(), user, "key_" + user, "pro", true);
        });
  }

  Instant now() {
    return clock.instant();
  }

  /** Writes what the transaction has so far, which only looking at rows needs. */
  void flush() {
    entities.flush();
  }

  <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      T result = work.call();
      transaction.commit();
      return result;
    } finally {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    }
  }

  /** Does the work and takes it back. */
  <T> T rolledBack(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.rollback();
    }
  }

  GenerationDetails awaitEnd(Caller caller, String id) throws InterruptedException {
    return await(caller, id, found -> found.generation().status().isFinal());
  }

  GenerationDetails await(Caller caller, String id, GenerationStatus status)
      throws InterruptedException {
    return await(caller, id, found -> found.generation().status() == status);
  }

  long count(String sql, Object... values) throws SQLException {
    return ((Number) value(sql, values)).longValue();
  }

  /** The first column of the first row. */
  Object value(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = prepared(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getObject(1) : null;
    }
  }

  /** What the database means to do; PostgreSQL under settings that end with this. */
  String plan(List<String> settings, String sql, Object... values) throws SQLException {
    StringBuilder plan = new StringBuilder();
    boolean settable = !isH2();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String setting : settable ? settings : List.<String>of()) {
        statement.execute(setting);
      }
      try (PreparedStatement explain = prepared(connection, "explain " + sql, values);
          ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return plan.toString();
  }

  int change(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = prepared(connection, sql, values)) {
      return update.executeUpdate();
    }
  }

  boolean isH2() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
  }

  private GenerationDetails await(Caller caller, String id, Predicate<GenerationDetails> wanted)
      throws InterruptedException {
    Instant until = clock.instant().plus(PATIENCE);
    GenerationDetails found = generations.get(caller, id);
    while (!wanted.test(found)) {
      if (clock.instant().isAfter(until)) {
        throw new AssertionError(id + " is still " + found.generation().status());
      }
      Thread.sleep(20);
      found = generations.get(caller, id);
    }
    return found;
  }

  /** For look-ups that may take a moment to come true. */
  boolean becomesTrue(Callable<Boolean> condition) throws Exception {
    Instant until = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(until)) {
      if (condition.call()) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  List<String> entityNames() {
    return entities.getMetamodel().getEntities().stream().map(EntityType::getName).toList();
  }

  /** Some rows of an entity, which reads every column it maps. */
  List<?> read(String entity, int most) {
    return entities
        .createQuery("select e from " + entity + " e")
        .setMaxResults(most)
        .getResultList();
  }

  Instant time(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = prepared(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    return statement;
  }
}
