package io.rihla.jobs.funnel;

import io.rihla.jobs.history.Point;
import io.rihla.schemas.conversation.CampaignAttributed;
import org.jspecify.annotations.Nullable;

/** What tied a journey to a campaign, as it is kept in a {@link Point}. */
record Touchpoint(String campaign, String ad, String via) {
  private static final char BETWEEN = '\n';

  static Touchpoint of(CampaignAttributed attributed) {
    return new Touchpoint(
        orEmpty(attributed.campaignCode()),
        orEmpty(attributed.sourceId()),
        attributed.via().name());
  }

  /** The touch of a point, one that names nothing without a point. */
  static Touchpoint of(@Nullable Point point) {
    if (point == null) {
      return new Touchpoint("", "", "");
    }
    String value = point.value();
    int first = value.indexOf(BETWEEN);
    int second = value.lastIndexOf(BETWEEN);
    return new Touchpoint(
        value.substring(0, first), value.substring(first + 1, second), value.substring(second + 1));
  }

  String text() {
    return campaign + BETWEEN + ad + BETWEEN + via;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
