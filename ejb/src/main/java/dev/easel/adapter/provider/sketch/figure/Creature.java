package dev.easel.adapter.provider.sketch.figure;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Places;
import dev.easel.adapter.provider.sketch.stage.Scene;
import java.util.Locale;
import java.util.Set;

/**
 * A living thing as the picture's subject: placed for its kind, dark against the light or in
 * colour.
 */
public final class Creature implements Layer {

  /** What would be lost as a dark silhouette. */
  private static final Set<Motif> BRIGHT =
      Set.of(Motif.SWAN, Motif.RABBIT, Motif.BUTTERFLY, Motif.DRAGON, Motif.FISH, Motif.OWL);

  private final Motif motif;
  private final float at;
  private final float foot;
  private final float tall;

  /**
   * @param at share of the width from the picture's near side
   * @param foot row of the ground as a share of the height
   * @param tall height as a share of the shorter side
   */
  public Creature(Motif motif, float at, float foot, float tall) {
    this.motif = motif;
    this.at = at;
    this.foot = foot;
    this.tall = tall;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    String name = motif.name().toLowerCase(Locale.ROOT);
    boolean flip = s.side > 0;
    Pose pose = new Pose(s.from(at), s.y(foot), s.u(tall), flip);
    if (motif != Motif.BUTTERFLY && motif != Motif.DRAGON && Places.of(s.wishes) != Motif.SPACE) {
      shade(c, s, pose);
    }
    FigurePainter.paint(name, c, s, pose, coat(s));
    if (s.wants(Motif.HAT)) {
      hat(c, s, pose);
    }
    if (motif == Motif.ASTRONAUT) {
      visor(c, s, pose);
    }
  }

  private static void shade(Canvas c, Scene s, Pose p) {
    c.ellipse(
        p.x(),
        p.y() + p.size() * 0.005f,
        p.size() * 0.46f,
        p.size() * 0.030f,
        s.palette.near().scale(0.5f),
        0.35f);
  }

  /** A colour of its own is shown in relief; without one it stands dark before the light. */
  private Coatwork coat(Scene s) {
    boolean own = s.wishes.hueOf(motif).isPresent();
    boolean backlit =
        s.light.y() > s.horizon * 0.62f && s.light.strength() > 0.4f && !s.light.moon();
    Tint natural = s.own(motif, natural());
    float show = own ? 1 : backlit ? 0.30f : s.dark() ? 0.22f : 0.80f;
    boolean afloat = Places.of(s.wishes) == Motif.SPACE;
    boolean pale = BRIGHT.contains(motif);
    show = afloat ? 1 : pale ? Math.max(show, 0.72f) : show;
    Tint t =
        afloat ? natural.scale(0.8f) : s.palette.near().scale(0.85f).mix(s.inLight(natural), show);
    float rim = backlit ? 0.85f : 0.42f;
    Tint eye = motif == Motif.OWL || motif == Motif.CAT ? Tint.of("#f2c14a") : Tint.of("#17120f");
    return new Coatwork(
        t,
        s.palette.sun(),
        eye,
        rim * Math.max(0.35f, s.light.strength()),
        own ? 1 : 0.25f + 0.7f * show);
  }

  private Tint natural() {
    return switch (motif) {
      case LION -> Tint.of("#c08a47");
      case FOX -> Tint.of("#c9622a");
      case ELEPHANT, WHALE, DOLPHIN -> Tint.of("#7f868c");
      case SWAN, RABBIT, ASTRONAUT -> Tint.of("#eceae4");
      case DEER, HORSE, OWL -> Tint.of("#8a5f3c");
      case GIRAFFE -> Tint.of("#cf9c53");
      case TURTLE -> Tint.of("#5d7a48");
      case DRAGON -> Tint.of("#4f8a5c");
      case BUTTERFLY -> Tint.of("#e8842a");
      case FISH -> Tint.of("#f08a2a");
      case DOG -> Tint.of("#b58a58");
      case BEAR -> Tint.of("#5b4030");
      default -> Tint.of("#5f6066");
    };
  }

  private void hat(Canvas c, Scene s, Pose p) {
    Tint t = s.inLight(s.own(Motif.HAT, Tint.of("#7a2a2a")));
    float[] head = head();
    float x = p.x() + (p.flip() ? -head[0] : head[0]) * p.size();
    float y = p.y() - head[1] * p.size();
    float r = head[2] * p.size();
    c.ellipse(x, y + r * 0.08f, r * 1.55f, r * 0.30f, t.scale(0.55f), 1);
    c.ellipse(x, y, r * 1.5f, r * 0.27f, t.scale(0.92f), 1);
    Outline crown =
        new Outline()
            .to(x - r * 0.86f, y - r * 0.02f)
            .curve(x - r * 0.80f, y - r * 1.15f, x - r * 0.30f, y - r * 1.12f)
            .curve(x, y - r * 1.02f, x + r * 0.30f, y - r * 1.12f)
            .curve(x + r * 0.80f, y - r * 1.15f, x + r * 0.86f, y - r * 0.02f)
            .curve(x, y + r * 0.24f, x - r * 0.86f, y - r * 0.02f);
    float lx = s.light.x() > x ? 1 : -1;
    c.fill(
        crown,
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - y) / r;
          float k = 0.82f + 0.34f * u * lx - 0.10f * v;
          float ribbon = Maths.smooth(-0.34f, -0.30f, v + 0.10f * u * u) > 0.5f ? 0.42f : 1;
          out[0] = t.r() * k * ribbon;
          out[1] = t.g() * k * ribbon;
          out[2] = t.b() * k * ribbon;
        });
  }

  /** Where a hat sits: x, y and the head's radius, in the figure's measure. */
  private float[] head() {
    return switch (motif) {
      case CAT -> new float[] {0, 0.795f, 0.088f};
      case DOG -> new float[] {0.07f, 0.83f, 0.10f};
      case PERSON -> new float[] {0, 0.985f, 0.056f};
      case COUPLE -> new float[] {-0.2f, 0.985f, 0.054f};
      case OWL -> new float[] {0, 0.92f, 0.15f};
      case RABBIT -> new float[] {0.19f, 0.62f, 0.10f};
      case FOX -> new float[] {0.30f, 0.71f, 0.085f};
      case BEAR -> new float[] {0.43f, 0.66f, 0.10f};
      case HORSE -> new float[] {0.45f, 1.12f, 0.07f};
      case LION -> new float[] {0.33f, 0.86f, 0.11f};
      case ELEPHANT -> new float[] {0.36f, 0.88f, 0.14f};
      default -> new float[] {0.3f, 0.9f, 0.08f};
    };
  }

  private static void visor(Canvas c, Scene s, Pose p) {
    float r = p.size() * 0.085f;
    float x = p.x() + (p.flip() ? -1 : 1) * r * 0.22f;
    float y = p.y() - p.size() * 0.865f;
    c.fill(
        Outline.ellipse(x, y, r, r * 0.82f),
        (px, py, out) -> {
          float u = (px - x) / r;
          float v = (py - y) / r;
          float k =
              Maths.smooth(0.5f, -0.8f, v) * 0.6f
                  + Maths.exp(-((u + 0.35f) * (u + 0.35f) + (v + 0.35f) * (v + 0.35f)) * 9) * 0.7f;
          out[0] = 0.05f + k * s.palette.horizon().r();
          out[1] = 0.06f + k * s.palette.horizon().g() * 0.8f;
          out[2] = 0.12f + k * s.palette.horizon().b();
        });
  }
}
