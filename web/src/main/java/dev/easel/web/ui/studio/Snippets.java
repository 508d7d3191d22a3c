package dev.easel.web.ui.studio;

import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.service.editing.EditInputs;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A generation as the request that makes it again, in the languages of those who call us. The key
 * is read from the environment, so that none ends in a file.
 */
final class Snippets {

  private static final Map<Operation, String> PATHS =
      Map.of(
          Operation.TEXT_TO_IMAGE, "text-to-image",
          Operation.IMAGE_TO_IMAGE, "image-to-image",
          Operation.INPAINT, "inpaint");

  /** A member at the end of its line, so that it cannot be part of a text. */
  private static final Pattern TRUTH = Pattern.compile("(?m)\": (?:true|false),?$");

  private Snippets() {}

  /** A snippet under its language's name. */
  public record Snippet(String language, String code) {}

  /**
   * @param base of our addresses
   * @return nothing for processes, whose requests take other members
   */
  static List<Snippet> of(Generation generation, String base) {
    if (!PATHS.containsKey(generation.operation())) {
      return List.of();
    }
    String url = base + "/api/v2/generate/" + PATHS.get(generation.operation());
    String body = WireJson.pretty(body(generation));
    return Stream.of(
            new Snippet("curl", curl(url, body)),
            new Snippet("Python", python(url, body)),
            new Snippet("JavaScript", javaScript(url, body)),
            new Snippet("Java", java(url, body)))
        .toList();
  }

  private static JsonObject body(Generation generation) {
    JsonObjectBuilder body =
        WireJson.object()
            .add("model", generation.modelId())
            .add("prompt", generation.effectivePrompt());
    if (!generation.negativePrompt().isBlank()) {
      body.add("negative_prompt", generation.negativePrompt());
    }
    generation
        .initImageId()
        .ifPresent(id -> body.add("init_image", id).add("strength", generation.strength()));
    generation.maskImageId().ifPresent(id -> addMask(body, id, generation.edit().settings()));
    return body.add(
            "parameters",
            WireJson.object()
                .add("width", generation.size().width())
                .add("height", generation.size().height())
                .add("num_outputs", generation.count())
                .add("num_inference_steps", generation.steps())
                .add("guidance_scale", generation.guidance())
                .add("seed", generation.seed()))
        .build();
  }

  private static void addMask(JsonObjectBuilder body, String id, String settings) {
    JsonObject edit = WireJson.parse(settings);
    body.add("mask_image", id)
        .add("preserve_masked_area", EditInputs.polarity(settings) == Polarity.DARK);
    if (edit.containsKey("mask_blur")) {
      body.add("mask_blur", edit.get("mask_blur"));
    }
  }

  /** Between single quotation marks the shell reads nothing but their end. */
  private static String curl(String url, String body) {
    return """
        curl -s %s \\
          -H "Authorization: Bearer $EASEL_API_KEY" \\
          -H 'Content-Type: application/json' \\
          -d '%s'
        """
        .formatted(url, body.replace("'", "'\\''"));
  }

  /** JSON is Python but for its two words of truth. */
  private static String python(String url, String body) {
    return """
        import os
        import requests

        answer = requests.post(
            "%s",
            headers={"Authorization": f"Bearer {os.environ['EASEL_API_KEY']}"},
            json=%s,
        )
        answer.raise_for_status()
        print(answer.json())
        """
        .formatted(url, TRUTH.matcher(body).replaceAll(found -> pythonWord(found.group())));
  }

  private static String pythonWord(String line) {
    return line.replace(": true", ": True").replace(": false", ": False");
  }

  private static String javaScript(String url, String body) {
    return """
        const answer = await fetch('%s', {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${process.env.EASEL_API_KEY}`,
            'Content-Type': 'application/json',
          },
          body: JSON.stringify(%s),
        });
        if (!answer.ok) throw new Error(await answer.text());
        console.log(await answer.json());
        """
        .formatted(url, body);
  }

  private static String java(String url, String body) {
    return """
        var request = HttpRequest.newBuilder(URI.create("%s"))
            .header("Authorization", "Bearer " + System.getenv("EASEL_API_KEY"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(%s))
            .build();
        var answer = HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.body());
        """
        .formatted(url, literal(body));
  }

  /** A text block; what would end it or be read as an escape is escaped. */
  private static String literal(String text) {
    return "\"\"\"\n"
        + text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").indent(8)
        + "        \"\"\"";
  }
}
