package dev.easel.web.ui.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetsTest {

  /** All that any of the languages could take for something else. */
  private static final String ODD =
      "it's \"odd\" \"\"\" \\ \\n ${HOME} $(id) `id` #{x} : true\nsecond line: false\tend \u00e9\ud83e\udd8a";

  @Test
  void aProcessHasNone() {
    assertThat(Snippets.of(generation(Operation.UPSCALE, "x"), "http://here")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a hill", ODD, "'", "\"\"\"", "\\"})
  void aShellSendsThePromptAsItWas(String prompt) throws Exception {
    Process shell =
        new ProcessBuilder(
                "bash", "-c", "curl() { printf '%s' \"${@: -1}\"; }\n" + code("curl", prompt))
            .redirectErrorStream(true)
            .start();
    String sent = new String(shell.getInputStream().readAllBytes(), UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(WireJson.parse(sent).getString("prompt")).isEqualTo(prompt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a hill", ODD, "'", "\"\"\"", "\\"})
  void javaReadsTheSameBody(String prompt, @TempDir Path folder) throws Exception {
    String code = code("Java", prompt);
    String literal =
        code.substring(code.indexOf("ofString(") + 9, code.indexOf("))\n    .build()"));
    assertThat(WireJson.parse(evaluated(literal, folder)).getString("prompt")).isEqualTo(prompt);
  }

  @Test
  void aMaskIsSentWithItsPolarity() {
    JsonObject body = body(Operation.INPAINT, "a barn");

    assertThat(body.getString("mask_image")).isEqualTo("ast_2");
    assertThat(body.getBoolean("preserve_masked_area")).isTrue();
    assertThat(body.getInt("mask_blur")).isEqualTo(4);
    assertThat(python(Operation.INPAINT)).contains("\"preserve_masked_area\": True");
  }

  private static JsonObject body(Operation operation, String prompt) {
    String code = Snippets.of(generation(operation, prompt), "http://here").get(0).code();
    return WireJson.parse(code.substring(code.indexOf("-d '") + 4, code.lastIndexOf('\'')));
  }

  private static String python(Operation operation) {
    return Snippets.of(generation(operation, "x"), "http://here").get(1).code();
  }

  private static String code(String language, String prompt) {
    return Snippets.of(generation(Operation.TEXT_TO_IMAGE, prompt), "http://here").stream()
        .filter(snippet -> snippet.language().equals(language))
        .map(Snippets.Snippet::code)
        .findFirst()
        .orElseThrow();
  }

  private static String evaluated(String literal, Path folder) throws Exception {
    Path source = folder.resolve("Text.java");
    Files.writeString(
        source, "public class Text { public static String text() { return " + literal + "; } }");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, "-encoding", "UTF-8", source.toString())).isZero();
    return run(folder.toUri());
  }

  private static String run(URI folder) throws ReflectiveOperationException, IOException {
    try (var loader = new java.net.URLClassLoader(new java.net.URL[] {folder.toURL()})) {
      return (String) loader.loadClass("Text").getMethod("text").invoke(null);
    }
  }

  private static Generation generation(Operation operation, String prompt) {
    boolean masked = operation == Operation.INPAINT;
    Order order =
        new Order(
            operation,
            "easel/sketch",
            prompt,
            "",
            prompt,
            new Size(64, 64),
            1,
            1,
            1,
            0,
            1,
            "",
            "",
            "",
            ImageFormat.PNG,
            95,
            false,
            0,
            masked ? "ast_1" : null,
            masked ? "ast_2" : null,
            Edit.of("{\"mask\":\"dark\",\"mask_blur\":4}"),
            false,
            List.of());
    return new Generation(
        new Caller("ten_1", "user_1", "key_1", "enterprise", true),
        order,
        new Origin(Surface.UI, "req_1", null, null, null, null, null),
        new Price("rule", 1, Credits.ZERO, 1),
        Instant.EPOCH);
  }
}
