package io.rihla.functions.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rihla.functions.intent.Slots.Budget;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentRulesTest {
  private static final IntentRules RULES = new IntentRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "belum mau daftar, cuma tanya",
        "blm mw dftr",
        "gak jadi booking",
        "saya gak mau bayar dulu",
        "I don't want to pay yet",
        "saya mau daftar tapi nanti ya",
        "tak nak bayar lagi",
        "لا أريد الحجز",
      })
  void aRefusalToPayIsNoWishToPay(String text) {
    assertIntent(text, Intent.DENY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gak sabar mau daftar",
        "gapapa mahal, saya mau daftar",
        "ga usah lama lama, langsung bayar aja",
        "don't worry I will pay today",
        "jangan lupa kirim no rekening ya",
      })
  void aNegationOfSomethingElseLeavesTheWishToPay(String text) {
    assertIntent(text, Intent.PAYMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kalau nanti mau daftar caranya gimana",
        "misalnya jadi daftar, bayarnya gimana",
        "kalau batal dp hangus ga",
        "if I cancel do I get a refund",
      })
  void whatIsOnlySupposedIsAQuestionAboutPayment(String text) {
    assertIntent(text, Intent.DETAILS);
    assertThat(RULES.understand(text).topic()).isEqualTo(TopicOfQuestion.PAYMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bayar visa sudah termasuk?|VISA",
        "biaya admin berapa|PRICE",
        "minta daftar harga|PRICE",
        "syarat daftar apa aja|REQUIREMENTS",
        "masih bisa daftar ga|QUOTA",
        "kalau daftar sekarang dapat diskon?|PRICE",
        "di hotel ada stop kontak?|HOTEL",
        "berhenti di Dubai berapa jam|AIRLINE",
        "ambil miqat dimana|ITINERARY",
        "travelnya bukan penipu kan|OTHER",
      })
  void aTriggerWordInsideAQuestionIsAQuestion(String text, TopicOfQuestion topic) {
    assertIntent(text, Intent.DETAILS);
    assertThat(RULES.understand(text).topic()).as(text).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adminnya ramah|OTHER",
        "makasih admin|THANKS",
        "makasih min|THANKS",
        "admin, hotelnya apa|DETAILS",
        "gak usah telpon kak|DENY",
        "kemarin sudah ngobrol sama admin|OTHER",
        "bisa bicara dengan admin?|HUMAN",
        "mau ngobrol sama orang jangan bot|HUMAN",
      })
  void anAdminIsOnlyAskedForWhenAskedFor(String text, Intent intent) {
    assertIntent(text, intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stop|STOP",
        "jgn chat lg|STOP",
        "hapus nomor saya|STOP",
        "jangan lupa kirim brosurnya|DETAILS",
        "maaf ganggu kak|GREETING",
        "jangan berhenti kasih info ya|OTHER",
        "jgn kirim dulu ya kak|DENY",
        "flight non stop ga|DETAILS",
      })
  void onlyAWordAgainstMessagesStopsThem(String text, Intent intent) {
    assertIntent(text, intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "penipu kalian|ANGER",
        "kecewa banget sama pelayanannya|ANGER",
        "kok gak dibales sih|ANGER",
        "semoga tidak mengecewakan|OTHER",
        "maaf ya lama balesnya|OTHER",
        "gila murah banget|OTHER",
      })
  void angerIsAngerWithUs(String text, Intent intent) {
    assertIntent(text, intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jangan chat lagi penipu|STOP|ANGER",
        "mau daftar, bisa ditelpon adminnya?|HUMAN|PAYMENT",
        "hotelnya dimana? saya mau daftar|PAYMENT|DETAILS",
        "untuk 4 orang harganya berapa|DETAILS|PREFERENCES",
        "makasih kak, hotelnya dimana|DETAILS|THANKS",
        "ok makasih|THANKS|AFFIRM",
      })
  void whatMattersMostComesFirstAndTheRestIsKept(String text, Intent intent, Intent beside) {
    assertIntent(text, intent);
    assertThat(RULES.understand(text).secondary()).as(text).contains(beside);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdwl nya|SCHEDULE",
        "fslts apa aja|FACILITIES",
        "itenerary nya|ITINERARY",
        "prsyratan nya|REQUIREMENTS",
        "hargaaaa brpaaa|PRICE",
        "HoTeLnYa dmn|HOTEL",
        "brosure dong|BROCHURE",
        "كَمِ السِّعْرُ؟|PRICE",
      })
  void wordsAreKnownInTheSpellingsOfChat(String text, TopicOfQuestion topic) {
    assertThat(RULES.understand(text).topic()).as(text).isEqualTo(topic);
  }

  @Test
  void peopleMonthAndBudgetAreReadInPassing() {
    Slots slots =
        RULES.understand("4 dewasa 2 anak, bulan maret, budget 27,5 juta per orang").slots();
    assertThat(slots.people()).contains(6);
    assertThat(slots.month()).contains(3);
    assertThat(slots.budget()).contains(new Budget(27_500_000, "IDR"));
    assertThat(RULES.understand("berdua, hotelnya apa").slots().people()).contains(2);
    assertThat(RULES.understand("sama istri dan 2 anak").slots().people()).contains(4);
    assertThat(RULES.understand("rombongan 20 org bln 12").slots().people()).contains(20);
    assertThat(RULES.understand("my budget is 2000 dollars").slots().budget())
        .contains(new Budget(2000, "USD"));
    assertThat(RULES.understand("شخصين في شهر مارس").slots().month()).contains(3);
  }

  @Test
  void aMonthOfTheIslamicCalendarStaysWhatWasSaid() {
    Slots slots = RULES.understand("insyaallah ramadhan berdua").slots();
    assertThat(slots.month()).isEmpty();
    assertThat(slots.hijriMonth()).contains(9);
    assertThat(slots.monthOfDeparture(LocalDate.of(2026, 11, 1))).contains(2);
    assertThat(RULES.understand("syawal").slots().monthOfDeparture(LocalDate.of(2026, 11, 1)))
        .contains(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"berapa orang sekamar", "quad itu 4 orang ya sekamar", "saya lahir bulan maret"})
  void numbersAndMonthsOfSomethingElseFillNoSlot(String text) {
    assertThat(RULES.understand(text).slots()).isEqualTo(Slots.NONE);
  }

  @Test
  void whatIsNotUnderstoodIsNotClaimed() {
    assertThat(RULES.understand("asdf qwer zxcv").confidence()).isLessThan(0.5);
    assertThat(RULES.understand("").confidence()).isLessThan(0.5);
    assertThat(RULES.understand("mau daftar").confidence()).isCloseTo(0.95, within(0.001));
    assertThat(RULES.understand("mau mendaftra").confidence()).isLessThan(0.9);
  }

  private static void assertIntent(String text, Intent intent) {
    assertThat(RULES.understand(text).intent()).as(text).isEqualTo(intent);
  }
}
