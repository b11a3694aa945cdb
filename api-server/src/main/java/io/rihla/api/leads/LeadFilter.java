package io.rihla.api.leads;

import io.rihla.api.store.ListParameters;
import io.rihla.api.store.PageCursor;
import io.rihla.api.store.Paged;
import io.rihla.api.store.Where;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which leads a list shows, and from where on. */
final class LeadFilter {
  private static final Set<String> PHASES = Set.of("LEADS", "INTEREST", "BOOKING");
  private static final Set<String> STATUSES =
      Set.of("OPEN", "PAID", "REFUNDED", "LOST", "CANCELLED");
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST = 200;

  private LeadFilter() {}

  static Paged.Request of(Function<String, Optional<String>> parameter) {
    Where where =
        new Where()
            .and(
                parameter.apply("phase").map(text -> ListParameters.oneOf("phase", text, PHASES)),
                "phase = ?")
            .and(
                parameter
                    .apply("status")
                    .map(text -> ListParameters.oneOf("status", text, STATUSES)),
                "status = ?")
            .and(upper(parameter.apply("package")), "package_code = ?")
            .and(upper(parameter.apply("campaign")), "campaign_code = ?")
            .and(parameter.apply("source"), "source = ?")
            .and(
                parameter.apply("phone").map(ListParameters::phoneDigits),
                "position(phone, ?) > 0");
    return new Paged.Request(
        where,
        parameter.apply("cursor").map(PageCursor::parse),
        parameter
            .apply("limit")
            .map(text -> ListParameters.limit(text, MOST))
            .orElse(STANDARD_LIMIT));
  }

  private static Optional<String> upper(Optional<String> text) {
    return text.map(one -> one.toUpperCase(Locale.ROOT));
  }
}
