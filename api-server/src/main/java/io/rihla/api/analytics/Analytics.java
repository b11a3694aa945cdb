package io.rihla.api.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the marketing of some days brought. Ratios come as people read them, and as numbers beside
 * them in {@code …_value}; a ratio without a denominator is {@code n/a} and null.
 */
public record Analytics(
    String from,
    String to,
    Conversion conversionMetrics,
    List<CampaignFigures> campaignPerformance,
    AiFigures aiPerformance,
    List<CommonQuestion> commonQuestions,
    DropOff dropOffAnalysis) {

  /**
   * How many journeys of the cohort came how far.
   *
   * @param totalLeads journeys opened in the range
   * @param leadsToInterest of them reached INTEREST or later
   * @param interestToBooking of them reached BOOKING or later
   * @param bookingToPaid of them paid
   */
  public record Conversion(
      long totalLeads,
      long leadsToInterest,
      long interestToBooking,
      long bookingToPaid,
      String conversionRate,
      @Nullable Double conversionRateValue) {
    static Conversion of(long leads, long interest, long booking, long paid) {
      Double rate = Figures.ratio(paid, leads);
      return new Conversion(leads, interest, booking, paid, Figures.percent(rate), rate);
    }

    DropOff dropOff() {
      Double toInterest = Figures.without(Figures.ratio(leadsToInterest, totalLeads));
      Double toBooking = Figures.without(Figures.ratio(interestToBooking, leadsToInterest));
      Double toPayment = Figures.without(Figures.ratio(bookingToPaid, interestToBooking));
      return new DropOff(
          Figures.percent(toInterest),
          toInterest,
          Figures.percent(toBooking),
          toBooking,
          Figures.percent(toPayment),
          toPayment);
    }
  }

  /** The share of each step that did not reach the next. */
  public record DropOff(
      String leadsToInterest,
      @Nullable Double leadsToInterestValue,
      String interestToBooking,
      @Nullable Double interestToBookingValue,
      String bookingToPayment,
      @Nullable Double bookingToPaymentValue) {}

  /** What customers ask. */
  public record CommonQuestion(
      String clusterId,
      String questionPattern,
      long frequency,
      String aiSuccessRate,
      @Nullable Double aiSuccessRateValue,
      String trend,
      @Nullable Double trendValue,
      JsonNode examples) {}
}
