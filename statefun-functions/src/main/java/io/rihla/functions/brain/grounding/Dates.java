package io.rihla.functions.brain.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dates in Indonesian, English, Arabic and in digits (day before month). */
public final class Dates {
  private static final List<String> NAMES =
      List.of(
          "januari|january|jan|يناير|كانون الثاني",
          "februari|pebruari|february|feb|فبراير|شباط",
          "maret|march|mar|مارس|آذار",
          "april|apr|أبريل|ابريل|إبريل|نيسان",
          "mei|may|مايو|أيار",
          "juni|june|jun|يونيو|يونيه|حزيران",
          "juli|july|jul|يوليو|يوليه|تموز",
          "agustus|august|agt|agu|ags|aug|أغسطس|اغسطس|آب",
          "september|sept|sep|سبتمبر|أيلول",
          "oktober|october|okt|oct|أكتوبر|اكتوبر|تشرين الأول",
          "november|nopember|nov|نوفمبر|تشرين الثاني",
          "desember|december|des|dec|ديسمبر|كانون الأول");

  private static final Map<String, Integer> MONTHS =
      NAMES.stream()
          .flatMap(names -> List.of(names.split("\\|", -1)).stream())
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name,
                  name ->
                      1
                          + NAMES.indexOf(
                              NAMES.stream()
                                  .filter(names -> List.of(names.split("\\|", -1)).contains(name))
                                  .findFirst()
                                  .orElseThrow())));

  private static final String MONTH = "(" + String.join("|", NAMES) + ")";
  private static final String TO = "\\s?(?:-|s/d|sampai|hingga|to|until|dan|and|إلى|الى)\\s?";
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d.,])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d]|[.,]\\d)");
  private static final Pattern SHORT =
      Pattern.compile("(?<![\\d.,/])(\\d{1,2})/(\\d{1,2})(?![\\d/])");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d.,])(?:(\\d{1,2})(?:st|nd|rd|th)?%s)?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]?(?:bulan )?%s(?!\\p{L})\\.?(?:,?[\\s-]?(\\d{4}))?"
              .formatted(TO, MONTH));
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<!\\p{L})%s\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:%s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s(\\d{4}))?"
              .formatted(MONTH, TO));
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?<!\\p{L})%s\\.?,?\\s?(?:tahun )?(\\d{4})(?!\\d)".formatted(MONTH));
  private static final Pattern MONTH_ONLY =
      Pattern.compile("(?<![\\p{L}/])%s(?!\\p{L})".formatted(MONTH));
  private static final Pattern DAY_ONLY =
      Pattern.compile(
          "(?:\\btanggal|\\btgl\\.?|\\bthe|يوم) (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d|\\s?(?:hari|days?|malam|nights?|people|orang|seats?|packages?|-?stars?))");

  private Dates() {}

  /** The month that a word names, in any of the three languages. */
  public static @Nullable Integer month(String word) {
    return MONTHS.get(word);
  }

  static Claims.Taken in(String text) {
    List<Claim> claims = new ArrayList<>();
    String rest = collect(claims, Claims.take(text, ISO, match -> day(match, 3, 2, 1)));
    rest = collect(claims, Claims.take(rest, NUMERIC, match -> day(match, 1, 3, 4)));
    rest = collect(claims, Claims.take(rest, DAY_MONTH, Dates::dayMonth));
    rest = collect(claims, Claims.take(rest, MONTH_DAY, Dates::monthDay));
    rest =
        collect(
            claims,
            Claims.take(
                rest,
                MONTH_YEAR,
                match ->
                    List.of(
                        new Claim.Month(
                            named(match.group(1)),
                            Integer.valueOf(match.group(2)),
                            match.group()))));
    rest = collect(claims, Claims.take(rest, MONTH_ONLY, Dates::monthOnly));
    rest = collect(claims, Claims.take(rest, SHORT, match -> day(match, 1, 2, 0)));
    rest =
        collect(
            claims,
            Claims.take(
                rest,
                DAY_ONLY,
                match ->
                    List.of(
                        new Claim.DayOfMonth(Integer.parseInt(match.group(1)), match.group()))));
    return new Claims.Taken(claims, rest);
  }

  private static String collect(List<Claim> claims, Claims.Taken taken) {
    claims.addAll(taken.claims());
    return taken.rest();
  }

  private static List<Claim> dayMonth(MatchResult match) {
    return days(match, match.group(1), match.group(2), match.group(3), match.group(4));
  }

  private static List<Claim> monthDay(MatchResult match) {
    return days(match, match.group(3), match.group(2), match.group(1), match.group(4));
  }

  private static List<Claim> days(
      MatchResult match, @Nullable String one, String other, String month, @Nullable String year) {
    List<Claim> claims = new ArrayList<>();
    if (one != null) {
      claims.add(day(match, one, named(month), year));
    }
    claims.add(day(match, other, named(month), year));
    return claims;
  }

  private static List<Claim> day(MatchResult match, int day, int month, int year) {
    int number = Integer.parseInt(match.group(month));
    if (number < 1 || number > 12) {
      return year == 0
          ? List.of()
          : List.of(
              day(
                  match,
                  match.group(month),
                  Integer.parseInt(match.group(day)),
                  match.group(year)));
    }
    return List.of(day(match, match.group(day), number, year == 0 ? null : match.group(year)));
  }

  private static Claim day(MatchResult match, String day, int month, @Nullable String year) {
    Integer full = year == null ? null : Integer.valueOf(year.length() == 2 ? "20" + year : year);
    return new Claim.Day(Integer.parseInt(day), month, full, match.group().strip());
  }

  /** Abbreviations and the verb "may" are months only beside a number. */
  private static List<Claim> monthOnly(MatchResult match) {
    String name = match.group(1);
    boolean latin = name.charAt(0) < 128;
    return (latin && name.length() < 4 && !name.equals("mei"))
            || name.equals("آب")
            || name.equals("march")
        ? List.of()
        : List.of(new Claim.Month(named(name), null, match.group()));
  }

  private static int named(String month) {
    return Objects.requireNonNull(MONTHS.get(month));
  }
}
