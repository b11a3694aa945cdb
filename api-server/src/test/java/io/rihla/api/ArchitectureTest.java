package io.rihla.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.rihla.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule READING_KNOWS_NO_SERVER_AND_NO_BROKER =
      noClasses()
          .that()
          .resideInAPackage("io.rihla.api.reading..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.helidon..", "org.apache.kafka..", "java.net..", "io.rihla.schemas.topics..");

  @ArchTest
  static final ArchRule SQL_IS_ASKED_ONLY_THROUGH_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rihla.api.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.helidon.dbclient..");
}
