package io.rihla.api.store;

/** How many of the conversations in the view {@code desk} stand where. */
public record DeskCounts(
    long activeConversations,
    long leads,
    long interest,
    long booking,
    long waiting,
    long escalated,
    long assigned) {

  /** The columns of a query of the view. */
  public static final String COLUMNS =
      """
          toInt64(countIf(last_message_at >= now64(3) - INTERVAL 24 HOUR)) AS active_conversations,
          toInt64(countIf(phase = 'LEADS')) AS leads,
          toInt64(countIf(phase = 'INTEREST')) AS interest,
          toInt64(countIf(phase = 'BOOKING')) AS booking,
          toInt64(countIf(ball = 'WAITING')) AS waiting,
          toInt64(countIf(need = 'ESCALATION')) AS escalated,
          toInt64(countIf(ball = 'ASSIGNED')) AS assigned""";

  public static DeskCounts of(Row row) {
    return new DeskCounts(
        row.number("active_conversations"),
        row.number("leads"),
        row.number("interest"),
        row.number("booking"),
        row.number("waiting"),
        row.number("escalated"),
        row.number("assigned"));
  }

  public DeskCounts plus(DeskCounts other) {
    return new DeskCounts(
        activeConversations + other.activeConversations,
        leads + other.leads,
        interest + other.interest,
        booking + other.booking,
        waiting + other.waiting,
        escalated + other.escalated,
        assigned + other.assigned);
  }
}
