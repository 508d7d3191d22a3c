package dev.easel.web.api.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.shared.Page;
import dev.easel.web.api.WireJson;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditFileTest {

  private final List<Optional<String>> asked = new ArrayList<>();
  private final List<AuditEntry> log = IntStream.range(0, 5).mapToObj(i -> entry("n" + i)).toList();

  @Test
  void theWholeLogIsWrittenPageByPage() throws IOException {
    String csv = written(AuditFile.CSV.answer(this::page));

    assertThat(csv.lines()).hasSize(6);
    assertThat(csv).startsWith("when,who,user,key,what,which,detail,from\r\n");
    assertThat(asked).hasSize(3);
  }

  @Test
  void jsonLinesAreAnObjectEach() throws IOException {
    List<String> lines = written(AuditFile.JSONL.answer(this::page)).lines().toList();

    assertThat(lines)
        .extracting(line -> WireJson.parse(line).getString("detail"))
        .containsExactly("n0", "n1", "n2", "n3", "n4");
  }

  @Test
  void noCellIsAFormula() {
    assertThat(AuditFile.CSV.rows(List.of(entry("=1+2")))).contains("'=1+2").doesNotContain(",=1");
  }

  /** Two at a time. */
  private Page<AuditEntry> page(Optional<String> after) {
    asked.add(after);
    int from = after.map(id -> ids().indexOf(id) + 1).orElse(0);
    List<AuditEntry> items = log.subList(from, Math.min(from + 2, log.size()));
    boolean more = from + 2 < log.size();
    return new Page<>(items, more ? Optional.of(items.get(1).id()) : Optional.empty());
  }

  private List<String> ids() {
    return log.stream().map(AuditEntry::id).toList();
  }

  private static String written(Response answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((StreamingOutput) answer.getEntity()).write(out);
    return out.toString(UTF_8);
  }

  private static AuditEntry entry(String detail) {
    Actor actor = Actor.stranger("ann@example.org", "192.0.2.1");
    return new AuditEntry(actor, Action.ROLE_CHANGED, "user_b", detail, Instant.EPOCH);
  }
}
