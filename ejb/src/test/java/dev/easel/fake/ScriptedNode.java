package dev.easel.fake;

import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.JobWatch;
import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodeInspector;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.provider.SubmitOutcome;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A node, and the adapter that talks to it, as a test wants it to be. */
public final class ScriptedNode implements NodeInspector, JobProvider {

  private final List<String> told = new ArrayList<>();
  private NodePulse pulse = new NodePulse.Alive(0);
  private NodeFacts facts =
      new NodeFacts(
          "0.3.64",
          List.of(
              new NodeFacts.Device("cpu", "cpu", 1_000, 500),
              new NodeFacts.Device("cuda:0", "cuda", 24_000, 20_000)),
          Map.of("checkpoints", Set.of("flux.safetensors")),
          Set.of("KSampler", "SaveImage"),
          Set.of("euler"),
          Set.of("normal"));
  private Observation observation = new Observation.Finished(1);
  private int declarations = Integer.MAX_VALUE;
  private NodeTarget last;

  /** What was asked of it, and what it was told to do, in order. */
  public List<String> told() {
    return told;
  }

  /** The target of the last call. */
  public NodeTarget last() {
    return last;
  }

  public void answers() {
    pulse = new NodePulse.Alive(0);
  }

  public void isSilent(String reason) {
    pulse = new NodePulse.Silent(reason);
  }

  /** Null for a node that does not tell. */
  public void has(NodeFacts what) {
    facts = what;
  }

  public NodeFacts facts() {
    return facts;
  }

  /** How many declarations it gives before it falls silent. */
  public void declares(int most) {
    declarations = most;
  }

  public void ends(Observation how) {
    observation = how;
  }

  @Override
  public String adapter() {
    return "comfyui";
  }

  @Override
  public NodePulse pulse(NodeTarget node) {
    return said("pulse", node, pulse);
  }

  @Override
  public Optional<NodeFacts> inspect(NodeTarget node) {
    return said("inspect", node, Optional.ofNullable(facts));
  }

  @Override
  public List<NodeFacts.Device> devices(NodeTarget node) {
    return facts == null ? List.of() : facts.devices();
  }

  @Override
  public Optional<String> declaration(NodeTarget node, String nodeClass) {
    boolean there = facts.nodeClasses().contains(nodeClass) && declarations-- > 0;
    return said("declaration", node, there ? Optional.of("{\"input\":{}}") : Optional.empty());
  }

  @Override
  public SubmitOutcome submit(NodeTarget node, PreparedJob job, String upstreamId) {
    return said("submit " + job.workflow().length(), node, new SubmitOutcome.Accepted(1));
  }

  @Override
  public Observation observe(NodeTarget node, String upstreamId) {
    return said("observe", node, observation);
  }

  @Override
  public RenderOutcome fetch(
      NodeTarget node, RenderOrder order, String upstreamId, RenderListener listener) {
    BufferedImage pixels = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    listener.delivered(new RenderedImage(0, 1, pixels, ""));
    return said("fetch", node, new RenderOutcome.Completed(List.of()));
  }

  @Override
  public void cancel(NodeTarget node, String upstreamId) {
    said("cancel", node, null);
  }

  @Override
  public JobWatch listen(
      NodeTarget node, String upstreamId, boolean previews, JobListener listener) {
    return () -> said("close", node, null);
  }

  @Override
  public void forget(NodeTarget node) {
    said("forget", node, null);
  }

  private <T> T said(String what, NodeTarget node, T answer) {
    told.add(what);
    last = node;
    return answer;
  }

  public static JobFault fault(JobFault.Kind kind) {
    return JobFault.of(kind, "it broke");
  }
}
