package io.rihla.api.spend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "150000|150000",
        "150000.50|150000.50",
        "1.250.000|1250000",
        "1.250.000,75|1250000.75",
        "1,250,000.75|1250000.75",
        "1.250,75|1250.75",
        "1,250.75|1250.75",
        "12,5|12.5",
        "Rp 1.250.000|1250000",
        "$12.50|12.50",
        "0.125|0.125",
      })
  void aNumberIsReadAsItsCountryWritesIt(String written, String meant) {
    assertThat(Amounts.plain(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.250", "150,000", "999.999"})
  void moneyIsNotGuessed(String twoWays) {
    assertThat(Amounts.plain(twoWays)).isEqualTo("'" + twoWays + "'");
  }
}
