package io.rihla.jobs.questions.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void theSameDivisionUnderOtherNamesAgreesFully() {
    Agreement agreement =
        Agreement.of(List.of("a", "a", "b", "b", "c"), List.of("2", "2", "3", "3", "1"));

    assertThat(agreement).isEqualTo(new Agreement(1, 1, 1));
  }

  @Test
  void agreesWithFiguresKnownFromElsewhere() {
    // scikit-learn documents these for its adjusted_rand_score and normalized_mutual_info_score
    Agreement agreement = Agreement.of(List.of("0", "0", "1", "2"), List.of("0", "0", "1", "1"));

    assertThat(agreement.ari()).isCloseTo(0.571, within(0.001));
    assertThat(agreement.nmi()).isCloseTo(0.8, within(0.001));
  }

  @Test
  void whatAgreesByChanceOnlyIsNearZeroWhenAdjusted() {
    Random random = new Random(5);
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (int at = 0; at < 500; at++) {
      one.add("" + random.nextInt(40));
      other.add("" + random.nextInt(40));
    }

    Agreement agreement = Agreement.of(one, other);

    assertThat(agreement.nmi()).isGreaterThan(0.3);
    assertThat(agreement.ami()).isCloseTo(0, within(0.03));
    assertThat(agreement.ari()).isCloseTo(0, within(0.02));
  }
}
