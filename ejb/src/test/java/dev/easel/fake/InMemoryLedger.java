package dev.easel.fake;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ledger without a database, with the constraints the schema puts on it. */
public final class InMemoryLedger implements LedgerRepository {

  private static final Comparator<Transfer> NEWEST_FIRST =
      Comparator.comparing(Transfer::createdAt).thenComparing(Transfer::id).reversed();

  private final InMemoryDatabase database;

  public InMemoryLedger(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(LedgerAccount account) {
    database.add(account);
  }

  @Override
  public void add(Transfer transfer) {
    if (transfer.amount().micros() <= 0) {
      throw new PersistenceException("ck_ledger_transfer_amount");
    }
    unique(transfer, "idempotencyKey");
    unique(transfer, "pendingId");
    database.add(transfer);
  }

  @Override
  public Optional<Transfer> findTransfer(String id) {
    return database.find(Transfer.class, id);
  }

  @Override
  public Optional<Transfer> findByKey(String idempotencyKey) {
    return select(t -> t.idempotencyKey().equals(idempotencyKey)).findFirst();
  }

  @Override
  public Optional<Transfer> findResolution(String holdId) {
    return select(t -> t.pendingId().filter(holdId::equals).isPresent()).findFirst();
  }

  @Override
  public List<Transfer> findTransfers(Collection<String> ids) {
    return select(t -> ids.contains(t.id())).toList();
  }

  @Override
  public Optional<LedgerAccount> findAccount(String id) {
    return database.find(LedgerAccount.class, id);
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public void lock(String accountId) {
    account(accountId);
  }

  @Override
  public boolean hold(String accountId, Credits amount) {
    boolean covered = account(accountId).available().compareTo(amount) >= 0;
    if (covered) {
      move(accountId, Credits.ZERO, amount);
    }
    return covered;
  }

  @Override
  public void settle(String accountId, Credits held, Credits charge) {
    if (account(accountId).held().compareTo(held) < 0) {
      throw new IllegalStateException("Less is held on " + accountId);
    }
    move(accountId, Credits.ZERO.minus(charge), Credits.ZERO.minus(held));
  }

  @Override
  public void post(String accountId, Credits amount) {
    move(accountId, amount, Credits.ZERO);
  }

  @Override
  public boolean take(String accountId, Credits amount) {
    boolean covered = account(accountId).available().compareTo(amount) >= 0;
    if (covered) {
      move(accountId, amount.negated(), Credits.ZERO);
    }
    return covered;
  }

  @Override
  public Credits refunded(String captureId) {
    return sum(select(t -> t.captureId().filter(captureId::equals).isPresent()));
  }

  @Override
  public Page<Transfer> list(String walletId, LedgerQuery query) {
    Optional<Transfer> last =
        Lists.cursor(query.after(), this::findTransfer, t -> t.walletId().equals(walletId));
    List<Transfer> rows = select(t -> matches(t, walletId, query)).toList();
    return Lists.page(rows, NEWEST_FIRST, last, query.limit(), Transfer::id);
  }

  @Override
  public Optional<Instant> firstEntry(String walletId) {
    return select(t -> t.walletId().equals(walletId)).map(Transfer::createdAt).min(naturalOrder());
  }

  @Override
  public List<KindTotal> totals(String walletId, Instant from, Instant until) {
    return Arrays.stream(EntryKind.values())
        .filter(EntryKind::movesBalance)
        .map(kind -> total(kind, between(walletId, from, until, kind)))
        .filter(total -> total.entries() > 0)
        .toList();
  }

  @Override
  public List<ModelCharge> charges(String walletId, Instant from, Instant until) {
    Map<Optional<String>, List<Transfer>> byModel =
        between(walletId, from, until, EntryKind.CAPTURE).stream()
            .collect(groupingBy(capture -> generation(capture).map(Generation::modelId)));
    return byModel.entrySet().stream().map(e -> charge(e.getKey(), e.getValue())).toList();
  }

  private ModelCharge charge(Optional<String> model, List<Transfer> captures) {
    long images =
        captures.stream()
            .map(this::generation)
            .flatMap(Optional::stream)
            .mapToLong(Generation::delivered)
            .sum();
    return new ModelCharge(model, captures.size(), images, sum(captures.stream()));
  }

  private Optional<Generation> generation(Transfer entry) {
    return database.find(Generation.class, entry.generationId().orElseThrow());
  }

  private static KindTotal total(EntryKind kind, List<Transfer> entries) {
    Credits change =
        entries.stream().map(Transfer::balanceEffect).reduce(Credits.ZERO, Credits::plus);
    return new KindTotal(kind, change, entries.size());
  }

  private List<Transfer> between(String wallet, Instant from, Instant until, EntryKind kind) {
    return select(
            t ->
                t.walletId().equals(wallet)
                    && t.kind() == kind
                    && !t.createdAt().isBefore(from)
                    && t.createdAt().isBefore(until))
        .toList();
  }

  private static boolean matches(Transfer entry, String wallet, LedgerQuery query) {
    return entry.walletId().equals(wallet)
        && query.kind().map(entry.kind()::equals).orElse(true)
        && (query.generationId().isEmpty() || query.generationId().equals(entry.generationId()))
        && query.from().map(from -> !entry.createdAt().isBefore(from)).orElse(true)
        && query.until().map(entry.createdAt()::isBefore).orElse(true);
  }

  private Stream<Transfer> select(Predicate<Transfer> wanted) {
    return transfers().stream().filter(wanted);
  }

  private static Credits sum(Stream<Transfer> entries) {
    return entries.map(Transfer::amount).reduce(Credits.ZERO, Credits::plus);
  }

  /** Every entry ever written, oldest first. */
  public List<Transfer> transfers() {
    return database.all(Transfer.class).toList();
  }

  /** What all holds that nothing resolved reserve. */
  public Credits unresolved() {
    List<Object> resolved = transfers().stream().map(t -> Stored.get(t, "pendingId")).toList();
    return sum(select(t -> t.phase() == Transfer.Phase.PENDING && !resolved.contains(t.id())));
  }

  public Credits sum(Transfer.Phase phase) {
    return sum(select(t -> t.phase() == phase));
  }

  private void move(String id, Credits posted, Credits held) {
    database.inTransaction(
        () -> {
          LedgerAccount account = account(id);
          Stored.set(account, "posted", account.posted().plus(posted).micros());
          Stored.set(account, "held", account.held().plus(held).micros());
        });
  }

  private LedgerAccount account(String id) {
    return findAccount(id).orElseThrow(() -> new IllegalStateException("No ledger account " + id));
  }

  private void unique(Transfer transfer, String field) {
    Object value = Stored.get(transfer, field);
    if (value != null
        && transfers().stream().anyMatch(other -> value.equals(Stored.get(other, field)))) {
      throw new PersistenceException("A transfer with this " + field + " exists: " + value);
    }
  }
}
