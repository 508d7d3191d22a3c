package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The waiting room as rows of {@code waiting}. Like the queue, a plain bean on purpose. */
@ApplicationScoped
public class SqlWaitingRoom implements WaitingRoom {

  private static final String COLUMNS =
      "generation_id, tenant_id, lane, model_id, reason, operation, cost, avoids, entered_at";

  @Inject Sql sql;

  @Override
  public void enter(Parked parked) {
    sql.update(
        "insert into waiting ("
            + COLUMNS
            + ") select cast(? as varchar(40)), cast(? as varchar(40)), cast(? as varchar(20)),"
            + " cast(? as varchar(120)), cast(? as varchar(40)), cast(? as varchar(32)),"
            + " cast(? as double precision), cast(? as varchar(40)),"
            + " cast(? as timestamp(6) with time zone)"
            + " where not exists (select 1 from waiting where generation_id = ?)",
        parked.generationId(),
        parked.tenantId(),
        parked.lane(),
        parked.modelId(),
        parked.reason(),
        parked.operation(),
        parked.cost(),
        parked.avoids().orElse(null),
        parked.enteredAt(),
        parked.generationId());
  }

  @Override
  public void leave(String generationId) {
    sql.update("delete from waiting where generation_id = ?", generationId);
  }

  @Override
  public Optional<Parked> find(String generationId) {
    return sql
        .list(
            SqlWaitingRoom::parked,
            "select " + COLUMNS + " from waiting where generation_id = ?",
            generationId)
        .stream()
        .findFirst();
  }

  @Override
  public boolean isEmpty(String tenantId) {
    return sql.list(
            row -> true,
            "select 1 from waiting where tenant_id = ? fetch first 1 rows only",
            tenantId)
        .isEmpty();
  }

  /** Ordered by the equality columns too, or H2 sorts the whole line. */
  @Override
  public List<Parked> first(String tenantId, String lane, int most) {
    return sql.list(
        SqlWaitingRoom::parked,
        "select "
            + COLUMNS
            + " from waiting where tenant_id = ? and lane = ?"
            + " order by tenant_id, lane, entered_at, generation_id fetch first ? rows only",
        tenantId,
        lane,
        most);
  }

  @Override
  public int ahead(Parked parked, int most) {
    return sql.list(
            row -> row.getInt(1),
            "select count(*) from (select 1 as one from waiting where tenant_id = ? and lane = ?"
                + " and entered_at <= ? and (entered_at < ? or generation_id < ?)"
                + " fetch first ? rows only) before",
            parked.tenantId(),
            parked.lane(),
            parked.enteredAt(),
            parked.enteredAt(),
            parked.generationId(),
            most)
        .get(0);
  }

  @Override
  public Optional<String> tenantAfter(String tenantId) {
    return sql
        .list(
            row -> row.getString(1),
            "select tenant_id from waiting where tenant_id > ?"
                + " order by tenant_id fetch first 1 rows only",
            tenantId)
        .stream()
        .findFirst();
  }

  private static Parked parked(ResultSet row) throws SQLException {
    return new Parked(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getDouble(7),
        Optional.ofNullable(row.getString(8)),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }
}
