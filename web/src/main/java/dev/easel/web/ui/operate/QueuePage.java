package dev.easel.web.ui.operate;

import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.shared.Page;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.dispatch.QueueDesk;
import dev.easel.service.dispatch.QueueItem;
import dev.easel.service.dispatch.QueueTally;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the page on the queue shows. */
@RequestScoped
public class QueuePage {

  private static final int AT_ONCE = 50;

  @Inject QueueDesk desk;
  @Inject OperatorNames names;
  @Inject CatalogService catalog;
  @Inject Models models;

  void put(QueueFilter filter, PauseFields fields) {
    Refusals.none(models);
    models.put("fields", fields);
    models.put("scopes", Halt.Scope.values());
    models.put("longestNote", PauseForm.LONGEST_NOTE);
    models.put("lanes", Stream.of(Lane.values()).map(Lane::wire).toList());
    models.put("lines", Arrays.stream(Line.values()).map(QueueFilter::wire).toList());
    models.put("modelIds", modelIds());
    putRows(filter);
  }

  void putRows(QueueFilter filter) {
    Page<QueueItem> page = desk.list(filter.query(), AT_ONCE);
    QueueTally tally = desk.tally();
    models.put("filter", filter);
    models.put("narrows", filter.narrows());
    models.put("items", page.items());
    models.put("next", page.next().orElse(null));
    models.put("after", filter.after);
    models.put("running", tally.running());
    models.put("waiting", tally.waiting());
    models.put("byLane", tally.waitingBy(count -> count.group().lane()));
    models.put("byReason", tally.waitingBy(count -> count.reason().orElseThrow()));
    models.put("halts", desk.halts());
    models.put("names", names);
  }

  private List<String> modelIds() {
    return catalog.current().entries().stream()
        .filter(CatalogEntry::callable)
        .map(entry -> entry.model().id())
        .sorted()
        .toList();
  }
}
