package io.rihla.launcher.waha;

import org.jspecify.annotations.Nullable;

/** The Meta ad a customer clicked before the first message. */
public record AdReferral(
    String sourceId,
    @Nullable String sourceUrl,
    @Nullable String sourceApp,
    @Nullable String ctwaClid,
    @Nullable String title,
    @Nullable String body,
    @Nullable String greeting) {

  @SuppressWarnings("NullAway") // the JSON of a caller may leave it out
  public AdReferral {
    if (sourceId == null || sourceId.isBlank()) {
      throw new BadCall("ad.source_id is missing: the id of the Meta ad");
    }
  }
}
