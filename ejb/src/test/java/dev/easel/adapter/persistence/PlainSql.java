package dev.easel.adapter.persistence;

import java.sql.Connection;
import javax.sql.DataSource;

/** Statements without a container, each in a transaction of its own. */
public final class PlainSql extends Sql {

  public PlainSql(DataSource source) {
    dataSource = source;
  }

  @Override
  Connection ofTransaction() {
    return null;
  }
}
