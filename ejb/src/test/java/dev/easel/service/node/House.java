package dev.easel.service.node;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.NodeWork;
import dev.easel.domain.shared.SecretBox;
import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.WorkflowNeeds;
import dev.easel.fake.InMemoryNodes;
import dev.easel.fake.ManualContainer;
import dev.easel.fake.MovableClock;
import dev.easel.fake.ScriptedNode;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.provider.JobProviders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** A server with nodes, without a container. Every node is the same scripted one. */
final class House {

  static final String MODEL = "flux-schnell";
  static final WorkflowNeeds NEEDS =
      new WorkflowNeeds(
          "comfyui", Set.of("KSampler"), Set.of(new ModelFile("checkpoints", "flux.safetensors")));

  static final Caller OPERATOR = new Caller("ten_ops", "user_ops", "key_ops", "pro", false);

  final MovableClock clock;
  final InMemoryNodes stored;
  final ScriptedNode node;
  final ManualContainer timers = new ManualContainer();
  final Map<String, Integer> inFlight = new HashMap<>();
  final Fleet fleet = new Fleet();
  final NodeDesk desk = new NodeDesk();
  final NodeReports reports = new NodeReports();
  final Sights sights = new Sights();
  final NodeDeclarations declarations = new NodeDeclarations();

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final RenderTally tally = new RenderTally();
  private final StateSteps states = new StateSteps();
  private final NodeSteps steps = new NodeSteps();
  private final NodeReader reader = new NodeReader();
  private final NodeProbes probes = new NodeProbes();
  private final Inventories inventories = new Inventories();
  private final Trials trials = new Trials();
  private final Inspectors inspectors = new Inspectors();
  private final JobProviders providers = new JobProviders();
  private final NodeThreads threads = new QueuedThreads();

  House() {
    this(new MovableClock(), new InMemoryNodes(), new ScriptedNode(), "server-1");
  }

  private House(MovableClock clock, InMemoryNodes stored, ScriptedNode node, String server) {
    this.clock = clock;
    this.stored = stored;
    this.node = node;
    inspectors.add(node);
    providers.add(node);
    wireStored();
    wireFleet();
    wireLooks();
    wireDesk();
    wireReports();
    watch(server).start();
  }

  /** Another server on the same database, or the same one after a restart. */
  House another(String server) {
    return new House(clock, stored, node, server);
  }

  /** A second passes, and all that happens by itself happens. */
  void second() {
    clock.pass(Duration.ofSeconds(1));
    timers.tick();
    while (!work.isEmpty()) {
      work.poll().run();
    }
  }

  void seconds(int many) {
    for (int i = 0; i < many; i++) {
      second();
    }
  }

  /** A node that is up. */
  String added() {
    return desk.add(OPERATOR, NodeWish.at("http://gpu-1:8188")).node().id();
  }

  private void wireStored() {
    states.stored = stored;
    states.clock = clock;
    steps.stored = stored;
    steps.audit = new RecordingTrail();
    steps.clock = clock;
    reader.stored = stored;
    sights.clock = clock;
    tally.clock = clock;
  }

  private void wireFleet() {
    fleet.catalog = new CatalogService();
    fleet.source = new KnownNodes();
    fleet.source.reader = reader;
    fleet.source.box = new OpenBox();
    fleet.source.clock = clock;
    fleet.sights = sights;
    fleet.tally = tally;
    fleet.clock = clock;
    declarations.fleet = fleet;
    declarations.inspectors = inspectors;
  }

  private void wireLooks() {
    inventories.fleet = fleet;
    inventories.sights = sights;
    inventories.inspectors = inspectors;
    inventories.steps = states;
    inventories.threads = threads;
    inventories.clock = clock;
    probes.fleet = fleet;
    probes.sights = sights;
    probes.inspectors = inspectors;
    probes.inventories = inventories;
    probes.threads = threads;
    probes.clock = clock;
    trials.fleet = fleet;
    trials.sights = sights;
    trials.steps = states;
    trials.render = new TrialRender();
    trials.render.providers = providers;
    trials.render.pause = Duration.ofMillis(1);
    trials.render.longest = Duration.ofMillis(20);
    trials.threads = threads;
    trials.clock = clock;
  }

  private void wireDesk() {
    desk.fleet = fleet;
    desk.sights = sights;
    desk.steps = steps;
    desk.terms = new TermsReader();
    desk.terms.inspectors = inspectors;
    desk.terms.box = new OpenBox();
    desk.probes = probes;
    desk.inventories = inventories;
    desk.trials = trials;
    desk.providers = providers;
    desk.works =
        new Works() {
          @Override
          public int inFlight(String nodeId) {
            NodeWork counted = id -> inFlight.getOrDefault(id, 0);
            return counted.inFlight(nodeId);
          }
        };
  }

  private void wireReports() {
    reports.fleet = fleet;
    reports.sights = sights;
    reports.tally = tally;
    reports.steps = states;
    reports.probes = probes;
  }

  private NodeWatch watch(String server) {
    NodeWatch watch = new NodeWatch();
    watch.fleet = fleet;
    watch.sights = sights;
    watch.tally = tally;
    watch.probes = probes;
    watch.inventories = inventories;
    watch.trials = trials;
    watch.reader = reader;
    watch.steps = states;
    watch.server = () -> server;
    watch.threads = timers;
    watch.clock = clock;
    return watch;
  }

  private final class QueuedThreads extends NodeThreads {
    @Override
    public Executor probes() {
      return work::add;
    }

    @Override
    public Executor looks() {
      return work::add;
    }
  }

  /** Seals so that a test can see it. */
  private static final class OpenBox implements SecretBox {
    @Override
    public String seal(String secret, String owner) {
      return owner + "|" + secret;
    }

    @Override
    public String open(String sealed, String owner) {
      if (!sealed.startsWith(owner + "|")) {
        throw new IllegalArgumentException(owner);
      }
      return sealed.substring(owner.length() + 1);
    }
  }
}
