package dev.easel.service.generation;

import dev.easel.domain.asset.Scores;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.fake.InMemoryAssets;
import dev.easel.fake.InMemoryBlobs;
import dev.easel.fake.InMemoryBudgets;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryGenerations;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryImages;
import dev.easel.fake.InMemoryLedger;
import dev.easel.fake.InMemoryNodeSlots;
import dev.easel.fake.InMemoryQuotas;
import dev.easel.fake.InMemorySlots;
import dev.easel.fake.InMemoryWaitingRoom;
import dev.easel.fake.MovableClock;
import dev.easel.fake.PlainCodec;
import dev.easel.fake.RecordingQueue;
import dev.easel.fake.ScriptedFleet;
import dev.easel.fake.ScriptedJobs;
import dev.easel.fake.ScriptedProvider;
import dev.easel.fake.Stored;
import dev.easel.service.asset.AssetServices;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.asset.InputImages;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.budget.BudgetServices;
import dev.easel.service.budget.Budgets;
import dev.easel.service.budget.RecordingAlerts;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.catalog.Catalogs;
import dev.easel.service.dispatch.DispatchServices;
import dev.easel.service.dispatch.Dispatcher;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.dispatch.ScriptedHalts;
import dev.easel.service.editing.EditInputs;
import dev.easel.service.editing.EditServices;
import dev.easel.service.editing.Measurement;
import dev.easel.service.gallery.Galleries;
import dev.easel.service.identity.Identities;
import dev.easel.service.identity.SharesOf;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.ledger.Ledgers;
import dev.easel.service.limit.DayQuota;
import dev.easel.service.limit.LimitServices;
import dev.easel.service.moderation.Moderations;
import dev.easel.service.plan.PlanServices;
import dev.easel.service.provider.FixedProviders;
import dev.easel.service.provider.JobProviders;
import dev.easel.service.provider.Providers;
import dev.easel.service.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The whole pipeline on fakes: one model, two tenants with 100 credits each. */
final class House {

  static final String MODEL = "test-model";

  /** Micro-dollars for one image: half a credit. */
  static final long PRICE = 10_000;

  static final Credits EACH = Credits.ofUsdMicros(PRICE);
  static final Credits GRANT = Credits.of(100);

  final InMemoryDatabase database = new InMemoryDatabase();
  final InMemoryGenerations generations = new InMemoryGenerations(database);
  final InMemoryImages images = new InMemoryImages(database);
  final InMemoryLedger accounts = new InMemoryLedger(database);
  final InMemoryIdentities identities = new InMemoryIdentities(database);
  final InMemoryQuotas quotas = new InMemoryQuotas(database);
  final InMemoryCatalog models = new InMemoryCatalog();
  final RecordingQueue queue = new RecordingQueue(database);
  final InMemoryWaitingRoom room = new InMemoryWaitingRoom(database);
  final InMemorySlots held = new InMemorySlots(database);
  final InMemoryNodeSlots places = new InMemoryNodeSlots(database);
  final ScriptedFleet fleet = new ScriptedFleet();
  final ScriptedJobs jobs = new ScriptedJobs();
  final InMemoryBlobs blobs = new InMemoryBlobs();
  final MovableClock clock = new MovableClock();
  final ScriptedProvider provider = new ScriptedProvider();
  final RecordingEvents events = new RecordingEvents();
  final RecordingTrail trail = new RecordingTrail();
  final RunningRenders running = new RunningRenders();
  final ScriptedHalts halts = new ScriptedHalts();
  final StoredStates stored = storedStates();

  final Caller ann = tenant("ten_ann", "pro", true);
  final Caller bob = tenant("ten_bob", "free", false);

  private final Providers providers = new FixedProviders(provider);
  final CatalogService catalog =
      Catalogs.service(Catalogs.loader(models, providers, false), clock, MODEL);
  final ImageFiles files = AssetServices.files(blobs, new PlainCodec(), catalog, clock);
  final InMemoryAssets assets = new InMemoryAssets(database);
  final InputImages inputs = AssetServices.inputs(images, assets, files, clock);
  private final EditInputs editInputs = EditServices.inputs(inputs);

  /** What measuring says of each image. */
  Scores scores = Scores.NONE;

  /** Why it says less than all. */
  Measurement.Gap gap = Measurement.Gap.NONE;

