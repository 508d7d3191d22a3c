package dev.easel.web.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.batch.BatchState;
import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.node.Health;
import dev.easel.domain.node.Wish;
import dev.easel.service.dispatch.NodeLine;
import dev.easel.service.generation.Slots;
import dev.easel.service.node.Prospect;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that machines have for states are words for people too. */
class OperateTextsTest {

  private static final Set<String> THERE = ResourceBundle.getBundle("messages.operate").keySet();

  @Test
  void everyReasonToWaitHasWords() {
    assertThat(
            Stream.of(Prospect.values())
                .filter(prospect -> prospect != Prospect.NOW)
                .map(Prospect::wire))
        .allMatch(word -> THERE.contains("operate.reason." + word));
    assertThat(Stream.of(Halts.PAUSED, Slots.CONCURRENCY_CAP, NodeLine.NODES_BUSY))
        .allMatch(word -> THERE.contains("operate.reason." + word));
  }

  @Test
  void everyStateHasWords() {
    has("operate.health.", Health.values(), Health::wire);
    has("operate.wish-told.", Wish.values(), Wish::name);
    has("operate.scope.", Halt.Scope.values(), Halt.Scope::name);
    has("operate.halted.", Halt.Scope.values(), Halt.Scope::name);
    has("operate.lane-of.", Lane.values(), Lane::wire);
    has("operate.line-of.", Line.values(), QueueFilter::wire);
    has("operate.chore-is.", BatchState.values(), BatchState::name);
    assertThat(FailureQuery.OURS)
        .allMatch(kind -> THERE.contains("operate.kind-of." + kind.name()));
  }

  private static <T> void has(String beginning, T[] all, Function<T, String> word) {
    Set<String> wanted =
        Arrays.stream(all).map(each -> beginning + word.apply(each)).collect(Collectors.toSet());
    assertThat(THERE).containsAll(wanted);
  }
}
