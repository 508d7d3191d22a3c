package dev.easel.web.api;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.generation.Order;
import dev.easel.domain.shared.Credits;
import dev.easel.service.budget.BudgetRoom;
import dev.easel.service.generation.Quote;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Quotes as all surfaces print them. */
public final class QuoteJson {

  private QuoteJson() {}

  /** What a quote answers. */
  public static JsonObjectBuilder of(Quote quote) {
    return WireJson.object()
        .add("quote", cost(quote))
        .add("budget", budget(quote))
        .add("route", route(quote.route()))
        .add("queue_position", quote.queuePosition())
        .add("eta_seconds", WireJson.number(quote.etaSeconds()))
        .add("eta", EtaJson.of(quote.eta()))
        .add("warnings", WireJson.warnings(quote.order().remarks()));
  }

  /** What it costs, line by line, and what that leaves. */
  private static JsonObjectBuilder cost(Quote quote) {
    Order order = quote.order();
    Price price = quote.price();
    return WireJson.object()
        .add("model", order.modelId())
        .add("operation", order.operation().wire())
        .add("lines", WireJson.array().add(line(order, price)))
        .addAll(WireJson.money(price.total()))
        .add("balance", WireJson.number(quote.balance().credits()))
        .add("balance_after", WireJson.number(quote.balanceAfter().credits()))
        .add("affordable", quote.affordable());
  }

  /** Of the budget that leaves least, if any. */
  private static JsonValue budget(Quote quote) {
    Credits total = quote.price().total();
    return quote.budget().<JsonValue>map(room -> json(room, total)).orElse(JsonValue.NULL);
  }

  private static JsonObject json(BudgetRoom room, Credits total) {
    return WireJson.object()
        .add("id", room.budget().id())
        .add("scope", room.budget().scope().wire())
        .add("remaining_after", WireJson.number(room.after(total).credits()))
        .add("would_refuse", room.refuses(total))
        .build();
  }

  /** Who would make it. */
  private static JsonObjectBuilder route(ModelRoute route) {
    return WireJson.object()
        .add("provider", route.adapter())
        .add("upstream_model", route.upstreamId());
  }

  private static JsonObjectBuilder line(Order order, Price price) {
    return WireJson.object()
        .add("description", description(order))
        .add("quantity", price.count())
        .add("unit_credits", WireJson.number(price.unit().credits()))
        .addAll(WireJson.money(price.total()))
        .add("price_rule", price.ruleId())
        .add("version", price.version());
  }

  private static String description(Order order) {
    if (order.operation().isProcess()) {
      return "%s, %s, %s".formatted(order.modelId(), order.operation().wire(), order.size());
    }
    String quality = order.quality().isEmpty() ? "" : ", quality " + order.quality();
    return "%s, %s, %s, %d steps%s"
        .formatted(
            order.modelId(),
            order.operation().capability().wire(),
            order.size(),
            order.steps(),
            quality);
  }
}
