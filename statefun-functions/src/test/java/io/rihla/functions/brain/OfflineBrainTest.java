package io.rihla.functions.brain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Thought;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineBrainTest {
  private static final String MARCH = "UMR_MAR_2027_HEMAT";
  private static final TravelPackage JUNE =
      Samples.travelPackage("UMR_JUN_2027_PLUS", "2027-06-10", 20)
          .withName("Umroh Plus Juni")
          .withPrice(38_500_000);
  private static final TravelPackage FEW =
      Samples.travelPackage("UMR_JUN_2027_VIP", "2027-06-20", 2)
          .withName("Umroh VIP Juni")
          .withPrice(60_000_000);
  private static final Catalog CATALOG =
      Samples.catalog(Samples.travelPackage(MARCH, "2027-03-15", 9), JUNE, FEW);
  private final OfflineBrain brain =
      new OfflineBrain(
          new TemplateBrain(CATALOG, Texts.standard(), "Amanah", ZoneId.of("Asia/Jakarta")),
          CATALOG,
          Faq.standard(),
          new AnswerChecks(new ChatLanguageDetector()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "syaratnya apa aja kak|requirements",
        "dokumen apa yg harus disiapkan|requirements",
        "ibu sy udah sepuh, ada kursi roda ga|elderly",
        "kalo batal uangnya balik ga?|cancel",
        "cewek sendirian tanpa mahram bs ga kak|woman_alone",
        "bawa bayi boleh?|children",
        "wajib vaksin meningitis?|vaccine",
        "ada manasiknya ga|manasik",
        "ini travel resmi ada izin kemenag?|license",
        "sekamar isi brp orang|room",
        "cuaca disana gmn|weather",
        "bs pindah jadwal ga|reschedule",
        "passport blm punya gmn|passport",
        "ada asuransinya ga|insurance",
      })
  void aQuestionOfTheFaqIsAnsweredFromIt(String question, String key) {
    Thought thought = brain.think(Requests.turn(MARCH, question));
    assertThat(thought.facts()).containsExactly("faq:" + key);
    assertThat(thought.confidence()).isBetween(0.6, 0.9);
    assertThat(thought.needsHuman()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|what documents do I need?|requirements",
        "EN|Can a woman travel without a mahram?|woman_alone",
        "EN|Is there a discount?|discount",
        "AR|هل يوجد خصم؟|discount",
        "AR|ما هي المستندات المطلوبة؟|requirements",
      })
  void theAnswerIsInTheLanguageOfTheQuestion(Language language, String question, String key) {
    Thought thought = brain.think(Requests.turn(null, language, question));
    assertThat(thought.facts()).containsExactly("faq:" + key);
    assertThat(thought.rejected()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "harganya berapa kak|PRICE",
        "hotelnya dimana|HOTEL",
        "naik pesawat apa|AIRLINE",
        "sisa kursi berapa|QUOTA",
      })
  void whatTheCatalogKnowsIsAnsweredFromTheCatalog(String question, TopicOfQuestion topic) {
    Thought thought = brain.think(Requests.turn(MARCH, question));
    assertThat(thought.topic()).isEqualTo(topic);
    assertThat(thought.facts()).containsExactly("catalog:%s@1#%s".formatted(MARCH, topic));
    assertThat(thought.rejected()).isEmpty();
  }

  @Test
  void aWishedMonthIsRecommendedWithEnoughSeats() {
    Thought thought = brain.think(Requests.turn(null, "untuk 4 orang bulan juni ada kak?"));
    assertThat(thought.answer().getFirst())
        .contains("UMR_JUN_2027_PLUS", "4 orang", "bulan Juni")
        .doesNotContain("VIP")
        .doesNotContain(MARCH);
    assertThat(thought.rejected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berangkatnya tanggal berapa kak",
        "kapan berangkat?",
        "jadwal keberangkatannya kapan ya",
      })
  void theDateOfDepartureIsTheCatalogsAndNotAQuestionLikeIt(String text) {
    Thought thought = brain.think(Requests.turn(MARCH, text));
    assertThat(thought.answer().getFirst()).contains("15 Maret 2027");
  }

  @Test
  void whatWasSaidBeforeStillCounts() {
    Thought thought = brain.think(Requests.later(null, "kami 4 orang kak", "yang bulan juni kak"));
    assertThat(thought.answer().getFirst()).contains("UMR_JUN_2027_PLUS", "4 orang");
  }

  @Test
  void aMonthWithoutPackageIsSaidHonestly() {
    Thought thought = brain.think(Requests.turn(null, "ada bulan agustus?"));
    assertThat(thought.answer().getFirst()).contains("belum ada paket");
    assertThat(thought.confidence()).isLessThan(0.9);
  }

  @Test
  void aBudgetIsRespected() {
    Thought thought = brain.think(Requests.turn(null, "budget 30 juta dapat yang mana ya"));
    assertThat(thought.answer().getFirst()).contains(MARCH).doesNotContain("PLUS");
  }

  @Test
  void theGroupIsNotedForThePackageThatIsTalkedAbout() {
    Thought thought = brain.think(Requests.turn(MARCH, "4 orang kak"));
    assertThat(thought.answer().getFirst()).contains("4 orang", "Umroh " + MARCH);
  }

  @ParameterizedTest
  @CsvSource({
    "resep rendang dong",
    "siapa presiden amerika",
    "kucing saya sakit perut",
    "xyzzy",
  })
  void whatItDoesNotKnowGoesToAHumanWithLowConfidence(String question) {
    Thought thought = brain.think(Requests.turn(MARCH, question));
    assertThat(thought.confidence()).isLessThanOrEqualTo(0.3);
    assertThat(thought.facts()).isEmpty();
  }

  @Test
  void aWishToPayGoesToSales() {
    assertThat(brain.think(Requests.turn(MARCH, "cara bayarnya gimana")).needsHuman())
        .isEqualTo(HandoverReason.PAYMENT_INTENT);
  }

  @Test
  void everyEntryOfTheFaqPassesTheChecksInEachLanguage() {
    for (var entry : Faq.standard().entries()) {
      for (Language language : Language.values()) {
        Thought thought =
            brain.think(Requests.turn(null, language, entry.questions().get(language).getFirst()));
        assertThat(thought.rejected()).as(entry.id() + " " + language).isEmpty();
      }
    }
    assertThat(Faq.standard().entries()).hasSizeGreaterThanOrEqualTo(25);
  }
}
