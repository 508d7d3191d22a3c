package dev.easel.web.api.v2.admin;

import dev.easel.domain.dispatch.Halt.Scope;
import dev.easel.domain.dispatch.Lane;
import dev.easel.web.api.JsonInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is to be paused or resumed: everything, one lane, one tenant or one model. */
final class PauseBody {

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_SUBJECT = 120;
  private static final List<String> SUBJECTS = List.of("all", "lane", "tenant", "model");

  private final JsonInput body;
  private final Scope scope;
  private final String subject;
  private final String note;

  /**
   * @param model finds the id of a model by its name
   */
  PauseBody(JsonInput sent, Function<String, Optional<String>> model) {
    body = JsonInput.required(sent);
    // A subject that is misspelt must not become everything.
    body.refuseStrangers(Set.of("all", "lane", "tenant", "model", "note"));
    List<String> given = SUBJECTS.stream().filter(body::has).toList();
    if (given.size() != 1) {
      body.violate(given.isEmpty() ? "all" : given.get(1), "give one of all, lane, tenant, model");
    }
    String what = given.isEmpty() ? "all" : given.get(0);
    scope = Scope.valueOf(what.toUpperCase(Locale.ROOT));
    subject =
        switch (scope) {
          case ALL -> everything();
          case LANE -> lane();
          case TENANT -> text("tenant");
          case MODEL -> model(model);
        };
    String text = body.text("note", LONGEST_NOTE);
    note = text == null ? "" : text;
    body.check();
  }

  Scope scope() {
    return scope;
  }

  String subject() {
    return subject;
  }

  String note() {
    return note;
  }

  private String everything() {
    if (body.has("all") && !Boolean.TRUE.equals(body.flag("all"))) {
      body.violate("all", "must be true");
    }
    return "";
  }

  private String lane() {
    String lane = text("lane");
    if (Arrays.stream(Lane.values()).noneMatch(known -> known.wire().equals(lane))) {
      body.violate("lane", "must be one of: interactive, batch");
    }
    return lane;
  }

  /** One that has left the catalogue may still be waited for, and be paused. */
  private String model(Function<String, Optional<String>> model) {
    String name = text("model");
    return model.apply(name).orElse(name);
  }

  private String text(String member) {
    String text = body.text(member, LONGEST_SUBJECT);
    return text == null ? "" : text;
  }
}
