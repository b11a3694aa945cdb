package io.rihla.functions.brain.grounding;

import io.rihla.functions.brain.grounding.Claim.SpanUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every claim in a text. What one pattern has taken the next ones do not see, so that the
 * year of a date is no price.
 */
final class Claims {
  private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b[a-z]{2,12}://\\S+|\\b(?:mailto|tel):\\S+|\\bwww\\.\\S+|\\S+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|(?<![\\w@])(?:[\\p{L}\\d-]+\\.)+(?:com|net|org|id|co|io|me|ly|xyz|site|online|shop|store|info"
              + "|biz|app|link|click|top|club|live|my|sa|ae|eg|uk|us|dev|ai|cc|tv|gl|page|web|travel|ru|cn)"
              + "(?:/\\S*)?(?![\\p{L}\\d])"
              + "|(?<![\\w@])[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+/\\S*|(?<![\\w.])@[a-z][\\w.]{2,}"
              + "|\\b[a-z\\d-]+ ?(?:\\(dot\\)|\\[dot]| dot | titik ) ?(?:com|net|org|id|co|io|me|xyz|site)\\b");
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\d_])[\\p{L}\\d]+(?:_[\\p{L}\\d]+){2,}(?![\\p{L}\\d_])");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(%s)\\s?(?:%%|persen\\b|percent\\b|pct\\b|بالمئة|بالمائة|في المئة)".formatted(NUMBER));
  private static final Pattern SPAN_PAIR =
      Pattern.compile("\\b(\\d{1,3})\\s?([dh])\\s?[/-]?\\s?(\\d{1,3})\\s?([nm])\\b");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:(\\d{1,4})\\s?(?:-|sampai|hingga|s/d|to|or|atau|إلى)\\s?)?(\\d+(?:[.,]\\d+)?)[\\s-]?"
              + "(menit|minutes?|mins?|jam|hours?|hari|days?|malam|nights?|minggu|pekan|weeks?|bulan|months?|tahun|years?"
              + "|دقيقة|دقائق|ساعة|ساعات|يوما|يوم|أيام|ايام|ليلة|ليالي|ليال|أسبوع|أسابيع|شهر|أشهر|شهور|سنة|سنوات)(?![\\p{L}])");
  private static final String SEAT = "(?:kursi|seats?|slots?|مقعد\\S*|مقاعد)";
  private static final Pattern REMAINING =
      Pattern.compile(
          "(?:\\bsisa|\\btinggal|\\btersisa|\\bkuota|\\bquota|\\bremaining|\\bleft|المتبقية|متبقية|بقي|تبقى)"
              + "[^\\d\\n.]{0,25}?(\\d{1,4}+)(?![.,]\\d)(?:\\s?(?:dari|of|من|/)\\s?(?:total )?(\\d{1,4}+))?"
              + "(?!\\s?(?:orang|people|pax|persons?|juta|jt|ribu|rb|million|%))"
              + "|(?:\\bonly|\\bhanya|\\bcuman?|فقط)[^\\d\\n.]{0,15}?(\\d{1,4}+)\\s?"
              + SEAT);
  private static final Pattern OF_SEATS =
      Pattern.compile(
          "(\\d{1,4}+)\\s?(?:dari|of|out of|من)\\s?(\\d{1,4}+)"
              + "|(\\d{1,4}+)\\s"
              + SEAT
              + "\\s(?:lagi|tersisa|tersedia|are left|left|remaining|remain|available|متبقية|متاحة)");
  private static final Pattern SEATS = Pattern.compile("(\\d{1,4}+)\\s?-?" + SEAT);
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(\\d{1,4}+)\\s?-?(?:orang|org|pax|people|persons?|jamaah|jemaah|peserta|pilgrims?|travell?ers?|adults?|dewasa|anak|bayi|lansia|children|kids|أشخاص|اشخاص|شخصا|شخص|مسافرين)");
  private static final Pattern DISTANCE =
      Pattern.compile(
          "(?<![\\d.,]|rp ?|idr ?|usd ?|sar ?|\\$ ?)(%s)\\s?-?(m|meter|meters|metres|km|kilometer|kilometers|متر|مترا|أمتار|كم|كيلومتر)(?![\\p{L}\\d])"
              .formatted(NUMBER));
  private static final Pattern STARS =
      Pattern.compile(
          "(?:bintang|\\*)\\s?(\\d)(?!\\d)|(\\d)\\s?-?(?:bintang|stars?\\b|نجوم|نجمات|نجمة)|(\\d)⭐");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,2})[.:](\\d{2})(?![\\d.,:]\\d|\\d)(?!\\s?(?:juta|jt|ribu|rb|million|m\\b))");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,+-])((?:19|20|14)\\d{2})(?![\\d]|[.,-]\\d)");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("\\+?\\d(?:[\\d]|[ .()-]{1,2}(?=\\d)){5,}\\d?");

  private final List<Claim> found = new ArrayList<>();
  private String rest;

  private Claims(String text) {
    this.rest = text;
  }

  /** Claims of a text that was made plain by {@link PlainText}. */
  static List<Claim> in(String plain) {
    Claims claims = new Claims(plain);
    claims.take(ADDRESS, match -> List.of(new Claim.Address(trim(match.group()), match.group())));
    claims.take(CODE, match -> List.of(new Claim.Code(match.group(), match.group())));
    claims.take(
        PERCENT, match -> List.of(new Claim.Percent(Numbers.plain(match.group(1)), match.group())));
    claims.found.addAll(claims.replace(Dates.in(claims.rest)));
    claims.take(SPAN_PAIR, Claims::spanPair);
    claims.take(SPAN, Claims::span);
    claims.take(DISTANCE, Claims::distance);
    claims.take(
        STARS, match -> List.of(new Claim.Stars(Integer.parseInt(first(match)), match.group())));
    claims.found.addAll(claims.replace(Prices.in(claims.rest)));
    claims.take(OF_SEATS, match -> seats(match, true));
    claims.take(REMAINING, match -> seats(match, true));
    claims.take(SEATS, match -> seats(match, false));
    claims.take(
        PEOPLE,
        match -> List.of(new Claim.People(Integer.parseInt(match.group(1)), match.group())));
    claims.found.addAll(claims.replace(Prices.loose(claims.rest)));
    claims.take(
        CLOCK,
        match -> List.of(new Claim.Clock(match.group(1) + ":" + match.group(2), match.group())));
    claims.take(
        YEAR, match -> List.of(new Claim.Year(Integer.parseInt(match.group(1)), match.group())));
    claims.take(LONG_NUMBER, Claims::longNumber);
    return List.copyOf(claims.found);
  }

  /** What a group of patterns found, and the text without it. */
  record Taken(List<Claim> claims, String rest) {}

  static Taken take(String text, Pattern pattern, Function<MatchResult, List<Claim>> reading) {
    List<Claim> claims = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    String rest =
        matcher.replaceAll(
            match -> {
              List<Claim> read = reading.apply(match);
              claims.addAll(read);
              return read.isEmpty() ? Matcher.quoteReplacement(match.group()) : " ¤ ";
            });
    return new Taken(claims, rest);
  }

  private void take(Pattern pattern, Function<MatchResult, List<Claim>> reading) {
    found.addAll(replace(take(rest, pattern, reading)));
  }

  private List<Claim> replace(Taken taken) {
    rest = taken.rest();
    return taken.claims();
  }

  private static List<Claim> spanPair(MatchResult match) {
    return List.of(
        new Claim.Span(Numbers.plain(match.group(1)), SpanUnit.DAY, match.group()),
        new Claim.Span(Numbers.plain(match.group(3)), SpanUnit.NIGHT, match.group()));
  }

  private static List<Claim> span(MatchResult match) {
    SpanUnit unit = unit(match.group(3));
    double length = Numbers.plain(match.group(2));
    if (unit == SpanUnit.YEAR && length >= 1000) {
      return List.of();
    }
    Claim last = new Claim.Span(length, unit, match.group());
    return match.group(1) == null
        ? List.of(last)
        : List.of(new Claim.Span(Numbers.plain(match.group(1)), unit, match.group()), last);
  }

  private static SpanUnit unit(String word) {
    return switch (word.charAt(0)) {
      case 'd', 'h' -> word.startsWith("hour") ? SpanUnit.HOUR : SpanUnit.DAY;
      case 'n' -> SpanUnit.NIGHT;
      case 'j', 'س' -> word.startsWith("سن") ? SpanUnit.YEAR : SpanUnit.HOUR;
      case 'w', 'p' -> SpanUnit.WEEK;
      case 'b', 'ش' -> SpanUnit.MONTH;
      case 't', 'y' -> SpanUnit.YEAR;
      case 'د' -> SpanUnit.MINUTE;
      case 'ل' -> SpanUnit.NIGHT;
      case 'ي' -> SpanUnit.DAY;
      case 'أ', 'ا' ->
          word.startsWith("أس")
              ? SpanUnit.WEEK
              : word.startsWith("أش") ? SpanUnit.MONTH : SpanUnit.DAY;
      default ->
          word.startsWith("mal")
              ? SpanUnit.NIGHT
              : word.startsWith("minggu")
                  ? SpanUnit.WEEK
                  : word.startsWith("mon") ? SpanUnit.MONTH : SpanUnit.MINUTE;
    };
  }

  private static List<Claim> distance(MatchResult match) {
    boolean kilometers = match.group(2).startsWith("k") || match.group(2).startsWith("ك");
    // "1.200 m" has a thousands point, "1.2 km" a decimal one
    double number = kilometers ? Numbers.scaled(match.group(1)) : Numbers.plain(match.group(1));
    return List.of(new Claim.Distance(kilometers ? number * 1000 : number, match.group()));
  }

  private static List<Claim> seats(MatchResult match, boolean remaining) {
    List<Claim> claims = new ArrayList<>();
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        claims.add(new Claim.Seats(Integer.parseInt(match.group(group)), remaining, match.group()));
      }
    }
    return claims;
  }

  private static List<Claim> longNumber(MatchResult match) {
    String digits = match.group().replaceAll("\\D", "");
    return digits.length() < 6 ? List.of() : List.of(new Claim.LongNumber(digits, match.group()));
  }

  private static String first(MatchResult match) {
    for (int group = 1; group < match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return match.group(match.groupCount());
  }

  /** A link without the full stop of its sentence. */
  private static String trim(String address) {
    return address.replaceAll("[.,;:!?)\\]'\"]+$", "");
  }
}
