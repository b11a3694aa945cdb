package io.rihla.jobs.questions.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {
  private final QuestionReader reader = QuestionReader.standard();
  private final Wording wording = new Wording(Vocabulary.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Assalamualaikum wr wb kak",
        "ok makasih ya min",
        "iya",
        "siaaap kak 🙏",
        "👍",
        "",
        "Terima kasih banyak",
        "good morning",
        "السلام عليكم",
        "wkwkwk"
      })
  void greetingsAndAcknowledgementsAreNoQuestions(String text) {
    assertThat(reader.isQuestion(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berapa?",
        "harga",
        "halo kak, hotelnya jauh ga",
        "ok, dp nya brp",
        "visa?",
        "بكم"
      })
  void whateverAsksSomethingIsAQuestion(String text) {
    assertThat(reader.isQuestion(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "hrga brp kak, harganya berapa kak",
    "gmn cara daftar nya, gimana cara daftarnya",
    "bs nyicil gak, bisa dicicil ga",
    "hoteeeel deket masjid?, hotelnya dekat masjid",
    "uang muka brp, dp berapa",
    "anak2 bayar brp, anak bayarnya berapa"
  })
  void chatSpellingsReadAsTheSameWords(String one, String other) {
    assertThat(wording.of(one).stream().filter(word -> !"nya".equals(word)).toList())
        .isEqualTo(wording.of(other));
  }

  @Test
  void aVeryLongTextIsReadOnlyInPart() {
    assertThat(wording.of("berapa harga ".repeat(100_000))).hasSizeLessThan(200);
  }

  @Test
  void oddTextDoesNoHarm() {
    for (String text :
        List.of("'''", "a".repeat(5_000), "\u0000\uD800", "2 2 2", "nya", "𝓱𝓪𝓻𝓰𝓪")) {
      reader.read(text);
    }
    assertThat(wording.of("𝓱𝓪𝓻𝓰𝓪")).containsExactly("harga");
  }
}
