package dev.easel.adapter.queue;

import dev.easel.adapter.persistence.Sql;
import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.HaltRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Halts as rows of {@code queue_halt}. Like the queue, a plain bean on purpose. */
@ApplicationScoped
public class SqlHalts implements HaltRepository {

  @Inject Sql sql;

  @Override
  public List<Halt> halts() {
    return sql.list(
        SqlHalts::halt,
        "select scope, subject, note, made_by, made_at from queue_halt order by made_at, scope,"
            + " subject");
  }

  @Override
  public boolean add(Halt halt) {
    return sql.update(
            "insert into queue_halt (scope, subject, note, made_by, made_at)"
                + " select cast(? as varchar(16)), cast(? as varchar(120)), cast(? as varchar(500)),"
                + " cast(? as varchar(40)), cast(? as timestamp(6) with time zone)"
                + " where not exists (select 1 from queue_halt where scope = ? and subject = ?)",
            halt.scope().name(),
            halt.subject(),
            halt.note(),
            halt.by().orElse(null),
            halt.since(),
            halt.scope().name(),
            halt.subject())
        == 1;
  }

  @Override
  public boolean remove(Scope scope, String subject) {
    String delete = "delete from queue_halt where scope = ? and subject = ?";
    return sql.update(delete, scope.name(), subject) == 1;
  }

  private static Halt halt(ResultSet row) throws SQLException {
    return new Halt(
        Scope.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
