package dev.easel.web.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.TimeKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the filters and forms of operators are read as. */
class QueueFilterTest {

  @Test
  void whatMakesNoSenseIsAsGoodAsAbsent() {
    QueueFilter filter = new QueueFilter();
    filter.lane = "fast";
    filter.line = "";
    filter.tenant = " a\u0000b ";
    filter.after = "yesterday gen_1";

    assertThat(filter.narrows()).isFalse();
    assertThat(filter.query().after()).isEmpty();
  }

  @Test
  void whatIsAskedForIsRead() {
    QueueFilter filter = new QueueFilter();
    filter.lane = "batch";
    filter.line = "node";
    filter.model = " easel/sketch ";
    filter.after = "2026-11-22T12:00:00Z gen_1";

    QueueQuery query = filter.query();

    assertThat(query.lane()).contains(Lane.BATCH);
    assertThat(query.line()).contains(Line.NODE);
    assertThat(query.modelId()).contains("easel/sketch");
    assertThat(query.after()).contains(new TimeKey(Instant.parse("2026-11-22T12:00:00Z"), "gen_1"));
    assertThat(filter.narrows()).isTrue();
  }

  @Test
  void failuresOfOthersAreNotAskedFor() {
    FailureFilter filter = new FailureFilter();
    filter.kind = "CONTENT_REJECTED";
    assertThat(filter.kind()).isEmpty();
    assertThat(filter.query().kinds()).isEqualTo(FailureQuery.OURS);

    filter.kind = "TIMED_OUT";
    assertThat(filter.query().kinds()).containsExactly(ErrorKind.TIMED_OUT);
  }

  @Test
  void everythingHasNoNameAndALaneOneOfTwo() {
    PauseForm form = new PauseForm();
    form.scope = "ALL";
    assertThat(form.scope()).isEqualTo(Scope.ALL);
    assertThat(form.subject()).isEmpty();

    form.subject = "easel/sketch";
    assertThatThrownBy(form::subject).isInstanceOf(FailureException.class);

    form.scope = "LANE";
    assertThatThrownBy(form::subject).isInstanceOf(FailureException.class);
    form.subject = "batch";
    assertThat(form.subject()).isEqualTo("batch");
  }
}
