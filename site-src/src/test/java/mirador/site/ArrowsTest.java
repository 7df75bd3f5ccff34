package mirador.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the modules go one way, and the ideas know no platform. */
class ArrowsTest {
  private static final String CONCEPTS = "mirador.concepts..";
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    List<Path> modules =
        Stream.of("concepts", "models", "webapp", "training", "site-src")
            .map(module -> SampleCourse.REPOSITORY.resolve(module).resolve("target/classes"))
            .toList();
    Assumptions.assumeTrue(
        modules.stream().allMatch(Files::isDirectory), "compile all modules first");
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(modules);
  }

  @Test
  void conceptsImportNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(CONCEPTS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "mirador.web..", "mirador.site..", "mirador.training..", "mirador.models..")
        .check(classes);
  }

  @Test
  void conceptsKnowNoBrowserFileThreadOrClock() {
    noClasses()
        .that()
        .resideInAPackage(CONCEPTS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.net..",
            "java.time..",
            "java.awt..",
            "java.util.concurrent..",
            "java.util.regex..",
            "org.teavm..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(CONCEPTS)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(classes);
  }

  @Test
  void modelsImportConceptsAlone() {
    noClasses()
        .that()
        .resideInAPackage("mirador.models..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("mirador.web..", "mirador.site..", "mirador.training..")
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void webappImportsConceptsAlone() {
    noClasses()
        .that()
        .resideInAPackage("mirador.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("mirador.site..", "mirador.training..", "mirador.models..")
        .check(classes);
  }

  @Test
  void theSiteImportsConceptsAndModelsAlone() {
    noClasses()
        .that()
        .resideInAPackage("mirador.site..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("mirador.web..", "mirador.training..")
        .check(classes);
  }

  @Test
  void trainingImportsConceptsAndModelsAlone() {
    noClasses()
        .that()
        .resideInAPackage("mirador.training..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("mirador.web..", "mirador.site..")
        .check(classes);
  }
}
