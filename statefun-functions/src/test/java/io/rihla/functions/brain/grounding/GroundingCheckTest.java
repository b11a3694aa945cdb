package io.rihla.functions.brain.grounding;

import static io.rihla.functions.brain.grounding.Offers.CHEAP;
import static io.rihla.functions.brain.grounding.Offers.CODE;
import static io.rihla.functions.brain.grounding.Offers.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.grounding.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link Offers}. */
class GroundingCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Berangkat 15 Maret 2027",
        "berangkat tgl 15 Maret",
        "15 Mar 2027",
        "15/03/2027",
        "15-3-2027",
        "15.03.2027",
        "2027-03-15",
        "15/3",
        "tanggal 15",
        "March 15, 2027",
        "on March 15th",
        "the 15th of March 2027",
        "١٥ مارس ٢٠٢٧",
        "Maret 2027",
        "15 - 23 Maret 2027",
        "pulang 23 Maret 2027",
        "pelunasan paling lambat 29 Januari 2027",
        "I may help you and you can march on",
      })
  void aDateOfTheCatalogPasses(String answer) {
    assertThat(faults(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Berangkat 16 Maret 2027",
        "15 Maret 2026",
        "15 April 2027",
        "16/03/2027",
        "03/16/2027",
        "15/04",
        "2027-03-16",
        "tanggal 16",
        "March 16",
        "March 15, 2028",
        "١٦ مارس ٢٠٢٧",
        "Juni 2027",
        "keberangkatan bulan Juni",
        "berdiri sejak 2010",
        "14-23 Maret 2027",
      })
  void anotherDateIsNamed(String answer) {
    assertThat(faults(answer)).isNotEmpty().containsOnly(Kind.DATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 hari|10 hari",
        "selama sembilan hari|selama sepuluh hari",
        "9 days|8 days",
        "a 9-day journey|a 12-day journey",
        "9D8N|9D9N",
        "9H8M|10H9M",
        "9 hari 8 malam|9 hari 7 malam",
        "٩ أيام|١٠ أيام",
        "4 malam di Makkah|5 malam di Makkah",
        "9-9 hari|9-12 hari",
        "sembilan hari|dua minggu",
      })
  void aDurationPassesOnlyWhenItIsTheCatalogs(String right, String wrong) {
    assertThat(faults(right)).isEmpty();
    assertThat(faults(wrong)).isNotEmpty().containsOnly(Kind.DURATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sisa kursi: 9 dari 45.|Sisa kursi: 3 dari 45.",
        "tinggal 9 kursi|tinggal 2 kursi",
        "our admin confirms a seat|only one seat left",
        "9 seats are left|2 seats are left",
        "9 of 45 seats|9 of 40 seats",
        "hanya 9 kursi|hanya 1 kursi",
        "kuota 45|kuota 50",
        "المقاعد المتبقية: ٩ من ٤٥|المقاعد المتبقية: ٢ من ٤٥",
      })
  void seatsPassOnlyWhenTheyAreTheCatalogs(String right, String wrong) {
    assertThat(faults(right)).isEmpty();
    assertThat(faults(wrong)).isNotEmpty().containsOnly(Kind.SEATS);
  }

  @Test
  void anOldCountOfSeatsIsNoSource() {
    Sources later =
        new Sources(
            List.of(CHEAP), List.of(), List.of(), Samples.NOW + Sources.SEATS_GOOD_FOR_MS + 1);
    assertThat(GroundingCheck.faults("Sisa kursi 9", later)).hasSize(1);
    assertThat(GroundingCheck.faults("Kuota 45", later)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kunjungi https://umroh-murah.xyz/daftar",
        "klik bit.ly/umrohgratis",
        "www.evil.com",
        "umroh-murah.site ya",
        "wa.me/628999",
        "email ke budi@example.org",
        "follow @umrohmurah",
        "evil dot com",
        "hxxp://evil",
        "t.me/umroh",
      })
  void aLinkOfSomebodyElseIsNamed(String answer) {
    assertThat(faults(answer)).contains(Kind.ADDRESS);
  }

  @Test
  void theAgencysOwnLinkAndNumberPass() {
    Sources company =
        new Sources(
            List.of(CHEAP),
            List.of("Situs: https://amanah.example/umroh. Telepon 021-555-0199, buka 08.00-17.00."),
            List.of(),
            Samples.NOW);
    assertThat(
            GroundingCheck.faults(
                "Silakan lihat https://amanah.example/umroh. Telepon (021) 555 0199 pukul 08.00.",
                company))
        .isEmpty();
    assertThat(GroundingCheck.faults("https://amanah.example/umroh/promo", company)).hasSize(1);
    assertThat(GroundingCheck.faults("Telepon 021-555-0198 pukul 07.00", company)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer ke BCA 1234567890",
        "hubungi 0812-3456-7890",
        "hubungi +62 812 3456 7890",
      })
  void anAccountOrPhoneNumberWithoutSourceIsNamed(String answer) {
    assertThat(faults(answer)).contains(Kind.NUMBER);
  }

  @Test
  void aCodeThatIsNotInTheCatalogIsNamed() {
    assertThat(faults("Kodenya " + CODE)).isEmpty();
    assertThat(faults("Kodenya UMR_MAR_2027_GRATIS")).containsExactly(Kind.CODE);
    assertThat(faults("kodenya umr_mar_2027_vip")).containsExactly(Kind.CODE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bintang 5|bintang 4",
        "5-star|3-star",
        "250 m dari masjid|50 m dari masjid",
        "0,25 km|1 km",
      })
  void aHotelIsNotMadeBetter(String right, String wrong) {
    assertThat(faults(right)).isEmpty();
    assertThat(faults(wrong)).hasSize(1);
  }

  @Test
  void theMonthTheCustomerWishesMayBeRepeated() {
    Sources june =
        new Sources(List.of(CHEAP), List.of(), List.of("ada yang bulan Juni?"), Samples.NOW);
    assertThat(GroundingCheck.faults("Untuk bulan Juni belum ada.", june)).isEmpty();
    assertThat(GroundingCheck.faults("Ada, 3 Juni 2027.", june)).hasSize(1);
  }

  @Test
  void seatsForTheCustomersGroupAreNotACountOfWhatIsLeft() {
    Sources four = new Sources(List.of(CHEAP), List.of(), List.of("4 orang"), Samples.NOW);
    assertThat(GroundingCheck.faults("Baik, 4 kursi ya.", four)).isEmpty();
    assertThat(GroundingCheck.faults("Tinggal 4 kursi!", four)).hasSize(1);
  }

  @Test
  void anAnswerWithoutFactsHasNoFaults() {
    assertThat(faults("Baik kak, ada lagi yang ingin ditanyakan? 1. visa 2. paspor 😊")).isEmpty();
  }
}
