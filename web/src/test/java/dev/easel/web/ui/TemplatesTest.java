package dev.easel.web.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Pattern FIXED = Pattern.compile("@\\{(/(?:webjars|static)/[^}(]+)}");
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

  @Test
  void everyScriptAndStyleIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String template : templates()) {
      FIXED
          .matcher(template)
          .results()
          .map(found -> found.group(1))
          .filter(address -> !isThere(address))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void nothingIsInlineThatThePolicyForbids() throws IOException {
    assertThat(templates())
        .filteredOn(template -> !template.contains("@page")) // the statement is kept as one file
        .noneMatch(template -> INLINE.matcher(template).find());
  }

  @Test
  void everyFormThatChangesSomethingBearsItsToken() throws IOException {
    Pattern form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    for (String template : templates()) {
      assertThat(form.matcher(template).results().map(MatchResult::group))
          .allMatch(found -> found.contains("name=\"_csrf\""));
    }
  }

  private static boolean isThere(String address) {
    return address.startsWith("/static/")
        ? Files.exists(WEBAPP.resolve(address.substring(1)))
        : TemplatesTest.class.getResource("/META-INF/resources" + address) != null;
  }

  private static Set<String> templates() throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP.resolve("WEB-INF/views"))) {
      Set<String> read = new TreeSet<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        read.add(Files.readString(file, UTF_8));
      }
      return read;
    }
  }
}
