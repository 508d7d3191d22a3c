package dev.easel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;

/**
 * Who may know whom, and where each kind of class lives. A rule is fixed or withdrawn by an ADR.
 */
@AnalyzeClasses(packages = "dev.easel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule layersLookDownwardOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.easel..")
          .layer("domain")
          .definedBy("dev.easel.domain..")
          .layer("service")
          .definedBy("dev.easel.service..")
          .layer("adapter")
          .definedBy("dev.easel.adapter..")
          .layer("batch")
          .definedBy("dev.easel.batch..")
          .layer("web")
          .definedBy("dev.easel.web..")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("batch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("adapter")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("web", "batch");

  @ArchTest
  static final ArchRule domainKnowsOnlyJavaAndMapping =
      classes()
          .that()
          .resideInAPackage("dev.easel.domain..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "jakarta.persistence..",
                      "jakarta.validation..",
                      "dev.easel.domain..")
                  .or(name("jakarta.ejb.ApplicationException")));

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("dev.easel.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("dev.easel.domain.shared..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.easel.domain..")
                  .and(not(resideInAPackage("dev.easel.domain.shared.."))));

  @ArchTest
  static final ArchRule dialectsDoNotKnowEachOther =
      slices().matching("dev.easel.web.api.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule whatDialectsShareKnowsNoDialect =
      noClasses()
          .that()
          .resideInAPackage("dev.easel.web.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.easel.web.api.*..");

  @ArchTest
  static final ArchRule providersDoNotKnowEachOther =
      slices().matching("dev.easel.adapter.provider.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyPersistenceTouchesTheEntityManager =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.easel.adapter.persistence..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule webReachesStateThroughServices =
      noClasses()
          .that()
          .resideInAPackage("dev.easel.web..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository");

  @ArchTest
  static final ArchRule onlyWebSpeaksHttpErrors =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.easel.web..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(WebApplicationException.class);

  @ArchTest
  static final ArchRule ejbOwnsTransactions =
      noClasses()
          .should()
          .beAnnotatedWith(Transactional.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Transactional.class);

  @ArchTest
  static final ArchRule sessionBeansLiveBelowTheWeb =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areAnnotatedWith(Singleton.class)
          .should()
          .resideInAnyPackage("dev.easel.service..", "dev.easel.adapter..", "dev.easel.batch..");

  /** Called through their proxies, others fail, which only the container shows. */
  @ArchTest
  static final ArchRule sessionBeansShareOnlyPublicMethods =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .areNotPrivate()
          .and()
          .areNotStatic()
          .and()
          .areNotAnnotatedWith(PostConstruct.class)
          .should()
          .bePublic();

  @ArchTest
  static final ArchRule whatHasAPathIsAResourceOrAController =
      classes().that().areAnnotatedWith(Path.class).should(be(resource().or(controller())));

  @ArchTest
  static final ArchRule onlyAdaptersCallOthersOverHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.easel.adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs.client..", "java.net.http..");

  @ArchTest
  static final ArchRule entitiesHaveVerbsInsteadOfSetters =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameNotMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule entitiesAreMadeWhole =
      noConstructors()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .and()
          .haveRawParameterTypes(new Class<?>[0])
          .should()
          .bePublic();

  @ArchTest
  static final ArchRule entitiesKeepTheirFieldsToThemselves =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .and()
          .areNotStatic()
          .should()
          .bePrivate();

  @ArchTest
  static final ArchRule injectedFieldsAreReachableByTests =
      fields().that().areAnnotatedWith(Inject.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

  private static DescribedPredicate<JavaClass> resource() {
    return describe(
        "a *Resource of web.api, or of web.ui for its scripts",
        type ->
            type.getSimpleName().endsWith("Resource")
                && (type.getPackageName().startsWith("dev.easel.web.api.")
                    || type.getPackageName().startsWith("dev.easel.web.ui."))
                && !type.isAnnotatedWith(Controller.class));
  }

  private static DescribedPredicate<JavaClass> controller() {
    return describe(
        "a *Controller, or *Files, of web.ui",
        type ->
            type.getPackageName().startsWith("dev.easel.web.ui")
                && (type.isAnnotatedWith(Controller.class)
                    ? type.getSimpleName().endsWith("Controller")
                    : type.getSimpleName().endsWith("Files")));
  }
}