  final InMemoryBudgets caps = new InMemoryBudgets(database);
  final RecordingAlerts alerts = new RecordingAlerts();
  final Budgets budgets = BudgetServices.of(caps, alerts, clock);
  final Galleries galleries = new Galleries(database, images, generations, identities, clock);
  final Ledger ledger = Ledgers.of(accounts, budgets, clock);
  final DayQuota quota = LimitServices.quota(quotas, Identities.service(identities, clock), clock);
  final OrderResolver resolver = resolver();
  final ConcurrencyCaps concurrency = SlotServices.caps(identities, clock);
  final Slots slots = SlotServices.slots(database, concurrency, held, room, queue, halts);
  final NextInLine line = SlotServices.line(slots);
  final NodeLine nodeLine = DispatchServices.line(room);
  final Dispatcher dispatcher =
      DispatchServices.dispatcher(
          fleet, places, room, slots, queue, halts, identities, clock, database);
  final Acceptance acceptance = acceptance();
  final GenerationReader reader = reader();
  final Quoting quoting = quoting();
  final GenerationService service;
  GenerationSteps steps;
  final RenderWorker worker;

  House() {
    models
        .model(MODEL)
        .route(MODEL, ScriptedProvider.ADAPTER, 1)
        .price(MODEL, "*", 1, PRICE)
        .alias("test-alias", MODEL);
    database.inTransaction(
        () -> {
          open(ann);
          open(bob);
        });
    steps = wired(new TransactionalSteps(database));
    service = service();
    worker = worker();
  }

  static GenerationRequest request() {
    return new GenerationRequest().model(MODEL).prompt("a lake").seed(7L);
  }

  static Origin origin() {
    return origin(null);
  }

  static Origin origin(String bodyHash) {
    return new Origin(Surface.V2, "req_1", bodyHash, null, null, null, null);
  }

  Generation submit(int count) {
    return service.submit(ann, request().count(count), origin(), Idempotency.none()).generation();
  }

  Generation stored(String id) {
    return generations.find(id).orElseThrow();
  }

  LedgerAccount wallet(Caller caller) {
    return accounts.findAccount(LedgerAccount.walletId(caller.tenantId())).orElseThrow();
  }

  /** Lets the tenant run no more than {@code cap} at once. */
  void cap(Caller caller, int cap) {
    String plan = "cap" + cap;
    if (identities.findPlan(plan).isEmpty()) {
      database.add(
          Stored.of(
              Plan.class, Map.of("id", plan, "concurrency", cap, "storageMb", 1024, "vip", true)));
    }
    database.inTransaction(
        () -> identities.findTenant(caller.tenantId()).orElseThrow().subscribeTo(plan));
    clock.pass(Duration.ofSeconds(5)); // until the old one is forgotten
  }

  /** Replaces the steps of worker and service. */
  void use(GenerationSteps other) {
    steps = wired(other);
    worker.steps = steps;
    worker.settlement.steps = steps;
    worker.jobs.steps = steps;
    service.steps = steps;
  }

  private GenerationSteps wired(GenerationSteps made) {
    made.generations = generations;
    made.images = images;
    made.slots = slots;
    made.places = places;
    made.line = nodeLine;
    made.ledger = ledger;
    made.gallery = galleries.filing;
    made.audit = trail;
    made.clock = clock;
    return made;
  }

  private void open(Caller caller) {
    ledger.openWallet(caller.tenantId());
    ledger.grant(caller.tenantId(), GRANT, "first:" + caller.tenantId(), "test");
  }

  private Caller tenant(String id, String plan, boolean vip) {
    identities.add(new Tenant(id, id, plan, clock.instant()));
    User user = new User("user_" + id, id, id + "@example.org", "-", false, clock.instant());
    identities.add(user);
    return new Caller(id, user.id(), "key_" + id, plan, vip);
  }

  private OrderResolver resolver() {
    OrderResolver made = new OrderResolver();
    made.workflows = Workflows.none();
    made.catalog = catalog;
    made.entitlement = new Entitlement();
    made.entitlement.catalog = catalog;
    made.entitlement.identities = Identities.service(identities, clock);
    made.sizes = new Sizes();
    made.sizes.identities = made.entitlement.identities;
    made.inputs = new InputResolver();
    made.inputs.images = inputs;
    made.processes = new ProcessResolver();
    made.processes.entitlement = made.entitlement;
    made.processes.inputs = made.inputs;
    made.processes.storage = PlanServices.storage(images, identities, clock);
    made.styles = new StyleBook();
    made.styles.file = Optional.empty();
    made.styles.load();
    made.storage = PlanServices.storage(images, identities, clock);
    made.moderation = Moderations.refusing("forbidden", made.entitlement.identities, clock);
    return made;
  }

  private Acceptance acceptance() {
    Acceptance made = new TransactionalAcceptance(database);
    made.generations = generations;
    made.slots = slots;
    made.quota = quota;
    made.ledger = ledger;
    made.clock = clock;
    made.fleet = fleet;
    made.line = nodeLine;
    return made;
  }

