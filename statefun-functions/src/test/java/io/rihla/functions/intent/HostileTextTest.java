package io.rihla.functions.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
  private static final int LENGTH = 10_000;
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final IntentRules RULES = new IntentRules();

  static Stream<String> texts() {
    return Stream.of(
            "a",
            "aab",
            "kak ",
            "kak, ",
            "mau ",
            "mau daftar ",
            "kalau bayar ",
            "gak ",
            "1",
            "1 ",
            "1.",
            "a_",
            "a_b",
            "_",
            "a@",
            "a.a@",
            "https://",
            "...,,,",
            "\n",
            "ya ",
            "iya kak ya ",
            "dp berapa ",
            "pembayarna ",
            "bcdfghjkl ",
            "bcd ",
            "daftar2",
            "'a'",
            "الحجز ",
            "ً",
            "\uD83D\uDE00",
            "\uD83D",
            "ﷺ",
            "ﷺ ")
        .map(part -> part.repeat(LENGTH / part.length()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void timeIsBounded(String text) {
    RULES.understand(text);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      RULES.understand(text);
      least = Math.min(least, System.nanoTime() - began);
    }
    assertThat(Duration.ofNanos(least)).isLessThan(BOUND);
  }

  @Test
  void noTextBreaksIt() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(80);
      for (int j = 0; j < length; j++) {
        text.append(
            (char) (random.nextInt(4) == 0 ? random.nextInt(65_536) : 32 + random.nextInt(96)));
      }
      assertThatCode(() -> RULES.understand(text.toString()))
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }
}
