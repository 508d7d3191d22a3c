package dev.easel.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the contact sheet of edits shows, in its order. */
final class EditCells {

  private static final String FILTERS = "api/v2/process/filters";
  private static final String CUTOUT = "api/v2/process/remove-background";
  private static final String UPSCALE = "api/v2/process/upscale";
  private static final String RESTORE = "api/v2/process/restore";
  private static final String PORTRAIT = "portrait";
  private static final String DETAIL = "detail";
  private static final String SMALL = "small";
  private static final String NOISY = "noisy";
  private static final String BLOCKY = "blocky";

  private final List<Cell> cells = new ArrayList<>();

  /**
   * One picture of the sheet.
   *
   * @param caption below it
   * @param path of the call that makes it; empty for the source itself
   * @param members of the body, in which {@code $name} stands for the id of an earlier picture
   * @param name by which later cells may use the picture; empty if none does
   */
  record Cell(String caption, String path, Map<String, Object> members, String name) {}

  static List<Cell> all() {
    EditCells all = new EditCells();
    all.cells.add(new Cell("source", "", Map.of(), PORTRAIT));
    all.tones();
    all.shapes();
    all.art();
    all.backgrounds();
    all.enlargements();
    all.restorations();
    all.paintings();
    return all.cells;
  }

  private void tones() {
    filter("brightness 1.4", Map.of("type", "brightness", "value", 1.4));
    filter("contrast 1.6", Map.of("type", "contrast", "value", 1.6));
    filter("saturation 2", Map.of("type", "saturation", "value", 2));
    filter("hue 120", Map.of("type", "hue", "value", 120));
    filter("gamma 1.8", Map.of("type", "gamma", "value", 1.8));
    filter("auto_levels 5 %", Map.of("type", "auto_levels", "clip", 5));
    filter("grayscale", Map.of("type", "grayscale"));
    filter("sepia", Map.of("type", "sepia"));
    filter("invert", Map.of("type", "invert"));
    filter("posterize 4", Map.of("type", "posterize", "levels", 4));
    filter("vignette 0.9", Map.of("type", "vignette", "intensity", 0.9));
    filter("noise 0.3", Map.of("type", "noise", "amount", 0.3));
  }

  private void shapes() {
    filter("blur 6", Map.of("type", "blur", "radius", 6));
    filter("sharpen 3", Map.of("type", "sharpen", "amount", 3, "radius", 2));
    filter("pixelate 12", Map.of("type", "pixelate", "size", 12));
    filter("edge", Map.of("type", "edge"));
    filter("emboss", Map.of("type", "emboss"));
    filter("rotate 20", Map.of("type", "rotate", "degrees", 20));
    filter("flip", Map.of("type", "flip"));
    filter("crop", Map.of("type", "crop", "x", 90, "y", 20, "width", 180, "height", 240));
    filter("resize 400x240, stretch", Map.of("type", "resize", "width", 400, "height", 240));
    filter("watermark", Map.of("type", "watermark", "text", "Easel", "size", 0.16, "opacity", 0.8));
  }

  private void art() {
    add(
        "grayscale, contrast, noise",
        FILTERS,
        filters(
            PORTRAIT,
            Map.of("type", "grayscale"),
            Map.of("type", "contrast", "value", 1.3),
            Map.of("type", "noise", "amount", 0.25)));
    for (String style :
        List.of(
            "oil_painting",
            "watercolor",
            "pencil_sketch",
            "cartoon",
            "stylization",
            "pop_art",
            "impressionist")) {
      filter(style, Map.of("type", "artistic", "style", style));
    }
  }

  private void backgrounds() {
    add("background removed", CUTOUT, Map.of("image_url", "$" + PORTRAIT));
    replaced("background: a colour", Map.of("color", "#2a6f97"));
    replaced("background: blurred", Map.of("blur", 12));
    add("a sunset by easel/sketch", "api/v2/generate/text-to-image", sunset(), "sunset");
    replaced("background: that picture", Map.of("image_url", "$sunset"));
  }

  private static Map<String, Object> sunset() {
    return Map.of(
        "model",
        "easel/sketch",
        "prompt",
        "a serene lake at sunset, mountains",
        "parameters",
        Map.of("width", 400, "height", 400, "seed", 11));
  }

  private void replaced(String caption, Map<String, Object> background) {
    add(
        caption,
        CUTOUT,
        Map.of("image_url", "$" + PORTRAIT, "mode", "replace", "background", background));
  }

  private void enlargements() {
    Map<String, Object> face =
        Map.of("type", "crop", "x", 116, "y", 36, "width", 120, "height", 120);
    Map<String, Object> shrink = Map.of("type", "resize", "width", 50);
    add("50 pixels, as they are", FILTERS, filters(PORTRAIT, face, shrink), SMALL);
    enlarged("upscale x4, lanczos", "lanczos", false);
    enlarged("upscale x4, real-esrgan", "real-esrgan", false);
    enlarged("the same, faces enhanced", "real-esrgan", true);
    enlarged("upscale x4, -anime", "real-esrgan-anime", false);
  }

  private void enlarged(String caption, String model, boolean faces) {
    add(
        caption,
        UPSCALE,
        Map.of(
            "image_url", "$" + SMALL, "model", model, "scale_factor", 4, "enhance_faces", faces));
  }

  private void restorations() {
    Map<String, Object> part =
        Map.of("type", "crop", "x", 76, "y", 16, "width", 200, "height", 200);
    Map<String, Object> noise = Map.of("type", "noise", "amount", 0.2);
    add("a detail with noise", FILTERS, filters(PORTRAIT, part, noise), NOISY);
    add("restore, noise", RESTORE, Map.of("image_url", "$" + NOISY, "damage", "noise"));
    Map<String, Object> jpeg = new HashMap<>(filters(PORTRAIT, part));
    jpeg.put("output_format", "jpg");
    jpeg.put("output_quality", 15);
    add("a detail, JPEG quality 15", FILTERS, jpeg, BLOCKY);
    add("restore, jpeg", RESTORE, Map.of("image_url", "$" + BLOCKY, "damage", "jpeg"));
  }

  private void paintings() {
    add(
        "image to image, easel/sketch",
        "api/v2/generate/image-to-image",
        Map.of(
            "model",
            "easel/sketch",
            "init_image",
            "$sunset",
            "prompt",
            "northern lights over a snowy cabin",
            "strength",
            0.6,
            "parameters",
            Map.of("seed", 11)));
    add(
        "inpaint, easel/sketch",
        "api/v2/generate/inpaint",
        Map.of(
            "model",
            "easel/sketch",
            "init_image",
            "$sunset",
            "mask_image",
            "$mask",
            "prompt",
            "a hot air balloon over a canyon",
            "mask_blur",
            6,
            "parameters",
            Map.of("seed", 11)));
    add("analyze", "api/v2/process/analyze", Map.of("image_url", "$" + PORTRAIT));
  }

  private void filter(String caption, Map<String, Object> filter) {
    add(caption, FILTERS, filters(PORTRAIT, filter));
  }

  @SafeVarargs
  private static Map<String, Object> filters(String picture, Map<String, Object>... filters) {
    return Map.of("image_url", "$" + picture, "filters", List.of(filters));
  }

  private void add(String caption, String path, Map<String, Object> members) {
    add(caption, path, members, "");
  }

  private void add(String caption, String path, Map<String, Object> members, String name) {
    cells.add(new Cell(caption, path, members, name));
  }
}
