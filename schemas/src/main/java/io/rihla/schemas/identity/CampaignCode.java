package io.rihla.schemas.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A campaign code, {@code PKG_MONTH_YEAR_TYPE} as in {@code UMR_MAR_2027_HEMAT}: the code of a
 * package and of the ads that sell it. People type it in any case and with hyphens.
 */
public record CampaignCode(String value) {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("JAN", 1),
          Map.entry("FEB", 2),
          Map.entry("MAR", 3),
          Map.entry("APR", 4),
          Map.entry("MEI", 5),
          Map.entry("MAY", 5),
          Map.entry("JUN", 6),
          Map.entry("JUL", 7),
          Map.entry("AGU", 8),
          Map.entry("AGS", 8),
          Map.entry("AUG", 8),
          Map.entry("SEP", 9),
          Map.entry("OKT", 10),
          Map.entry("OCT", 10),
          Map.entry("NOV", 11),
          Map.entry("DES", 12),
          Map.entry("DEC", 12));
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<![A-Za-z0-9_])([A-Za-z]{2,6})[_-]([A-Za-z]{3})[_-](\\d{4})[_-]"
              + "([A-Za-z0-9]{1,16}(?:[_-][A-Za-z0-9]{1,16}){0,2})(?![A-Za-z0-9])");

  public CampaignCode {
    if (!SYNTAX.matcher(value).matches() || !value.equals(normalise(value))) {
      throw new IllegalArgumentException(
          "a campaign code is PKG_MONTH_YEAR_TYPE in capitals, not " + value);
    }
  }

  /** Reads one code that stands alone. */
  public static Optional<CampaignCode> parse(String text) {
    String code = normalise(text.strip());
    return SYNTAX.matcher(code).matches() ? Optional.of(new CampaignCode(code)) : Optional.empty();
  }

  /** Every code in a text, in order, each once. */
  public static List<CampaignCode> findAll(String text) {
    List<CampaignCode> codes = new ArrayList<>();
    Matcher matcher = SYNTAX.matcher(text);
    while (matcher.find()) {
      CampaignCode code = new CampaignCode(normalise(matcher.group()));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** The month of departure, 1 to 12; empty when the letters name none. */
  public Optional<Integer> month() {
    return Optional.ofNullable(MONTHS.get(value.split("_", -1)[1]));
  }

  private static String normalise(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public String toString() {
    return value;
  }
}
