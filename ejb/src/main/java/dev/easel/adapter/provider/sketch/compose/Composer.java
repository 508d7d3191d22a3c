package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.figure.Portrait;
import dev.easel.adapter.provider.sketch.land.Aloft;
import dev.easel.adapter.provider.sketch.land.Ridges;
import dev.easel.adapter.provider.sketch.land.Weather;
import dev.easel.adapter.provider.sketch.pattern.Abstraction;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.adapter.provider.sketch.stage.Coat;
import dev.easel.adapter.provider.sketch.stage.Places;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.List;

/** Decides what kind of picture the words ask for. */
public final class Composer {

  private final Coats coats;
  private final Wishes wishes;

  private Composer(Scene scene) {
    coats = new Coats(scene);
    wishes = scene.wishes;
  }

  /** The layers from the far to the near; only the subject's, if that is all that is wanted. */
  public static List<Coat> compose(Scene scene, boolean subjectOnly) {
    Composer composer = new Composer(scene);
    composer.choose();
    List<Coat> all = composer.coats.list();
    List<Coat> subject = all.stream().filter(Coat::subject).toList();
    return subjectOnly && !subject.isEmpty() ? subject : all;
  }

  private void choose() {
    if (!wishes.understood() || wishes.hasAny(Motif.ABSTRACT, Motif.GEOMETRIC, Motif.MANDALA)) {
      coats.add(new Abstraction(pattern()));
    } else if (wishes.has(Motif.MARBLE)
        && !wishes.hasKind(Kind.THING)
        && !wishes.hasKind(Kind.PLACE)) {
      coats.add(new Abstraction(Motif.MARBLE));
    } else if (indoors()) {
      new Indoors(coats).compose();
    } else if (Places.of(wishes) == Motif.SPACE) {
      new Elsewhere(coats).space();
    } else if (Places.of(wishes) == Motif.UNDERWATER) {
      new Elsewhere(coats).underwater();
    } else {
      outdoors();
    }
    finish();
  }

  private boolean indoors() {
    boolean table = Indoors.things(wishes).stream().anyMatch(m -> m != Motif.HAT);
    boolean alone = !wishes.hasKind(Kind.PLACE) && !wishes.hasKind(Kind.CREATURE);
    return wishes.hasAny(Motif.ROOM, Motif.DESK)
        || (table && alone)
        || wishes.has(Motif.TABLE)
        || (alone && wishes.has(Motif.HAT));
  }

  private Motif pattern() {
    for (Motif m : new Motif[] {Motif.GEOMETRIC, Motif.MANDALA, Motif.MARBLE}) {
      if (wishes.has(m)) {
        return m;
      }
    }
    boolean veined = !wishes.understood() && Math.floorMod(wishes.fingerprint() >> 5, 3L) == 0;
    return veined ? Motif.MARBLE : Motif.ABSTRACT;
  }

  private void outdoors() {
    Motif place = Places.of(wishes);
    if (place == Motif.STREET) {
      new Elsewhere(coats).street();
      return;
    }
    if (wishes.has(Motif.SYNTHWAVE) && (place == Motif.ROAD || place == Motif.CITY)) {
      new Elsewhere(coats).grid();
      return;
    }
    if ((place == Motif.FOREST || place == Motif.JUNGLE) && !Places.watery(wishes)) {
      new Elsewhere(coats).woods(place == Motif.JUNGLE);
      return;
    }
    new Heavens(coats).compose();
    if (wishes.has(Motif.PORTRAIT)) {
      coats.add(new Ridges(Ridges.Form.HILLS, 3));
      coats.subject(new Portrait());
      return;
    }
    new Country(coats, place).compose();
  }

  private void finish() {
    coats.addIf(Motif.MAGICAL, Aloft::fireflies);
    coats.addIf(Motif.FOG, Weather::fog);
    if (wishes.hasAny(Motif.RAIN)) {
      coats.add(Weather::rain);
    }
    coats.addIf(Motif.SNOWFALL, Weather::snow);
  }
}
