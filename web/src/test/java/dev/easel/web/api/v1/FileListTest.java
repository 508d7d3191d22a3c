package dev.easel.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Page;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileListTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Caller ANN = new Caller("ten_1", "user_1", "key_1", "enterprise", true);

  private final Shelf shelf = new Shelf();
  private final FileList list = new FileList();

  FileListTest() {
    list.generations = shelf;
    list.views = new OneFileEach();
  }

  @Test
  void cancelledRequestsAreNotEvenRead() {
    shelf.fill(3);

    assertThat(page("20", "0", null).getJsonArray("items")).hasSize(3);
    assertThat(shelf.queries)
        .allSatisfy(query -> assertThat(query.except()).contains(GenerationStatus.CANCELLED));
  }

  @Test
  void aPageKnowsItsSuccessor() {
    shelf.fill(3);

    JsonObject first = page("2", "0", null);
    JsonObject second = page("2", "0", after(first));

    assertThat(first.getJsonArray("items")).hasSize(2);
    assertThat(second.getJsonArray("items")).hasSize(1);
    assertThat(second.isNull("next")).isTrue();
  }

  @Test
  void theDeepestOffsetIsReachedInOneWalk() {
    shelf.fill(2_200);

    assertThat(page("100", "2000", null).getJsonArray("items")).hasSize(100);
  }

  @Test
  void aWalkOverDeletedFilesEndsAndTellsWhereToGoOn() {
    shelf.fill(6_000);
    shelf.deleted = 5_990;

    JsonObject page = page("20", "3", null);
    int walks = 1;
    while (page.getJsonArray("items").isEmpty() && !page.isNull("next")) {
      int before = shelf.queries.size();
      assertThat(page.getString("next")).contains("&offset=3&");
      page = page("20", "3", after(page));
      assertThat(shelf.queries.size() - before).isLessThanOrEqualTo(25);
      walks++;
    }

    assertThat(walks).isGreaterThan(1);
    assertThat(page.getJsonArray("items")).hasSize(7);
    assertThat(page.isNull("next")).isTrue();
  }

  private JsonObject page(String limit, String offset, String after) {
    return list.page(ANN, FileList.Window.of(limit, offset, after), "http://here");
  }

  private static String after(JsonObject page) {
    return page.getString("next").replaceAll(".*after=", "");
  }

  private static Generation generation() {
    Order order =
        new Order(
            Operation.TEXT_TO_IMAGE,
            "easel/sketch",
            "a hill",
            "",
            "a hill",
            new Size(64, 64),
            1,
            10,
            7.5,
            1,
            0.75,
            "",
            "",
            "",
            ImageFormat.PNG,
            95,
            false,
            0,
            null,
            null,
            Edit.NONE,
            false,
            List.of());
    Origin origin = new Origin(Surface.V1, "req_1", null, null, null, null, null);
    return new Generation(ANN, order, origin, new Price("rule", 1, Credits.ZERO, 1), NOW);
  }

  /** Generations in a row, the first ones without their files. */
  private static final class Shelf extends GenerationService {
    private final List<GenerationDetails> rows = new ArrayList<>();
    private final List<GenerationQuery> queries = new ArrayList<>();
    private int deleted;

    void fill(int count) {
      IntStream.range(0, count)
          .mapToObj(i -> new GenerationDetails(generation(), List.of(), 0, Optional.empty()))
          .forEach(rows::add);
    }

    @Override
    public Page<GenerationDetails> list(Caller caller, GenerationQuery query) {
      queries.add(query);
      int from = query.after().map(this::place).map(place -> place + 1).orElse(0);
      List<GenerationDetails> found =
          rows.subList(from, Math.min(rows.size(), from + query.limit() + 1));
      return Page.of(found, query.limit(), details -> details.generation().id());
    }

    @Override
    public GenerationDetails get(Caller caller, ImageId image) {
      return rows.get(place(image.generationId()));
    }

    @Override
    public long countImages(Caller caller) {
      return rows.size() - deleted;
    }

    private int place(String id) {
      return IntStream.range(0, rows.size())
          .filter(i -> rows.get(i).generation().id().equals(id))
          .findFirst()
          .orElseThrow();
    }
  }

  private final class OneFileEach extends FileJson {
    @Override
    List<JsonObject> all(GenerationDetails details, String base) {
      String id = details.generation().id();
      return shelf.place(id) < shelf.deleted
          ? List.of()
          : List.of(WireJson.object().add("id", ImageId.of(id, 0).value()).build());
    }
  }
}
