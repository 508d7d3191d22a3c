package dev.easel.domain.shared;

/** Names this server among those that share a database. Constant over restarts. */
public interface ServerName {

  String name();
}
