package io.rihla.jobs.performance;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a million tokens cost, in one currency; 0 for a model that costs nothing. */
public record TokenPrices(BigDecimal input, BigDecimal output) implements Serializable {
  public static final TokenPrices NOTHING = new TokenPrices(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int DECIMALS = 6;

  public TokenPrices {
    if (input.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException("tokens cost nothing or more");
    }
  }

  /** Rounded once, at the sixth decimal. */
  BigDecimal of(long inputTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointLeft(6)
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
