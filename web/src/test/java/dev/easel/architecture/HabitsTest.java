package dev.easel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/** Habits of the house that a compiler does not see. */
@AnalyzeClasses(packages = "dev.easel", importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

  private static final String BATCH = "dev.easel.batch..";

  @ArchTest
  static final ArchRule thePresentComesFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.easel.adapter.time..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule idsAreMadeInOnePlace =
      noClasses()
          .that()
          .resideInAnyPackage("dev.easel.domain..", "dev.easel.service..", BATCH)
          .should()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule logTextIsMadeOnlyWhenItIsWanted =
      noClasses()
          .should()
          .callCodeUnitWhere(target(owner(assignableTo(Logger.class))).and(target(takesText())));

  @ArchTest
  static final ArchRule whatWritesAnswersKeepsNoState =
      classes()
          .that()
          .resideInAPackage("dev.easel.web.api..")
          .and()
          .haveSimpleNameEndingWith("Json")
          .should(be(stateless()));

  @ArchTest
  static final ArchRule batchArtifactsAreNamedBeansOfTheirStep =
      classes()
          .that()
          .areAssignableTo(resideInAPackage("jakarta.batch.api.."))
          .should()
          .beAnnotatedWith(Dependent.class)
          .andShould()
          .beAnnotatedWith(Named.class)
          .andShould()
          .resideInAPackage(BATCH);

  @ArchTest
  static final ArchRule batchArtifactsShareNoState =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(BATCH)
          .and()
          .areStatic()
          .should()
          .beFinal()
          .allowEmptyShould(true);

  /** A resource nobody lists is never called, and nothing else would tell. */
  @ArchTest
  static void everyResourceIsListedByAnApplicationOfItsDialect(JavaClasses all)
      throws ReflectiveOperationException {
    Set<String> listed = new HashSet<>();
    for (JavaClass application : all.that(are(ApplicationPath.class))) {
      Application made = (Application) application.reflect().getDeclaredConstructor().newInstance();
      made.getClasses().stream()
          .filter(type -> belongs(type, application))
          .map(Class::getName)
          .forEach(listed::add);
    }
    Set<String> resources = new HashSet<>();
    all.that(are(Path.class)).forEach(type -> resources.add(type.getName()));

    assertThat(resources).isNotEmpty();
    assertThat(listed).containsAll(resources);
  }

  private static boolean belongs(Class<?> type, JavaClass application) {
    return (type.getPackageName() + ".").startsWith(application.getPackageName() + ".");
  }

  private static DescribedPredicate<JavaClass> are(Class<? extends Annotation> annotation) {
    return describe(annotation.getSimpleName(), type -> type.isAnnotatedWith(annotation));
  }

  private static DescribedPredicate<CodeUnitCallTarget> takesText() {
    return describe(
        "message text instead of a supplier",
        call ->
            !call.getName().equals("getLogger")
                && call.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isEquivalentTo(String.class)));
  }

  private static DescribedPredicate<JavaClass> stateless() {
    return describe(
        "without state of their own",
        type ->
            type.getFields().stream()
                .allMatch(
                    field ->
                        field.getModifiers().contains(FINAL)
                            || field.isAnnotatedWith(Inject.class)));
  }
}
