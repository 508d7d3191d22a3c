package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.Halt;
import dev.easel.domain.dispatch.Halts;
import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.generation.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Halts as a test wants them; none, unless it sets some. */
public final class ScriptedHalts extends HaltWatch {

  private final List<Halt> set = new ArrayList<>();

  public void halt(Halt.Scope scope, String subject) {
    set.add(new Halt(scope, subject, "", Optional.empty(), Instant.EPOCH));
  }

  public void resume() {
    set.clear();
  }

  @Override
  public Halts now() {
    return new Halts(set);
  }

  @Override
  public boolean stops(Generation generation) {
    return now().stops(Lane.INTERACTIVE, generation.tenantId(), generation.modelId());
  }
}
