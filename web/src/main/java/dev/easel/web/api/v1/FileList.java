package dev.easel.web.api.v1;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists files, newest first, out of generations that hold several each. A page is found by walking
 * from the newest, or from the file named by {@code after}, which costs nothing however deep it is.
 * A walk that meets deleted files only ends after a while, with a page that is short or empty and
 * tells where to go on.
 */
@ApplicationScoped
public class FileList {

  private static final int MOST = 100;
  private static final int DEEPEST = 2_000;

  /** Enough for the deepest offset; a walk is longer only over generations without files. */
  private static final int MOST_PAGES = 25;

  @Inject GenerationService generations;
  @Inject FileJson views;

  /**
   * What part to show.
   *
   * @param after the file before the first one to show
   */
  record Window(int limit, int offset, Optional<ImageId> after) {

    static Window of(String limit, String offset, String after) {
      return new Window(
          number("limit", limit, 20, 1, MOST),
          number("offset", offset, 0, 0, DEEPEST),
          Optional.ofNullable(after).map(Window::cursor));
    }

    private static ImageId cursor(String text) {
      return ImageId.parse(text)
          .orElseThrow(() -> FailureException.invalid("query.after", "must be a file id"));
    }

    private static int number(String name, String text, int fallback, int least, int most) {
      if (text == null || text.isBlank()) {
        return fallback;
      }
      String reason = "must be between " + least + " and " + most;
      if (!text.matches("[0-9]{1,6}")) {
        throw FailureException.invalid("query." + name, reason);
      }
      int value = Integer.parseInt(text);
      if (value < least || value > most) {
        throw FailureException.invalid("query." + name, reason);
      }
      return value;
    }
  }

  JsonObject page(Caller caller, Window window, String base) {
    Walk walk = walk(caller, window, base);
    List<JsonObject> found = walk.files();
    int end = Math.min(found.size(), window.offset() + window.limit());
    List<JsonObject> shown = found.subList(Math.min(window.offset(), end), end);
    JsonArrayBuilder items = WireJson.array();
    shown.forEach(items::add);
    Optional<String> next =
        found.size() > end
            ? Optional.of(shown.get(shown.size() - 1).getString("id"))
            : walk.stoppedAt().map(ImageId::value);
    int skip = Math.max(0, window.offset() - found.size());
    return WireJson.object()
        .add("items", items)
        .add("total", generations.countImages(caller))
        .add("limit", window.limit())
        .add("offset", window.offset())
        .add("next", Wire.orNull(next.map(last -> next(window, skip, last, base)).orElse(null)))
        .build();
  }

  private static String next(Window window, int skip, String last, String base) {
    String offset = skip == 0 ? "" : "&offset=" + skip;
    return base + "/api/v1/file?limit=" + window.limit() + offset + "&after=" + last;
  }

  /**
   * Files from the cursor on, one more than needed if there is one.
   *
   * @param stoppedAt where the next walk goes on, if this one gave up before it had enough
   */
  private record Walk(List<JsonObject> files, Optional<ImageId> stoppedAt) {}

  private Walk walk(Caller caller, Window window, String base) {
    List<JsonObject> found = new ArrayList<>();
    int wanted = window.offset() + window.limit() + 1;
    window.after().ifPresent(last -> found.addAll(rest(caller, last, base)));
    Optional<String> cursor = window.after().map(ImageId::generationId);
    for (int pages = 0; found.size() < wanted; pages++) {
      Page<GenerationDetails> page = generations.list(caller, query(cursor));
      page.items().forEach(details -> found.addAll(views.all(details, base)));
      cursor = page.next();
      if (cursor.isEmpty()) {
        break;
      }
      if (pages == MOST_PAGES - 1 && found.size() < wanted) {
        return new Walk(found, Optional.of(lastOf(page)));
      }
    }
    return new Walk(found, Optional.empty());
  }

  private static ImageId lastOf(Page<GenerationDetails> page) {
    Generation last = page.items().get(page.items().size() - 1).generation();
    return ImageId.of(last.id(), last.count() - 1);
  }

  /** The files of the same generation that come after this one. */
  private List<JsonObject> rest(Caller caller, ImageId last, String base) {
    GenerationDetails details = generations.get(caller, last);
    return details.generation().status() == GenerationStatus.CANCELLED
        ? List.of()
        : views.all(details, base).stream().filter(file -> indexOf(file) > last.index()).toList();
  }

  private static int indexOf(JsonObject file) {
    return ImageId.parse(file.getString("id")).map(ImageId::index).orElse(0);
  }

  private static GenerationQuery query(Optional<String> after) {
    return GenerationQuery.newest(MOST).except(GenerationStatus.CANCELLED).after(after);
  }
}