  private GenerationReader reader() {
    GenerationReader made = new GenerationReader();
    made.generations = generations;
    made.images = images;
    made.queue = queue;
    made.caps = concurrency;
    made.fleet = fleet;
    made.slots = slots;
    made.room = room;
    made.events = events;
    made.clock = clock;
    made.halts = halts;
    made.expectations = expectations();
    return made;
  }

  private Expectations expectations() {
    Expectations made = new Expectations();
    made.timings = new Timings();
    made.timings.generations = generations;
    made.timings.clock = clock;
    made.fleet = fleet;
    made.room = room;
    made.shares = SharesOf.all(identities, clock);
    made.halts = halts;
    made.clock = clock;
    return made;
  }

  private StoredStates storedStates() {
    StoredStates made = new StoredStates();
    made.generations = generations;
    return made;
  }

  private Quoting quoting() {
    Quoting made = new Quoting();
    made.resolver = resolver;
    made.queue = queue;
    made.fleet = fleet;
    made.nodes = nodeLine;
    made.expectations = reader.expectations;
    made.ledger = ledger;
    made.budgets = budgets;
    return made;
  }

  private GenerationService service() {
    GenerationService made = new GenerationService();
    made.resolver = resolver;
    made.acceptance = acceptance;
    made.steps = steps;
    made.reader = reader;
    made.events = events;
    made.running = running;
    made.files = files;
    made.queue = queue;
    made.line = line;
    made.gates = slots.gates;
    made.quota = quota;
    made.budgets = budgets;
    return made;
  }

  private Settlement settlement() {
    Settlement made = new Settlement();
    made.steps = steps;
    made.line = line;
    made.events = events;
    made.files = files;
    made.clock = clock;
    return made;
  }

  private Routes routes() {
    Routes made = new Routes();
    made.catalog = catalog;
    made.providers = providers;
    made.fleet = fleet;
    made.references = GivenReferences.by(Workflows.none());
    return made;
  }

  private JobWorker jobWorker(Settlement settlement) {
    JobWorker made = new JobWorker();
    made.steps = steps;
    made.settlement = settlement;
    made.events = events;
    made.hints = hints();
    made.providers = new JobProviders();
    made.providers.add(jobs);
    made.orders = new PlainJobs();
    made.orders.orders = new RenderOrders();
    made.orders.orders.inputs = editInputs;
    made.orders.orders.references = GivenReferences.by(Workflows.none());
    made.orders.references = made.orders.orders.references;
    made.fleet = fleet;
    made.abandoned = new AbandonedJobs();
    made.abandoned.fleet = fleet;
    made.abandoned.providers = made.providers;
    made.deadline = new JobDeadline();
    made.deadline.shortest = Duration.ofSeconds(150);
    made.queue = queue;
    made.sessions = sessions();
    made.clock = clock;
    return made;
  }

  private Sessions sessions() {
    Sessions made = new Sessions();
    made.files = files;
    made.events = events;
    made.finishing = EditServices.finishing(editInputs);
    made.scoring = image -> new Measurement(scores, gap);
    made.withholdFrom = 0.85;
    return made;
  }

  private JobHints hints() {
    JobHints made = new JobHints();
    made.events = events;
    made.queue = queue;
    made.background = new AtOnce();
    made.clock = clock;
    return made;
  }

  /** Everything on the caller's thread. */
  private static final class AtOnce extends BackgroundThreads {
    @Override
    public Executor workers() {
      return Runnable::run;
    }
  }

  /** Jobs without a workflow. */
  private static final class PlainJobs extends JobOrders {
    @Override
    PreparedJob prepare(OpenJob job) {
      return new PreparedJob(order(job), "", List.of());
    }

    @Override
    RenderOutcome.Completed completed(OpenJob job, RenderOutcome outcome) {
      return (RenderOutcome.Completed) outcome;
    }

    @Override
    String worded(OpenJob job, JobFault fault) {
      return fault.reason();
    }
  }

  private RenderWorker worker() {
    RenderWorker made = new RenderWorker();
    made.steps = steps;
    made.settlement = settlement();
    made.line = line;
    made.events = events;
    made.running = running;
    made.routing = routes();
    made.jobs = jobWorker(made.settlement);
    made.providers = providers;
    made.files = files;
    made.orders = new RenderOrders();
    made.orders.inputs = editInputs;
    made.orders.references = GivenReferences.by(Workflows.none());
    made.references = made.orders.references;
    made.sessions = sessions();
    made.server = () -> "node_test";
    made.clock = clock;
    return made;
  }
}
