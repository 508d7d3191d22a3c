package dev.easel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.web.api.openai.AzureApplication;
import dev.easel.web.api.openai.OpenAiApplication;
import dev.easel.web.api.v1.V1Application;
import dev.easel.web.api.v2.V2Application;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document and the code name the same routes, neither more nor fewer. */
class RoutesTest {

  private static final List<Application> DEPLOYED =
      List.of(
          new V1Application(),
          new V2Application(),
          new OpenAiApplication(),
          new AzureApplication());

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private final Node root = new OpenApi().root("http://localhost");

  @Test
  void everyDeployedRouteIsDescribedAndNoOther() {
    assertThat(described(this::belongsToASurface)).isEqualTo(deployed());
  }

  @Test
  void everyServletForClientsIsDescribed() {
    assertThat(described(path -> !belongsToASurface(path)))
        .containsExactlyInAnyOrder(
            "GET /files/{image}/{name}",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /openapi",
            "GET /openapi.yaml");
  }

  @Test
  void everyPathParameterIsDescribed() {
    operations()
        .forEach(
            route -> {
              Node path = root.get("paths").get(route.path());
              Node operation = path.get(route.verb());
              Set<String> named = new TreeSet<>();
              Stream.of(path, operation)
                  .flatMap(place -> place.get("parameters").items().stream())
                  .filter(parameter -> parameter.text("in").equals("path"))
                  .forEach(parameter -> named.add("{" + parameter.text("name") + "}"));
              Set<String> wanted = new TreeSet<>();
              PARAMETER.matcher(route.path()).results().forEach(m -> wanted.add(m.group()));
              assertThat(named).as(route.toString()).isEqualTo(wanted);
            });
  }

  @Test
  void everyOperationHasItsOwnIdAndAnAnswer() {
    List<Node> all = operations().map(r -> root.get("paths").get(r.path()).get(r.verb())).toList();

    assertThat(all).extracting(operation -> operation.text("operationId")).doesNotHaveDuplicates();
    assertThat(all).allMatch(operation -> !operation.get("responses").members().isEmpty());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    String json = new OpenApi().json("http://localhost");

    Stream.of(json.split("\"\\$ref\":\"#/"))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf('"')))
        .forEach(path -> assertThat(at(path).exists()).as(path).isTrue());
  }

  private record Route(String verb, String path) {}

  private Stream<Route> operations() {
    return root.get("paths").members().entrySet().stream()
        .flatMap(
            path ->
                path.getValue().members().keySet().stream()
                    .filter(VERBS::contains)
                    .map(verb -> new Route(verb, path.getKey())));
  }

  private Set<String> described(Predicate<String> wanted) {
    Set<String> routes = new TreeSet<>();
    operations()
        .filter(route -> wanted.test(route.path()))
        .forEach(route -> routes.add(route.verb().toUpperCase(Locale.ROOT) + " " + route.path()));
    return routes;
  }

  private boolean belongsToASurface(String path) {
    return path.startsWith("/api/") || path.startsWith("/v1/") || path.startsWith("/openai/");
  }

  private Node at(String path) {
    Node found = root;
    for (String step : path.split("/")) {
      found = found.get(step);
    }
    return found;
  }

  private static Set<String> deployed() {
    Set<String> routes = new TreeSet<>();
    for (Application application : DEPLOYED) {
      String base = "/" + application.getClass().getAnnotation(ApplicationPath.class).value();
      application.getClasses().stream()
          .filter(type -> type.isAnnotationPresent(Path.class))
          .forEach(type -> addRoutes(base, type, routes));
    }
    return routes;
  }

  private static void addRoutes(String base, Class<?> resource, Set<String> routes) {
    String under = base + "/" + resource.getAnnotation(Path.class).value();
    for (Method method : resource.getMethods()) {
      Path own = method.getAnnotation(Path.class);
      String path = own == null ? under : under + "/" + own.value();
      Arrays.stream(method.getAnnotations())
          .map(Annotation::annotationType)
          .filter(type -> type.isAnnotationPresent(HttpMethod.class))
          .forEach(
              type -> routes.add(type.getAnnotation(HttpMethod.class).value() + " " + plain(path)));
    }
  }

  /** Without the patterns of JAX-RS: {@code {id: .+}} is {@code {id}}. */
  private static String plain(String path) {
    return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
  }
}
