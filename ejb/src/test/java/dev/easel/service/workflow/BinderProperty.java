package dev.easel.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is ordered: its values are where they belong, and nothing else was touched. */
class BinderProperty {

  @Property(tries = 400)
  void aGraphHoldsTheOrderAndIsOtherwiseItself(
      @ForAll("plans") String id, @ForAll("orders") Orders values) {
    Plan plan = Workflows.plan(id);
    Orders orders = inLimits(plan, values);

    JsonObject filled = Graphs.parse(Binder.bind(plan, orders.order(plan)).job().workflow());

    assertThat(texts(plan, filled, Parameter.PROMPT)).allMatch(orders.prompt()::equals);
    assertThat(texts(plan, filled, Parameter.NEGATIVE_PROMPT)).allMatch(orders.negative()::equals);
    assertThat(numbers(plan, filled, Parameter.SEED)).allMatch(unsigned(orders.seed())::equals);
    assertThat(numbers(plan, filled, Parameter.BATCH))
        .allMatch(BigInteger.valueOf(orders.count())::equals);
    assertThat(numbers(plan, filled, Parameter.WIDTH))
        .allMatch(BigInteger.valueOf(plan.limits().edge(orders.width()))::equals);
    assertThat(untouched(plan, filled, orders.count())).isTrue();
  }

  private static Orders inLimits(Plan plan, Orders values) {
    Orders fit = Orders.of(plan);
    int most = plan.makesSeveral() ? plan.limits().mostImages() : 1;
    Orders orders =
        new Orders(
            values.prompt(),
            values.negative(),
            values.width(),
            values.height(),
            Math.min(values.count(), most),
            values.seed(),
            values.steps(),
            values.guidance(),
            values.sampler(),
            values.strength(),
            fit.init(),
            fit.mask());
    return plan.binds(Parameter.SCALE) ? orders.sized(768, 512) : orders;
  }

  private static boolean untouched(Plan plan, JsonObject filled, int count) {
    Set<Slot> bound = new HashSet<>();
    plan.bindings().values().forEach(bound::addAll);
    plan.references().ifPresent(branch -> bound.add(branch.image()));
    for (String node : plan.graph().keySet()) {
      assertThat(Graphs.nodeClass(filled, node)).isEqualTo(Graphs.nodeClass(plan.graph(), node));
      Graphs.inputs(plan.graph(), node)
          .forEach(
              (input, before) -> {
                boolean mayChange =
                    bound.contains(new Slot(node, input))
                        || (count > 1 && Graphs.link(before).isPresent());
                if (!mayChange) {
                  assertThat(Graphs.inputs(filled, node).get(input)).isEqualTo(before);
                }
              });
    }
    return count > 1 || filled.keySet().equals(plan.graph().keySet());
  }

  private static List<String> texts(Plan plan, JsonObject graph, Parameter parameter) {
    return plan.slots(parameter).stream()
        .map(slot -> Graphs.inputs(graph, slot.node()).get(slot.input()))
        .map(value -> ((JsonString) value).getString())
        .toList();
  }

  private static List<BigInteger> numbers(Plan plan, JsonObject graph, Parameter parameter) {
    return plan.slots(parameter).stream()
        .map(slot -> Graphs.inputs(graph, slot.node()).get(slot.input()))
        .map(value -> ((JsonNumber) value).bigIntegerValueExact())
        .toList();
  }

  private static BigInteger unsigned(long seed) {
    return new BigInteger(Long.toUnsignedString(seed));
  }

  @Provide
  Arbitrary<String> plans() {
    return Arbitraries.of(ShippedWorkflow.all().stream().map(ShippedWorkflow::id).toList());
  }

  @Provide
  Arbitrary<Orders> orders() {
    Arbitrary<String> texts =
        Arbitraries.of("", "a \"quoted\" {brace}", "%prompt% $1 \\ \n", "Фонарь 🎨", "x");
    return Combinators.combine(
            texts,
            texts,
            Arbitraries.integers().between(64, 256),
            Arbitraries.integers().between(64, 256),
            Arbitraries.integers().between(1, 10),
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 150),
            Arbitraries.of("", "Euler a", "DPM++ 2M Karras", "ddim"))
        .as(
            (prompt, negative, width, height, count, seed, steps, sampler) ->
                new Orders(
                    prompt,
                    negative,
                    width,
                    height,
                    count,
                    seed,
                    steps,
                    7.5,
                    sampler,
                    0.5,
                    Optional.empty(),
                    Optional.empty()));
  }
}
