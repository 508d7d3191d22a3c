package dev.easel.web.api.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.audit.AuditEntry;
import dev.easel.domain.shared.Page;
import dev.easel.web.api.Csv;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The log of changes as a file, written page by page, however long it is. */
public enum AuditFile {
  /** Comma-separated, with a row of names first. */
  CSV(Csv.MEDIA_TYPE) {
    @Override
    String head() {
      return new Csv()
          .row("when", "who", "user", "key", "what", "which", "detail", "from")
          .toString();
    }

    @Override
    String rows(List<AuditEntry> entries) {
      Csv csv = new Csv();
      entries.forEach(entry -> csv.row(cells(entry)));
      return csv.toString();
    }
  },
  /** One JSON object on each line. */
  JSONL("application/jsonl;charset=UTF-8") {
    @Override
    String head() {
      return "";
    }

    @Override
    String rows(List<AuditEntry> entries) {
      StringBuilder lines = new StringBuilder();
      entries.forEach(entry -> lines.append(json(entry).build()).append('\n'));
      return lines.toString();
    }
  };

  /** Entries read at a time. */
  public static final int AT_ONCE = 500;

  private final String mediaType;

  AuditFile(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract String head();

  abstract String rows(List<AuditEntry> entries);

  /**
   * @param reader what reads the page after a cursor
   */
  public Response answer(Function<Optional<String>, Page<AuditEntry>> reader) {
    Page<AuditEntry> first = reader.apply(Optional.empty()); // what fails, fails before the answer
    StreamingOutput sent =
        out -> {
          out.write(head().getBytes(UTF_8));
          Page<AuditEntry> page = first;
          out.write(rows(page.items()).getBytes(UTF_8));
          while (page.next().isPresent()) {
            page = reader.apply(page.next());
            out.write(rows(page.items()).getBytes(UTF_8));
          }
        };
    String name = "easel-audit." + name().toLowerCase(Locale.ROOT);
    return Response.ok(sent, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  static JsonObjectBuilder json(AuditEntry entry) {
    return WireJson.object()
        .add("id", entry.id())
        .add("created_at", WireJson.time(entry.createdAt()))
        .add("actor", entry.actor())
        .add("user_id", WireJson.text(entry.userId()))
        .add("key_id", WireJson.text(entry.keyId()))
        .add("action", entry.action())
        .add("target", entry.target())
        .add("detail", entry.detail())
        .add("address", entry.address());
  }

  private static Object[] cells(AuditEntry entry) {
    return new Object[] {
      entry.createdAt().toString(),
      entry.actor(),
      entry.userId().orElse(null),
      entry.keyId().orElse(null),
      entry.action(),
      entry.target(),
      entry.detail(),
      entry.address()
    };
  }
}
