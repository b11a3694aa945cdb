package io.rihla.api.spend;

import io.rihla.api.problem.FieldFault;
import io.rihla.schemas.ads.AdInsight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one row and notes everything that is wrong with it, with the row's place in front. */
final class SpendForm {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,15}(\\.0+)?");
  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);

  private final RawRow row;
  private final SpendDefaults defaults;
  private final List<FieldFault> faults;

  private SpendForm(RawRow row, SpendDefaults defaults, List<FieldFault> faults) {
    this.row = row;
    this.defaults = defaults;
    this.faults = faults;
  }

  /** The row; unusable when it added to {@code faults}. */
  static AdInsight read(RawRow row, SpendDefaults defaults, List<FieldFault> faults) {
    return new SpendForm(row, defaults, faults).read();
  }

  private AdInsight read() {
    return new AdInsight(
        account(),
        text("ad_id", "[0-9]{3,32}", "must be an ad's id, digits only"),
        day(),
        spend(),
        currency(),
        count("link_clicks"),
        count("impressions"),
        defaults.now(),
        row.field("ad_name").map(SpendForm::bounded).orElse(null),
        row.field("meta_campaign").map(SpendForm::bounded).orElse(null));
  }

  private String account() {
    Optional<String> account = row.field("account_id").or(defaults::account);
    if (account.isEmpty()) {
      return fault("account_id", "is missing: give it in the rows or as ?account_id=");
    }
    String digits = account.get().replaceFirst("^act_", "");
    return digits.matches("[0-9]{1,32}")
        ? digits
        : fault("account_id", "must be an ad account's id, digits only");
  }

  private String day() {
    String day = row.field("day").orElse("");
    if (day.isEmpty()) {
      return fault("day", "is missing");
    }
    try {
      LocalDate date = LocalDate.parse(day);
      if (date.isBefore(FIRST_DAY) || date.isAfter(defaults.today().plusDays(1))) {
        return fault("day", "is " + day + ": not a day that has been");
      }
      if (row.field("day_end").filter(end -> !end.equals(day)).isPresent()) {
        return fault(
            "day",
            "the row covers several days: ask Meta for single ones (time_increment=1, or the"
                + " breakdown by day)");
      }
      return date.toString();
    } catch (DateTimeParseException e) {
      return fault("day", "is no date: write it like 2027-03-15");
    }
  }

  private String spend() {
    String spend =
        text("spend", AMOUNT.pattern(), "must be an amount such as 123.45, read in one way only");
    return AMOUNT.matcher(spend).matches() ? new BigDecimal(spend).toPlainString() : spend;
  }

  private String currency() {
    Optional<String> currency = row.field("currency").or(defaults::currency);
    if (currency.isEmpty()) {
      return fault("currency", "is missing: give it in the rows or as ?currency=IDR");
    }
    String code = currency.get().toUpperCase(Locale.ROOT);
    return code.matches("[A-Z]{3}") ? code : fault("currency", "is no ISO 4217 code such as IDR");
  }

  private long count(String name) {
    String count = row.field(name).orElse("0");
    if (!COUNT.matcher(count).matches()) {
      var unused = fault(name, "must be a whole number");
      return 0;
    }
    return new BigDecimal(count).longValue();
  }

  private String text(String name, String syntax, String wanted) {
    Optional<String> text = row.field(name);
    if (text.isEmpty()) {
      return fault(name, "is missing");
    }
    return text.get().matches(syntax) ? text.get() : fault(name, wanted);
  }

  private String fault(String name, String message) {
    faults.add(new FieldFault(row.place() + name, message));
    return "";
  }

  private static String bounded(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300);
  }
}
