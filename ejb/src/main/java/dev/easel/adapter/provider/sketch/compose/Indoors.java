package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.built.Skyline;
import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.indoors.Room;
import dev.easel.adapter.provider.sketch.indoors.Studio;
import dev.easel.adapter.provider.sketch.indoors.Tableware;
import dev.easel.adapter.provider.sketch.land.Ridges;
import dev.easel.adapter.provider.sketch.prompt.Kind;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.prompt.Wishes;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.ArrayList;
import java.util.List;

/** A still life on a table, or a room. */
final class Indoors {

  private final Coats coats;

  Indoors(Coats coats) {
    this.coats = coats;
  }

  /** The things that can stand on a table, in the order of the vocabulary. */
  static List<Motif> things(Wishes w) {
    return w.motifs().keySet().stream()
        .filter(
            m ->
                m.kind() == Kind.THING
                    && m != Motif.TABLE
                    && m != Motif.MARBLE_TOP
                    && m != Motif.DESK)
        .toList();
  }

  void compose() {
    if (coats.has(Motif.ROOM, Motif.DESK)) {
      coats.add(new Room(this::view));
      return;
    }
    coats.add(new Studio());
    List<Motif> things = new ArrayList<>(things(coats.wishes));
    boolean flowers = coats.has(Motif.FLOWERS, Motif.SUNFLOWERS, Motif.TULIPS, Motif.LAVENDER);
    if (things.isEmpty() || (flowers && !things.contains(Motif.VASE))) {
      things.add(0, Motif.VASE);
    }
    if (things.equals(List.of(Motif.VASE)) && !flowers && coats.has(Motif.TABLE)) {
      things.addAll(List.of(Motif.APPLE, Motif.PEAR));
    }
    coats.subject(new Tableware(things));
  }

  private void view(Canvas c, Scene s) {
    Coats outside = new Coats(s);
    new Heavens(outside).compose();
    outside.add(
        coats.has(Motif.SEA, Motif.MOUNTAINS, Motif.FOREST)
            ? new Ridges(Ridges.Form.PEAKS, 4)
            : new Skyline(coats.has(Motif.CYBERPUNK)));
    outside.list().forEach(k -> k.layer().paint(c, s));
  }
}
