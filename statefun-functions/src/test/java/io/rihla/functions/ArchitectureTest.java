package io.rihla.functions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.rihla.functions",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theConversationIsPure =
      noClasses()
          .that()
          .resideInAPackage("..conversation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "io.helidon..", "org.apache.kafka..", "java.net..");

  @ArchTest
  static final ArchRule theConversationDoesNotReadTheClock =
      noClasses()
          .that()
          .resideInAnyPackage("..conversation..", "..delivery..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule onlyTheWrappersKnowStateFun =
      noClasses()
          .that()
          .resideOutsideOfPackages("..statefun..", "io.rihla.functions")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");
}
