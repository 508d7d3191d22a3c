import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.Simulation;
import dev.easel.domain.dispatch.Simulation.Dispatch;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the scheduler decides, over simulated nodes and time. */
public class Fairness {

  private static final Duration RENDER = Duration.ofSeconds(2);
  private static final Duration SWAP = Duration.ofSeconds(20);

  public static void main(String[] args) {
    longAndShort();
    shares();
    weights();
    affinity();
    speed();
  }

  private static void longAndShort() {
    List<Dispatch> all =
        new Simulation(true, Duration.ZERO)
            .nodes(4)
            .queued(Lane.INTERACTIVE, "a", 100_000, "flux")
            .arriving(Duration.ofMinutes(5), Lane.INTERACTIVE, "b", 10, "flux")
            .run(1000, RENDER);
    List<Integer> mine =
        IntStream.range(0, all.size()).filter(i -> all.get(i).job().tenantId().equals("b")).boxed().toList();
    print("4 slots, A has 100,000 waiting, B submits 10: the last of B's is dispatch %d after its submit",
        mine.get(9) - mine.get(0) + 1);
  }

  private static void shares() {
    Simulation simulation = new Simulation(true, Duration.ZERO).nodes(4);
    for (int t = 0; t < 10; t++) {
      simulation.queued(Lane.INTERACTIVE, "t" + t, 500 * (t + 1), "flux");
    }
    List<Dispatch> all = simulation.run(4000, RENDER);
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < 10; t++) {
      double share = of(all, "t" + t);
      sum += share;
      squares += share * share;
    }
    print("10 tenants of equal weight with 500-5,000 waiting, 4,000 dispatches: Jain index %.4f", sum * sum / (10 * squares));
  }

  private static void weights() {
    List<Dispatch> all =
        new Simulation(true, Duration.ZERO)
            .nodes(4)
            .weight("pro", 5)
            .queued(Lane.INTERACTIVE, "pro", 5000, "flux")
            .queued(Lane.INTERACTIVE, "basic", 5000, "flux")
            .run(3000, RENDER);
    print("weights 5 to 1: %.2f to 1", (double) of(all, "pro") / of(all, "basic"));
  }

  private static void affinity() {
    for (int nodes : new int[] {1, 2, 4, 8}) {
      List<Dispatch> with = mixed(true, nodes);
      List<Dispatch> without = mixed(false, nodes);
      print("%d nodes, 5 tenants, 3 models in turn, 2,000 jobs of 2 s, 20 s to load: %d loads and %d min with affinity,"
              + " %d and %d min without",
          nodes, swaps(with), minutes(with), swaps(without), minutes(without));
    }
  }

  private static List<Dispatch> mixed(boolean affine, int nodes) {
    Simulation simulation = new Simulation(affine, SWAP).nodes(nodes);
    for (int t = 0; t < 5; t++) {
      simulation.queued(Lane.INTERACTIVE, "t" + t, 400, "flux", "sdxl", "sd2");
    }
    return simulation.run(2000, RENDER);
  }

  private static void speed() {
    Simulation simulation = new Simulation(true, SWAP).nodes(100);
    for (int t = 0; t < 50; t++) {
      simulation.queued(Lane.INTERACTIVE, "t" + t, 2000, "flux", "sdxl");
    }
    long begin = System.nanoTime();
    int count = simulation.run(100_000, RENDER).size();
    print("decisions with 100 nodes and 50 tenants: %.0f per second", count * 1e9 / (System.nanoTime() - begin));
  }

  private static long of(List<Dispatch> all, String tenant) {
    return all.stream().filter(d -> d.job().tenantId().equals(tenant)).count();
  }

  private static long swaps(List<Dispatch> all) {
    return all.stream().filter(Dispatch::swapped).count();
  }

  private static long minutes(List<Dispatch> all) {
    return Duration.between(all.get(0).at(), all.get(all.size() - 1).at()).toMinutes();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
