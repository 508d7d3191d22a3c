package dev.easel.adapter.provider.sketch.compose;

import dev.easel.adapter.provider.sketch.land.Aloft;
import dev.easel.adapter.provider.sketch.land.Clouds;
import dev.easel.adapter.provider.sketch.land.LightDisc;
import dev.easel.adapter.provider.sketch.land.Sky;
import dev.easel.adapter.provider.sketch.land.SkyShow;
import dev.easel.adapter.provider.sketch.land.Stars;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The sky and what is in it. */
final class Heavens {

  private final Coats coats;

  Heavens(Coats coats) {
    this.coats = coats;
  }

  void compose() {
    Scene s = coats.scene;
    coats.add(new Sky());
    boolean night = s.daylight() < 0.5f && s.light.moon();
    if ((night || coats.has(Motif.STARS, Motif.MILKY_WAY, Motif.COMET, Motif.NEBULA))
        && s.allows(Motif.STARS)) {
      coats.add(new Stars());
    }
    coats.addIf(Motif.AURORA, SkyShow::aurora);
    if (!coats.has(Motif.SYNTHWAVE)) {
      coats.add(new LightDisc());
    }
    coats.addIf(Motif.PLANET, SkyShow::planet);
    coats.add(new Clouds());
    coats.addIf(Motif.RAINBOW, SkyShow::rainbow);
    coats.addIf(Motif.LIGHTNING, SkyShow::lightning);
    coats.addIf(Motif.FIREWORKS, Aloft::fireworks);
    coats.addIf(Motif.SKY_LANTERNS, Aloft::lanterns);
    coats.subjectIf(Motif.BALLOONS, Aloft::balloons);
  }

  /** What flies in front of the land. */
  void birds() {
    Scene s = coats.scene;
    boolean quiet = s.light.moon() || coats.has(Motif.STORM, Motif.RAIN, Motif.SNOWFALL, Motif.FOG);
    if (coats.has(Motif.BIRDS) || (!quiet && s.allows(Motif.BIRDS))) {
      coats.add(Aloft::birds);
    }
  }
}
