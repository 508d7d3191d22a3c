package dev.easel.fake;

import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.FactorRepository;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.domain.session.RecoveryCode;
import dev.easel.domain.session.SecondFactor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Second factors without a database. */
public final class InMemoryFactors implements FactorRepository {

  private final Map<String, SecondFactor> factors = new HashMap<>();
  private final Map<String, Long> steps = new HashMap<>();
  private final Map<String, Set<String>> codes = new HashMap<>();
  private final Map<String, HalfSignIn> halves = new HashMap<>();

  @Override
  public Optional<SecondFactor> find(String userId) {
    return Optional.ofNullable(factors.get(userId));
  }

  @Override
  public void put(SecondFactor factor) {
    remove(factor.userId());
    factors.put(factor.userId(), factor);
  }

  @Override
  public boolean advance(String userId, long step) {
    long last = steps.getOrDefault(userId, 0L);
    if (step > last) {
      steps.put(userId, step);
    }
    return step > last;
  }

  @Override
  public void remove(String userId) {
    factors.remove(userId);
    steps.remove(userId);
    codes.remove(userId);
    halves.values().removeIf(half -> half.userId().equals(userId));
  }

  @Override
  public Set<String> on(Collection<String> userIds) {
    return userIds.stream()
        .filter(id -> find(id).filter(SecondFactor::isOn).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public void putCodes(String userId, List<RecoveryCode> fresh) {
    codes.put(
        userId,
        fresh.stream().map(RecoveryCode::codeHash).collect(Collectors.toCollection(HashSet::new)));
  }

  @Override
  public int countCodes(String userId) {
    return codes.getOrDefault(userId, Set.of()).size();
  }

  @Override
  public boolean takeCode(String userId, String codeHash) {
    return codes.getOrDefault(userId, new HashSet<>()).remove(codeHash);
  }

  @Override
  public void add(HalfSignIn half) {
    halves.put(half.tokenHash(), half);
  }

  @Override
  public Optional<HalfSignIn> findHalf(BrowserToken token) {
    return Optional.ofNullable(halves.get(token.hash()));
  }

  @Override
  public boolean takeHalf(BrowserToken token) {
    return halves.remove(token.hash()) != null;
  }

  @Override
  public void removeHalves(String userId) {
    halves.values().removeIf(half -> half.userId().equals(userId));
  }

  @Override
  public void removeOver(Instant before) {
    halves.values().removeIf(half -> half.expiresAt().isBefore(before));
  }
}
