package dev.easel.service.ledger;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.ledger.LedgerRepository;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.budget.BudgetServices;
import dev.easel.service.budget.Budgets;
import java.time.Clock;

/** Puts a ledger together for tests. */
public final class Ledgers {

  private Ledgers() {}

  /** With no budgets. */
  public static Ledger of(LedgerRepository accounts, Clock clock) {
    return of(accounts, BudgetServices.none(clock), clock);
  }

  public static Ledger of(LedgerRepository accounts, Budgets budgets, Clock clock) {
    Ledger ledger = new Ledger();
    ledger.budgets = budgets;
    ledger.ledger = accounts;
    ledger.clock = clock;
    return ledger;
  }

  public static CreditDesk desk(
      Ledger ledger,
      GenerationRepository generations,
      ImageRepository images,
      IdentityRepository identities) {
    return desk(ledger, generations, images, identities, new RecordingTrail());
  }

  public static CreditDesk desk(
      Ledger ledger,
      GenerationRepository generations,
      ImageRepository images,
      IdentityRepository identities,
      AuditTrail audit) {
    CreditDesk desk = new CreditDesk();
    desk.ledger = ledger;
    desk.generations = generations;
    desk.images = images;
    desk.identities = identities;
    desk.audit = audit;
    return desk;
  }

  public static Statements statements(LedgerRepository accounts, Clock clock) {
    Statements statements = new Statements();
    statements.ledger = accounts;
    statements.clock = clock;
    return statements;
  }

  public static LedgerReader reader(LedgerRepository accounts) {
    LedgerReader reader = new LedgerReader();
    reader.ledger = accounts;
    return reader;
  }
}
