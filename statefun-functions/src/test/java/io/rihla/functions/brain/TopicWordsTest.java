package io.rihla.functions.brain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.brain.TopicWords.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicWordsTest {
  private final TopicWords words = new TopicWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hotelnya dimana kak|HOTEL",
        "brp harganya?|PRICE",
        "berapa kak|HOW_MUCH",
        "berangkatnya tanggal berapa|SCHEDULE",
        "DP berapa ya|PAYMENT",
        "bayar visa sudah termasuk?|FACILITIES",
        "naik pesawat apa|AIRLINE",
        "minta brosurnya dong|BROCHURE",
        "untuk 4 orang|PREFERENCE",
        "makasih ya|THANKS",
      })
  void aQuestionIsKnownByItsWords(String text, Topic topic) {
    assertThat(words.find(text)).contains(topic);
  }

  @Test
  void wordsInsideOtherWordsDoNotCount() {
    assertThat(words.find("dprd kotaseatle")).isEmpty();
  }
}
