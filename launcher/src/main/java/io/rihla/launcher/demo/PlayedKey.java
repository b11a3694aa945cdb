package io.rihla.launcher.demo;

import java.util.Map;

/**
 * What a played season must lead to, whatever the bot answered in it: only what customers, the
 * market and the sales people did. Money is whole rupiah.
 *
 * @param played names the season; its campaigns and customers are in no other
 * @param messages by customer
 * @param journeys the campaign that began each, by customer and number; empty for none
 * @param paid by customer, less what was paid back
 * @param refunded by customer
 * @param resolved how often a sales person helped, by customer
 * @param campaigns journeys, payments and revenue by campaign
 * @param clicks by campaign
 * @param spend by campaign
 */
public record PlayedKey(
    String played,
    Map<String, Long> messages,
    Map<String, String> journeys,
    Map<String, Long> paid,
    Map<String, Long> refunded,
    Map<String, Long> resolved,
    Map<String, Brought> campaigns,
    Map<String, Long> clicks,
    Map<String, Long> spend) {

  /** What a campaign brought. */
  public record Brought(long journeys, long payments, long revenue) {
    static final Brought NOTHING = new Brought(0, 0, 0);

    Brought plus(Brought other) {
      return new Brought(
          journeys + other.journeys, payments + other.payments, revenue + other.revenue);
    }

    /** The three numbers, as people read them beside each other. */
    public String words() {
      return "%d %d %d".formatted(journeys, payments, revenue);
    }
  }
}
