package dev.easel.web.api.v2.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesBodyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Set<Capability> USES = Set.of(Capability.TEXT_TO_IMAGE);

  @Test
  void readsWhatARuleCanSay() {
    PricesBody body =
        read(
            "{'rules':[{'operation':'text-to-image','max_pixels':1048576,'quality':'hd','usd':0.04,"
                + "'included_steps':30,'usd_per_extra_step':0.000001},{'usd':0}],"
                + "'active_from':'2026-12-01T00:00:00Z','after_version':3,'reason':'Autumn'}");

    assertThat(body.terms())
        .containsExactly(
            new PriceTerms("TEXT_TO_IMAGE", 1_048_576L, "high", 1, 40_000, 30, 1),
            PriceTerms.flat("*", 0));
    assertThat(body.activeFrom()).contains(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(body.after()).contains(3);
    assertThat(body.reason()).isEqualTo("Autumn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | rules",
        "{'rules':[]} | rules",
        "{'rules':[1]} | rules[0]",
        "{'rules':[{}]} | rules[0].usd",
        "{'rules':[{'usd':null}]} | rules[0].usd",
        "{'rules':[{'usd':-0.01}]} | rules[0].usd",
        "{'rules':[{'usd':10000.000001}]} | rules[0].usd",
        "{'rules':[{'usd':0.0000001}]} | rules[0].usd",
        "{'rules':[{'usd':'1'}]} | rules[0].usd",
        "{'rules':[{'usd':1,'price':2}]} | rules[0].price",
        "{'rules':[{'usd':1,'operation':'inpainting'}]} | rules[0].operation",
        "{'rules':[{'usd':1,'quality':'nice'}]} | rules[0].quality",
        "{'rules':[{'usd':1,'quality':''}]} | rules[0].quality",
        "{'rules':[{'usd':1,'max_pixels':0}]} | rules[0].max_pixels",
        "{'rules':[{'usd':1,'from_count':0}]} | rules[0].from_count",
        "{'rules':[{'usd':1,'from_count':4}]} | rules[0].from_count",
        "{'rules':[{'usd':1,'usd_per_extra_step':1}]} | rules[0].included_steps",
        "{'rules':[{'usd':1},{'usd':2}]} | rules[1]",
        "{'rules':[{'usd':1,'quality':'high'},{'usd':2,'quality':'hd'}]} | rules[1]",
        "{'rules':[{'usd':1}],'active_from':'2026-11-22T11:59:59Z'} | active_from",
        "{'rules':[{'usd':1}],'active_from':'soon'} | active_from",
        "{'rules':[{'usd':1}],'price':1} | price"
      })
  void refusesWhatWouldMakePricesDoubtful(String json, String field) {
    FailureException refusal = catchThrowableOfType(FailureException.class, () -> read(json));

    assertThat(refusal.fields()).containsKey(field);
  }

  private static PricesBody read(String json) {
    return new PricesBody(JsonInput.of(WireJson.parse(json.replace('\'', '"')), "hash"), USES, NOW);
  }
}
