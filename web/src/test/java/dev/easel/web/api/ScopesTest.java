package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.web.api.openai.AzureApplication;
import dev.easel.web.api.openai.OpenAiApplication;
import dev.easel.web.api.v1.V1Application;
import dev.easel.web.api.v2.V2Application;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No route is left without a scope by oversight. */
class ScopesTest {

  private static final List<Application> DEPLOYED =
      List.of(
          new V1Application(),
          new V2Application(),
          new OpenAiApplication(),
          new AzureApplication());

  /** Any key may look at the catalogue and the plans. */
  private static final Set<String> ANY_KEY =
      Set.of(
          "GenerationConfigResource.list",
          "GenerationConfigResource.get",
          "StyleResource.list",
          "ModelResource.list",
          "ModelResource.get",
          "ModelsResource.list",
          "ModelsResource.detailed",
          "ModelsResource.retrieve",
          "PlanResource.list");

  @Test
  void everyRouteNeedsAScopeOrIsKnownToNeedNone() {
    assertThat(routes().filter(route -> needs(route) == null).map(ScopesTest::name).distinct())
        .containsExactlyInAnyOrderElementsOf(ANY_KEY);
  }

  @Test
  void whatNeedsAScopeIsNotOpenToEverybody() {
    assertThat(
            DEPLOYED.stream()
                .flatMap(application -> application.getClasses().stream())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Open.class)))
        .allMatch(method -> needs(method) == null);
  }

  private static Stream<Method> routes() {
    return DEPLOYED.stream()
        .flatMap(application -> application.getClasses().stream())
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(ScopesTest::answersRequests)
        .filter(method -> !method.isAnnotationPresent(Open.class));
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** As the filter finds it, for resources that inherit their methods too. */
  private static Needs needs(Method method) {
    Needs own = method.getAnnotation(Needs.class);
    return own == null ? method.getDeclaringClass().getAnnotation(Needs.class) : own;
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
