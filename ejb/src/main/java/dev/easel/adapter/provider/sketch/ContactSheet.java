package dev.easel.adapter.provider.sketch;

import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderedImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Paints two dozen prompts into one labelled sheet: the painter's sample card. */
public final class ContactSheet implements RenderListener {

  private static final List<String> PROMPTS =
      List.of(
          "Japanese garden, cherry, koi, bridge, sunset",
          "a cyberpunk street scene at night",
          "a majestic lion in the savanna",
          "a serene lake at sunset, mountains",
          "a magical forest with glowing mushrooms",
          "a retro 80s synthwave sunset with palms",
          "misty mountains at dawn",
          "a tropical beach with a sailboat",
          "northern lights over a snowy cabin",
          "a lighthouse on a cliff in a thunderstorm",
          "desert dunes and cactus, golden hour",
          "a volcano at night",
          "a futuristic city at night",
          "a lavender field with a windmill",
          "underwater coral reef with fish",
          "hot air balloons over a canyon",
          "wireless headphones on marble, studio light",
          "still life with a vase of flowers and apples",
          "a village in winter, snowfall",
          "impressionist autumn river",
          "watercolor of a castle in spring",
          "ink drawing of a pagoda and pines",
          "pixel art waterfall",
          "abstract waves in teal and gold");

  private static final int COLUMNS = 6;
  private static final int SIDE = 320;
  private static final int LABEL = 26;
  private static final long SEED = 11;

  private BufferedImage latest;

  /**
   * Writes the sheet as PNG or JPEG, by the ending of the file's name.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Usage: ContactSheet OUT.png");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    File out = new File(arguments[0]);
    String format = out.getName().endsWith(".jpg") ? "jpg" : "png";
    ImageIO.write(paint(), format, out);
  }

  static BufferedImage paint() {
    int rows = (PROMPTS.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * SIDE, rows * (SIDE + LABEL), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(new Color(0xE8E6E0));
    for (int i = 0; i < PROMPTS.size(); i++) {
      int x = i % COLUMNS * SIDE;
      int y = i / COLUMNS * (SIDE + LABEL);
      g.drawImage(painted(PROMPTS.get(i)), x, y, null);
      g.drawString(PROMPTS.get(i), x + 6, y + SIDE + 17);
    }
    g.dispose();
    return sheet;
  }

  /** Painted at twice the size and halved: a sheet shows pictures, not pixels. */
  private static BufferedImage painted(String prompt) {
    BufferedImage whole = picture(prompt, SIDE * 2, SEED);
    BufferedImage half = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    half.setRGB(0, 0, SIDE, SIDE, Resample.argb(whole, SIDE, SIDE), 0, SIDE);
    return half;
  }

  /** One square picture of the prompt. */
  static BufferedImage picture(String prompt, int side, long seed) {
    ContactSheet receiver = new ContactSheet();
    Optional<BufferedImage> none = Optional.empty();
    new SketchProvider()
        .render(
            new RenderOrder(
                "sample",
                1,
                "easel/sketch",
                prompt,
                "",
                side,
                side,
                1,
                seed,
                30,
                7.5,
                "",
                1,
                none,
                none,
                false,
                0,
                RenderOrder.Work.PLAIN),
            receiver);
    return receiver.latest;
  }

  @Override
  public void progress(double fraction) {
    // A sheet is quickly done; nobody watches.
  }

  @Override
  public void preview(int index, BufferedImage partial) {
    // None are ordered.
  }

  @Override
  public void delivered(RenderedImage image) {
    latest = image.pixels();
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
