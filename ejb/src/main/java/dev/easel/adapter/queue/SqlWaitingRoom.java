package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.generation.Parked;
import dev.easel.domain.generation.WaitingRoom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The waiting room as rows of {@code waiting}. Like the queue, a plain bean on purpose. */
@ApplicationScoped
public class SqlWaitingRoom implements WaitingRoom {

  private static final String COLUMNS =
      "generation_id, tenant_id, lane, model_id, reason, operation, cost, avoids, entered_at,"
          + " placed_at";

  /**
   * Sorts behind an id and before the next one, which is as long. H2 begins an index range at the
   * bound itself: asked for what is greater than a tenant's id it would read all that tenant's
   * rows.
   */
  private static final String BEHIND = "!";

  @Inject Sql sql;

  @Override
  public void enter(Parked parked) {
    sql.update(
        "insert into waiting ("
            + COLUMNS
            + ") select cast(? as varchar(40)), cast(? as varchar(40)), cast(? as varchar(20)),"
            + " cast(? as varchar(120)), cast(? as varchar(40)), cast(? as varchar(32)),"
            + " cast(? as double precision), cast(? as varchar(40)),"
            + " cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone)"
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
        parked.placedAt(),
        parked.generationId());
  }

  @Override
  public void place(String generationId, Instant place) {
    sql.update("update waiting set placed_at = ? where generation_id = ?", place, generationId);
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
  public List<Parked> first(String tenantId, String lane, int most, Set<String> without) {
    List<Object> values = new ArrayList<>(List.of(tenantId, lane));
    values.addAll(without);
    values.add(most);
    return sql.list(
        SqlWaitingRoom::parked,
        "select "
            + COLUMNS
            + " from waiting where tenant_id = ? and lane = ?"
            + but(without.size())
            + " order by tenant_id, lane, placed_at, generation_id fetch first ? rows only",
        values.toArray());
  }

  private static String but(int models) {
    return models == 0
        ? ""
        : " and model_id not in (" + String.join(", ", Collections.nCopies(models, "?")) + ")";
  }

  @Override
  public List<Parked> expedited(int most) {
    String columns = "w." + COLUMNS.replace(", ", ", w.");
    return sql.list(
        SqlWaitingRoom::parked,
        "select "
            + columns
            + " from expedited e join waiting w on w.generation_id = e.generation_id"
            + " order by e.made_at, e.generation_id fetch first ? rows only",
        most);
  }

  @Override
  public List<Parked> since(String lane, Instant before, int most) {
    return sql.list(
        SqlWaitingRoom::parked,
        "select "
            + COLUMNS
            + " from waiting where lane = ? and entered_at < ?"
            + " order by entered_at, generation_id fetch first ? rows only",
        lane,
        before,
        most);
  }

  @Override
  public int ahead(Parked parked, int most) {
    return sql.list(
            row -> row.getInt(1),
            "select count(*) from (select 1 as one from waiting where tenant_id = ? and lane = ?"
                + " and placed_at <= ? and (placed_at < ? or generation_id < ?)"
                + " fetch first ? rows only) before",
            parked.tenantId(),
            parked.lane(),
            parked.placedAt(),
            parked.placedAt(),
            parked.generationId(),
            most)
        .get(0);
  }

  @Override
  public int length(String tenantId, String lane, int most) {
    String count =
        "select count(*) from (select 1 as one from waiting where tenant_id = ? and lane = ?"
            + " fetch first ? rows only) line";
    return sql.list(row -> row.getInt(1), count, tenantId, lane, most).get(0);
  }

  @Override
  public Optional<String> tenantAfter(String tenantId) {
    return sql
        .list(
            row -> row.getString(1),
            "select tenant_id from waiting where tenant_id > ?"
                + " order by tenant_id fetch first 1 rows only",
            tenantId + BEHIND)
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
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }
}
