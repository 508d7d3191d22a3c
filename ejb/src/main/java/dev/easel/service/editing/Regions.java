package dev.easel.service.editing;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.awt.Rectangle;

/** Rectangles as answers print them. Source: seed 001, {@code inpainted_regions}. */
public final class Regions {

  private Regions() {}

  public static JsonObjectBuilder json(Rectangle region) {
    return Json.createObjectBuilder()
        .add("x", region.x)
        .add("y", region.y)
        .add("width", region.width)
        .add("height", region.height);
  }
}
