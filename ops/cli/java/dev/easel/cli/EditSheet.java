package dev.easel.cli;

import dev.easel.cli.EditCells.Cell;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Has a server do every operation on one photograph and lays the results side by side. The sheet
 * itself is encoded by the server, too, so that it can be a WebP.
 */
public final class EditSheet {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final List<String> MAKINGS =
      List.of("processed_image", "result", "enhanced_image", "image");

  private final EaselApi api;
  private final Map<String, String> ids = new HashMap<>();

  private EditSheet(EaselApi api) {
    this.api = api;
  }

  /**
   * Exit status: 0 the sheet is written, 1 it is not, 2 the arguments make no sense.
   *
   * @param arguments the photograph, 400 pixels square, and the file to write
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    if (arguments.length != 2) {
      System.err.println("easel: the photograph and the file to write are needed");
      System.exit(2);
    }
    try {
      EaselApi api = new EaselApi(System.getenv("EASEL_URL"), System.getenv("EASEL_API_KEY"));
      new EditSheet(api).write(Path.of(arguments[0]), Path.of(arguments[1]));
    } catch (CommandFailure | IOException | UncheckedIOException e) {
      System.err.println("easel: " + e.getMessage());
      System.exit(1);
    }
  }

  private void write(Path photograph, Path file) throws IOException {
    BufferedImage source = ImageIO.read(photograph.toFile());
    ids.put("portrait", upload(Files.readAllBytes(photograph)));
    ids.put("mask", upload(png(mask(source.getWidth(), source.getHeight()))));
    List<Cell> cells = EditCells.all();
    SheetPaper paper = new SheetPaper(cells.size());
    for (Cell cell : cells) {
      System.err.println(cell.caption());
      if (cell.path().isEmpty()) {
        paper.add(cell.caption(), source);
      } else {
        place(cell, source, paper);
      }
    }
    encode(paper.sheet(), file);
  }

  private void place(Cell cell, BufferedImage source, SheetPaper paper) throws IOException {
    Map<String, Object> answer = made(cell.path(), named(cell.members()));
    Map<String, Object> analysis = Fields.map(answer.get("analysis"));
    if (!analysis.isEmpty()) {
      paper.addAnalysis(cell.caption(), source, analysis);
      return;
    }
    Map<String, Object> image = image(answer);
    String id = Fields.text(image.get("image_id"), Fields.text(image.get("id"), ""));
    if (!cell.name().isEmpty()) {
      ids.put(cell.name(), id);
    }
    paper.add(cell.caption(), fetched(Fields.text(image.get("url"), "")));
  }

  private static Map<String, Object> image(Map<String, Object> answer) {
    for (String member : MAKINGS) {
      if (answer.containsKey(member)) {
        return Fields.map(answer.get(member));
      }
    }
    List<Map<String, Object>> images = Fields.maps(answer.get("images"));
    return images.isEmpty() ? Map.of() : images.get(0);
  }

  private Map<String, Object> made(String path, Map<String, Object> body) {
    Map<String, Object> answer = api.call("POST", path, body);
    while (List.of("queued", "processing").contains(Fields.text(answer.get("status"), ""))) {
      Pause.of(BETWEEN_LOOKS);
      answer = api.generation(Fields.text(answer.get("id"), ""));
    }
    if (!Fields.text(answer.get("status"), "").equals("completed")) {
      throw new CommandFailure(path + ": " + Fields.failure(answer, "it did not complete"));
    }
    return answer;
  }

  /** The same members with ids in place of names. */
  private Map<String, Object> named(Map<String, Object> members) {
    Map<String, Object> named = new HashMap<>();
    members.forEach((name, value) -> named.put(name, named(value)));
    return named;
  }

  private Object named(Object value) {
    if (value instanceof Map<?, ?>) {
      return named(Fields.map(value));
    }
    return value instanceof String text && text.startsWith("$")
        ? ids.get(text.substring(1))
        : value;
  }

  private String upload(byte[] content) {
    String data = Base64.getEncoder().encodeToString(content);
    return Fields.text(api.call("POST", "api/v2/assets", Map.of("data", data)).get("id"), "");
  }

  private BufferedImage fetched(String url) throws IOException {
    Path file = Files.createTempFile("easel-demo", ".image");
    try {
      api.download(url, file);
      return ImageIO.read(file.toFile());
    } finally {
      Files.delete(file);
    }
  }

  private void encode(BufferedImage sheet, Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String format = name.substring(name.lastIndexOf('.') + 1);
    Map<String, Object> nothing = Map.of("type", "brightness", "value", 1);
    Map<String, Object> order =
        Map.of(
            "image_url",
            upload(png(sheet)),
            "filters",
            List.of(nothing),
            "output_format",
            format.equals("jpeg") ? "jpg" : format,
            "output_quality",
            72);
    Map<String, Object> answer = made("api/v2/process/filters", order);
    api.download(Fields.text(image(answer).get("url"), ""), file);
  }

  /** An ellipse in the middle is to be repainted. */
  private static BufferedImage mask(int width, int height) {
    BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = mask.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    return mask;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
