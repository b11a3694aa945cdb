package io.rihla.api.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void nothingIsCommittedPastTheOldestThatIsInWork() {
    ledger.begin(0, 5);
    long turn = ledger.open(0, 5);
    ledger.open(0, 6);
    ledger.open(0, 9);
    ledger.close(0, 6, turn);
    assertThat(ledger.due()).isEmpty();
    ledger.close(0, 5, turn);
    assertThat(ledger.due()).isEqualTo(Map.of(0, 9L));
    ledger.close(0, 9, turn);
    assertThat(ledger.due()).isEqualTo(Map.of(0, 10L));
    ledger.committed(Map.of(0, 10L));
    assertThat(ledger.due()).isEmpty();
  }

  @Test
  void whatWasBegunBeforeAPartitionWentAndCameDoesNotCount() {
    ledger.begin(0, 5);
    long before = ledger.open(0, 5);
    ledger.end(0);
    assertThat(ledger.isCurrent(0, before)).isFalse();
    ledger.begin(0, 5);
    ledger.open(0, 5);
    ledger.close(0, 5, before);
    assertThat(ledger.due()).isEmpty();
  }
}
