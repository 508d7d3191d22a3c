package dev.easel.service.audit;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.Caller;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was noted as words: action and target, and the details beside them. */
public class RecordingTrail extends AuditTrail {

  private final List<String> notes = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  @Override
  public void note(Caller caller, Action action, String target, String detail) {
    notes.add((action.wire() + " " + target).strip());
    details.add(detail);
  }

  @Override
  public void note(Actor actor, Action action, String target, String detail) {
    notes.add((action.wire() + " " + target).strip());
    details.add(detail);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  public List<String> details() {
    return List.copyOf(details);
  }
}
