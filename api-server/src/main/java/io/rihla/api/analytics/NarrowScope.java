package io.rihla.api.analytics;

import io.rihla.api.store.ClickHouse;
import io.rihla.api.store.StoreUnavailable;
import io.rihla.api.store.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is asked for, in the narrow tables of figures. These name ads, not the campaigns the ads
 * belong to now: those of the campaign are looked up once, not by each of the questions.
 *
 * @param ads of the campaign that is asked for; empty without one
 */
record NarrowScope(Scope scope, List<String> ads) {
  private static final String ADS = "SELECT ad_id FROM campaign_ads WHERE campaign = ?";
  private static final String OF_JOURNEYS =
      "journey IN (SELECT id FROM figure_journeys FINAL WHERE %s)";

  static NarrowScope of(Scope scope, ClickHouse clickHouse) throws StoreUnavailable {
    return new NarrowScope(
        scope,
        scope.campaign().isPresent()
            ? clickHouse.query(ADS, row -> row.text("ad_id"), scope.campaign().get())
            : List.of());
  }

  DayRange days() {
    return scope.days();
  }

  /** Rows of {@code figure_journeys}, whatever their day. */
  Where journeys() {
    return new Where()
        .and(scope.language(), "language = ?")
        .and(scope.promptVersion(), "prompt_version = ?")
        .and(firstTouch());
  }

  /** Rows of {@code figure_answers} or {@code figure_episodes} in the range, by that time. */
  Where rows(String time) {
    return scope
        .timesOf(time)
        .and(scope.language(), "language = ?")
        .and(scope.promptVersion(), "prompt_version = ?")
        .and(ofTheCampaign());
  }

  /** Rows that name their journey, of the campaign asked for. */
  Where ofTheCampaign() {
    Where touched = firstTouch();
    return scope.campaign().isEmpty()
        ? touched
        : new Where().and(OF_JOURNEYS.formatted(touched.sql()), touched.values());
  }

  /**
   * Journeys that the campaign touched first, by its code or by one of its ads; all without one.
   */
  private Where firstTouch() {
    Where where = new Where();
    if (scope.campaign().isEmpty()) {
      return where;
    }
    String code = scope.campaign().get();
    if (ads.isEmpty()) {
      return where.and("first_campaign = ?", code);
    }
    List<Object> values = new ArrayList<>(List.of(code));
    values.addAll(ads);
    return where.and(
        "(first_campaign = ? OR (first_campaign = '' AND first_ad IN (%s)))"
            .formatted(String.join(", ", Collections.nCopies(ads.size(), "?"))),
        values.toArray());
  }
}
