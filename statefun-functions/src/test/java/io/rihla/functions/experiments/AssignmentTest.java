package io.rihla.functions.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.ExperimentGoal;
import io.rihla.schemas.desk.ExperimentStatus;
import io.rihla.schemas.desk.Variant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final int CUSTOMERS = 20_000;

  @Test
  void aCustomerStaysInOneArmWhateverTheOrderOfAsking() {
    Experiment experiment = experiment("closing", 1, 1, 1);
    for (int one = 0; one < 500; one++) {
      String key = key(one);
      assertThat(arm(experiment, key))
          .isEqualTo(arm(experiment("closing", 1, 1, 1).withVersion(7), key));
    }
  }

  @Test
  void theArmsGetTheirShareOfTheCustomers() {
    Experiment experiment = experiment("closing", 70, 20, 10);
    Map<String, Long> counts =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(one -> arm(experiment, key(one)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(counts.get("arm0") / (double) CUSTOMERS).isCloseTo(0.7, within(0.02));
    assertThat(counts.get("arm1") / (double) CUSTOMERS).isCloseTo(0.2, within(0.02));
    assertThat(counts.get("arm2") / (double) CUSTOMERS).isCloseTo(0.1, within(0.02));
  }

  @Test
  void twoExperimentsSplitTheCustomersIndependently() {
    Experiment one = experiment("closing", 1, 1);
    Experiment other = experiment("pictures", 1, 1);
    long both =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(AssignmentTest::key)
            .filter(key -> arm(one, key).equals("arm0") && arm(other, key).equals("arm0"))
            .count();
    assertThat(both / (double) CUSTOMERS).isCloseTo(0.25, within(0.02));
  }

  private static String arm(Experiment experiment, String key) {
    return Assignment.of(experiment, key).variant().name();
  }

  private static String key(int number) {
    return "c_%024x".formatted(number * 7_919L);
  }

  private static Experiment experiment(String name, int... weights) {
    List<Variant> variants =
        IntStream.range(0, weights.length)
            .mapToObj(arm -> new Variant("arm" + arm, weights[arm], null, null, null, null))
            .toList();
    return new Experiment(
        name,
        "",
        ExperimentGoal.BOOKING,
        ExperimentStatus.RUNNING,
        variants,
        null,
        null,
        1,
        0,
        "",
        "");
  }
}
