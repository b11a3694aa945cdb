package io.rihla.jobs.questions.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuestionClustersTest {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final List<String> ASKED =
      List.of(
          "berapa harga paketnya kak",
          "hotelnya jauh ga dari masjid",
          "hrga paket brp ya",
          "visa sudah termasuk belum",
          "jarak hotel ke masjid berapa meter",
          "harga paketnya berapa",
          "visanya include ga kak",
          "hotel dekat masjidil haram ga");

  private final QuestionClusters clusters = clusters(ClusterLimits.STANDARD);
  private long asked;

  @Test
  void whatAsksTheSameIsOneCluster() {
    List<String> ids = addAll(clusters, ASKED);

    assertThat(ids.get(0)).isEqualTo(ids.get(2)).isEqualTo(ids.get(5));
    assertThat(ids.get(1)).isEqualTo(ids.get(4)).isEqualTo(ids.get(7));
    assertThat(ids.get(3)).isEqualTo(ids.get(6));
    assertThat(ids.get(0)).isNotEqualTo(ids.get(1)).isNotEqualTo(ids.get(3));
  }

  @Test
  void aGreetingBelongsNowhere() {
    assertThat(add(clusters, "Assalamualaikum kak")).isEmpty();
    assertThat(clusters.views()).isEmpty();
  }

  @Test
  void theSameQuestionsGiveTheSameClusters() {
    QuestionClusters other = clusters(ClusterLimits.STANDARD);

    List<String> first = addAll(clusters, ASKED);
    asked = 0;

    assertThat(addAll(other, ASKED)).isEqualTo(first);
    assertThat(other.views()).isEqualTo(clusters.views());
  }

  @Test
  void keptPiecesContinueAsIfNothingHadHappened() {
    Map<String, byte[]> kept = new HashMap<>();
    for (int round = 0; round < 60; round++) {
      addAll(clusters, ASKED);
      add(clusters, "pertanyaan nomor " + round + " tentang hal " + round * 7);
      clusters.maintain();
      keep(clusters, kept);
    }
    QuestionClusters restored = clusters(ClusterLimits.STANDARD);
    kept.forEach(restored.state()::restore);
    long now = asked;

    assertThat(restored.views()).isEqualTo(clusters.views());
    List<String> next = addAll(clusters, ASKED);
    asked = now;
    assertThat(addAll(restored, ASKED)).isEqualTo(next);
    assertThat(restored.maintain()).isEqualTo(clusters.maintain());
    assertThat(restored.views()).isEqualTo(clusters.views());
  }

  @Test
  void mergedClustersAreTheirParts() throws IOException {
    List<String> ids = new ArrayList<>();
    for (String question : shuffledQuestions()) {
      add(clusters, question).ifPresent(ids::add);
    }
    long before = clusters.views().stream().mapToLong(ClusterView::questions).sum();

    List<Merge> merges = clusters.maintain();

    assertThat(merges).isNotEmpty();
    assertThat(clusters.views().stream().mapToLong(ClusterView::questions).sum()).isEqualTo(before);
    for (Merge merge : merges) {
      assertThat(clusters.view(merge.from())).isEmpty();
      assertThat(clusters.view(merge.into())).isPresent();
      assertThat(ids).contains(merge.from());
    }
  }

  @Test
  void theWeakestAreForgottenWhenThereAreTooMany() {
    QuestionClusters few = clusters(new ClusterLimits(50, 64, Duration.ofDays(30)));
    for (int at = 0; at < 40; at++) {
      add(few, "berapa harga paket umroh");
    }
    for (int at = 0; at < 500; at++) {
      add(few, Integer.toString(at * 7_919, 36).repeat(2));
      assertThat(few.views()).hasSizeLessThanOrEqualTo(50);
    }

    assertThat(few.views()).anyMatch(view -> view.label().equals("berapa harga paket umroh"));
  }

  @Test
  void whatNobodyAsksAnyMoreFades() {
    add(clusters, "ada promo kemerdekaan");
    asked = 90 * DAY;
    String fresh = add(clusters, "zamzam berapa liter").orElseThrow();

    assertThat(clusters.clusters.get(fresh).weight)
        .isEqualTo(
            8 * clusters.clusters.values().stream().mapToDouble(one -> one.weight).min().orElse(0),
            org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void theTrendComparesTwoWeeks() {
    String id = add(clusters, "visa sudah termasuk belum").orElseThrow();
    for (int day = 5; day < 10; day++) {
      asked = day * DAY;
      add(clusters, "visa sudah termasuk belum");
    }

    ClusterView view = clusters.view(id).orElseThrow();

    assertThat(view.lastWeek()).isEqualTo(5);
    assertThat(view.weekBefore()).isEqualTo(1);
    assertThat(view.questions()).isEqualTo(6);
  }

  @Test
  void examplesHoldNoPhoneNumbers() {
    String id =
        add(clusters, "harga berapa hubungi 081234567890 atau ani@example.org").orElseThrow();

    assertThat(clusters.view(id).orElseThrow().label()).doesNotContain("0812").doesNotContain("@");
  }

  private static List<String> shuffledQuestions() throws IOException {
    try (InputStream in = QuestionClustersTest.class.getResourceAsStream("/questions/umroh.csv")) {
      List<String> lines =
          new ArrayList<>(
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .skip(1)
                  .map(line -> line.substring(line.indexOf(',') + 1))
                  .toList());
      Collections.shuffle(lines, new Random(1));
      return lines;
    }
  }

  private static QuestionClusters clusters(ClusterLimits limits) {
    return new QuestionClusters(QuestionReader.standard(), limits);
  }

  private List<String> addAll(QuestionClusters to, List<String> texts) {
    return texts.stream().map(text -> add(to, text).orElseThrow()).toList();
  }

  private Optional<String> add(QuestionClusters to, String text) {
    long at = asked++;
    return to.add(new AskedQuestion("message-" + at, text, at, "ID")).map(Assignment::clusterId);
  }

  private static void keep(QuestionClusters from, Map<String, byte[]> kept) {
    from.state()
        .takeChanges()
        .forEach(
            (name, piece) ->
                piece.ifPresentOrElse(bytes -> kept.put(name, bytes), () -> kept.remove(name)));
  }
}
