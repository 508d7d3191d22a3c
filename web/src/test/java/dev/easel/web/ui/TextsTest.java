package dev.easel.web.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Role;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF/views");
  private static final Path PAGES = Path.of("src/main/java/dev/easel/web/ui");

  private static final String KEY = "([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+)";
  private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{" + KEY + "[}(]");
  private static final Pattern IN_JAVA =
      Pattern.compile("\\b(?:texts|Texts)\\s*\\.of\\(\\s*\"" + KEY + "\"");

  /** {@code #{${'role.' + …}}} and {@code texts.of("role." + …)}: all keys that begin so. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:#\\{\\$\\{'|texts\\.of\\(\\s*\")([a-z][A-Za-z0-9_.-]*\\.)['\"]");

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException {
    Set<String> missing = new TreeSet<>(asked(VIEWS, IN_TEMPLATES));
    missing.addAll(asked(PAGES, IN_JAVA));
    missing.removeAll(texts().stringPropertyNames());

    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> unused = new TreeSet<>(texts().stringPropertyNames());
    unused.removeAll(asked(VIEWS, IN_TEMPLATES));
    unused.removeAll(asked(PAGES, IN_JAVA));
    Set<String> beginnings = asked(VIEWS, BEGINNING);
    beginnings.addAll(asked(PAGES, BEGINNING));
    unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));

    assertThat(unused).isEmpty();
  }

  @Test
  void everyWordOfAnEnumIsThere() throws IOException {
    Set<String> wanted =
        Stream.concat(
                Stream.of(Role.values()).map(role -> "role." + role.name()),
                Stream.of(GenerationStatus.values())
                    .filter(status -> !status.isFinal())
                    .map(status -> "studio.status." + status.wire()))
            .collect(Collectors.toSet());

    assertThat(texts().stringPropertyNames()).containsAll(wanted);
  }

  @Test
  void everyTextIsAPatternWithTypographicQuotationMarks() throws IOException {
    Properties texts = texts();
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
      new MessageFormat(text, Locale.ENGLISH);
    }
  }

  @Test
  void aKeyBeginsWithTheNameOfItsFile() throws IOException {
    for (Path file : files(MESSAGES, ".properties")) {
      String section = file.getFileName().toString().replace(".properties", "");
      assertThat(read(file).stringPropertyNames()).allMatch(key -> key.startsWith(section + "."));
    }
  }

  /** What is put into a text is not escaped there, and utext escapes nothing. */
  @Test
  void aTextWithMarkupHasNoValues() throws IOException {
    for (Path file : files(VIEWS, ".html")) {
      assertThat(Files.readString(file, UTF_8))
          .as(file.toString())
          .doesNotContainPattern("th:utext=\"[^\"]*#\\{[^}\"]*\\(");
    }
  }

  @Test
  void valuesArePutIn() {
    assertThat(new Texts().of("common.credits", new BigDecimal("2.50"))).isEqualTo("2.5 credits");
    assertThat(new Texts().of("common.credits", BigDecimal.ONE)).isEqualTo("1 credit");
  }

  @Test
  void aTextThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new Texts().of("common.nothing"))
        .isInstanceOf(MissingResourceException.class);
  }

  private static Properties texts() throws IOException {
    Properties all = new Properties();
    for (Path file : files(MESSAGES, ".properties")) {
      all.putAll(read(file));
    }
    return all;
  }

  private static Properties read(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader text = Files.newBufferedReader(file, UTF_8)) {
      read.load(text);
    }
    return read;
  }

  private static Set<String> asked(Path root, Pattern pattern) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(root, ".html", ".java")) {
      pattern
          .matcher(Files.readString(file, UTF_8))
          .results()
          .map(found -> found.group(1))
          .forEach(keys::add);
    }
    return keys;
  }

  private static List<Path> files(Path root, String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }
}
