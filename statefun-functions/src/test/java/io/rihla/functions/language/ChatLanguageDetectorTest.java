package io.rihla.functions.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.schemas.conversation.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatLanguageDetectorTest {
  private final LanguageDetector languages = new ChatLanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "berapa harganya kak|ID",
        "brp hrg paket yg maret dong|ID",
        "gmn cara bayarnya?|ID",
        "hotelnya jauh ga dari masjid|ID",
        "nak tanya berapa harga untuk dua orang|ID",
        "assalamualaikum mau tanya umroh bulan maret|ID",
        "Hello, can I get more information about this?|EN",
        "how much is it for two people|EN",
        "When does the flight leave Jakarta?|EN",
        "كم سعر العمرة في شهر مارس|AR",
        "السلام عليكم أريد معلومات عن البرنامج|AR",
      })
  void shortChatTextsAreToldApart(String text, Language language) {
    assertThat(languages.detect(text).orElseThrow().language()).isEqualTo(language);
  }

  @Test
  void aCodeOrAGreetingAloneTellsNothing() {
    assertThat(languages.detect("UMR_MAR_2027_HEMAT")).isEmpty();
    assertThat(languages.detect("assalamualaikum")).isEmpty();
    assertThat(languages.detect("ok")).isEmpty();
  }
}
