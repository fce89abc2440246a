package de.notbetrieb;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The rules that we care about, each with its reason. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("de.notbetrieb");

  @Test
  void arrowsBetweenRoomsPointDownOnly() {
    // templates are generated into a package of their own; each belongs to the room it is rendered
    // by
    ApplicationModules.of("de.notbetrieb", resideInAPackage("de.notbetrieb.pages..")).verify();
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    return Map.<String, ArchRule>of(
            "channels and the edge know only what is public",
            noClasses()
                .that()
                .resideInAnyPackage("..channel..", "..edge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "..town..",
                    "..situation..",
                    "..newsroom..",
                    "..access..",
                    "..journal..",
                    "..publishing..",
                    "..staff..")
                .because("public code must not be able to see what is not public"),
            "types of an edition hold no maps and no open objects",
            fields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..edition")
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameStartingWith("Public")
                .should()
                .notHaveRawType(Map.class)
                .andShould()
                .notHaveRawType(Object.class)
                .because("an open type lets through what nobody has looked at"),
            "the domain does not ask for the time",
            noClasses()
                .that()
                .resideOutsideOfPackages("..edge..", "..app..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("who decides by the clock gets it as an argument and can be tested"),
            "only commands and the edge's process write to the console",
            noClasses()
                .that()
                .resideOutsideOfPackage("..app..")
                .and()
                .doNotHaveSimpleName("EdgeMain")
                .should(ACCESS_STANDARD_STREAMS)
                .because("a log line goes to the log, a person's line to a page"),
            "names say what a thing is",
            noClasses()
                .that()
                .resideInAPackage("de.notbetrieb..")
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
                .because("service is the town's word, and the rest says nothing"),
            "only publishing copies into the types of an edition by their constructors",
            noClasses()
                .that()
                .resideOutsideOfPackages("..publishing..", "..edition..", "..pages..")
                .should()
                .callConstructorWhere(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "an edition's",
                        call ->
                            call.getTargetOwner()
                                .isEquivalentTo(de.notbetrieb.edition.Edition.class)))
                .because("the wall has one gate"),
            "SQL lives where the database is",
            noClasses()
                .that()
                .resideOutsideOfPackages("..platform..", "..journal..", "..access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .because("rooms speak to the journal, not to tables"))
        .entrySet()
        .stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
  }
}
