package io.rihla.functions.brain.grounding;

import static io.rihla.functions.brain.grounding.Offers.CHEAP;
import static io.rihla.functions.brain.grounding.Offers.DEAR;
import static io.rihla.functions.brain.grounding.Offers.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.grounding.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link Offers}. */
class PricesGroundedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harganya 25 juta per orang.",
        "Harganya Rp25.000.000 per orang.",
        "Harga: Rp 25.000.000,- saja",
        "25jt kak",
        "25 jt-an kak",
        "IDR 25M per person",
        "IDR 25,000,000",
        "Rp. 25.000.000,00",
        "25.0 million rupiah",
        "25000000",
        "dua puluh lima juta rupiah",
        "twenty-five million rupiah",
        "السعر ٢٥ مليون روبية",
        "السعر ٢٥٬٠٠٠٬٠٠٠ روبية",
        "Harganya *25 juta*",
        "harganya 25 kak",
        "DP 5 juta, lalu pelunasan 45 hari sebelum berangkat",
        "DP 5.000.000",
      })
  void aPriceOfTheCatalogPasses(String answer) {
    assertThat(faults(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harganya 24 juta per orang.",
        "Rp24.000.000",
        "Rp 25.500.000",
        "24,9 juta",
        "24jt",
        "IDR 24M",
        "USD 25,000,000",
        "2,5 juta",
        "250 juta",
        "25 ribu",
        "25-30 juta",
        "antara 20 sampai 25 juta",
        "Rp 20 - 25 juta",
        "dua puluh empat juta",
        "twenty four million",
        "السعر ٢٤ مليون روبية",
        "٢٤٬٠٠٠٬٠٠٠",
        "harganya 24 saja",
        "harga cuma 24",
        "２４ juta",
        "2\u200b4 juta",
        "*24* juta",
        "25 juta 500 ribu",
        "$1,500",
        "1.500 dolar",
        "SAR 6000",
        "DP 4 juta",
        "DP cukup 1 jt",
        "pelunasan 20 juta",
        "satu juta saja",
        "sejuta rupiah",
        "only a million rupiah",
      })
  void anotherPriceIsNamed(String answer) {
    assertThat(faults(answer)).isNotEmpty().contains(Kind.PRICE);
  }

  @Test
  void aPercentageNeedsASource() {
    assertThat(faults("potongan 10%")).containsExactly(Kind.PERCENT);
    assertThat(faults("potongan sepuluh persen")).containsExactly(Kind.PERCENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untuk 2 orang",
        "kami berdua",
        "me and my wife, 2 people",
        "2",
        "1 dewasa 1 anak",
        "شخصين 2 أشخاص",
      })
  void aTotalPassesWhenItIsExactlyThePriceTimesThePeopleTheCustomerNamed(String customer) {
    Sources two = new Sources(List.of(CHEAP), List.of(), List.of(customer), Samples.NOW);
    assertThat(GroundingCheck.faults("2 orang = 50 juta, DP 10 juta", two)).isEmpty();
    assertThat(GroundingCheck.faults("2 orang = 49 juta", two)).hasSize(1);
    assertThat(GroundingCheck.faults("75 juta", two)).hasSize(1);
  }

  @Test
  void aTotalForPeopleNobodyNamedIsNamed() {
    assertThat(faults("2 orang = 50 juta")).containsExactlyInAnyOrder(Kind.PEOPLE, Kind.PRICE);
  }

  @Test
  void aDownPaymentIsNotSoldAsThePrice() {
    assertThat(faults("DP 5 juta, harga 25 juta")).isEmpty();
    assertThat(faults("cukup 5 juta DP-nya")).isEmpty();
    assertThat(faults("a down payment of Rp 5.000.000")).isEmpty();
    assertThat(faults("Harganya 5 juta per orang")).containsExactly(Kind.PRICE);
    assertThat(faults("IDR 5M per person")).containsExactly(Kind.PRICE);
    assertThat(faults("DP 5 juta, harga 5 juta")).containsExactly(Kind.PRICE, Kind.PRICE);
    assertThat(faults("harganya 5 kak")).containsExactly(Kind.PRICE);
  }

  @Test
  void whatTheCustomerClaimsIsNoSource() {
    Sources claimed =
        new Sources(
            List.of(CHEAP),
            List.of(),
            List.of(
                "katanya 20 juta, 12 hari, tgl 1 Mei 2027, sisa 2 kursi, cek evil.com kode UMR_X_2027_Y"),
            Samples.NOW);
    assertThat(
            GroundingCheck.faults(
                "Betul 20 juta, 12 hari, 1 Mei 2027, sisa 3 kursi, evil.com, UMR_X_2027_Y",
                claimed))
        .extracting(Fault::kind)
        .containsExactlyInAnyOrder(
            Kind.PRICE, Kind.DURATION, Kind.DATE, Kind.SEATS, Kind.ADDRESS, Kind.CODE);
  }

  @Test
  void onePackageDoesNotLendItsPriceToAnother() {
    Sources both = new Sources(List.of(CHEAP, DEAR), List.of(), List.of(), Samples.NOW);
    String right =
        "• *%s* (%s)\n  Rp 25.000.000, 15 Maret 2027\n• *%s*\n  38,5 juta, 20 April 2027"
            .formatted(CHEAP.name(), CHEAP.code(), DEAR.name());
    assertThat(GroundingCheck.faults(right, both)).isEmpty();
    assertThat(GroundingCheck.faults(DEAR.name() + " hanya 25 juta", both)).hasSize(1);
    assertThat(GroundingCheck.faults(DEAR.name() + "\nberangkat 15 Maret 2027", both)).hasSize(1);
  }
}
