package dev.easel.fake;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.DashboardSession;
import dev.easel.domain.session.SessionRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions without a database. */
public final class InMemorySessions implements SessionRepository {

  private final Map<String, DashboardSession> sessions = new LinkedHashMap<>();

  @Override
  public void add(DashboardSession session) {
    sessions.put(session.id(), session);
  }

  @Override
  public Optional<DashboardSession> find(BrowserToken token) {
    return sessions.values().stream()
        .filter(session -> Stored.get(session, "tokenHash").equals(token.hash()))
        .findFirst();
  }

  @Override
  public Optional<DashboardSession> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public List<DashboardSession> of(String userId) {
    return sessions.values().stream()
        .filter(session -> session.userId().equals(userId))
        .sorted(Comparator.comparing(DashboardSession::lastSeenAt).reversed())
        .toList();
  }

  @Override
  public void end(String id) {
    sessions.remove(id);
  }

  @Override
  public int endAll(String userId, Optional<String> kept) {
    return remove(
        session ->
            session.userId().equals(userId) && !kept.filter(session.id()::equals).isPresent());
  }

  @Override
  public int removeOver(Instant before) {
    return remove(session -> session.expiresAt().isBefore(before));
  }

  private int remove(Predicate<DashboardSession> which) {
    Map<String, DashboardSession> before = new HashMap<>(sessions);
    sessions.values().removeIf(which);
    return before.size() - sessions.size();
  }
}
