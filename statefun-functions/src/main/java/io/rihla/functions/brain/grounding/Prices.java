package io.rihla.functions.brain.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Amounts of money, however they are written. */
final class Prices {
  private static final double MILLION = 1_000_000;
  private static final double LARGE = 100_000;
  private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
  private static final String CURRENCY =
      "rp|idr|usd|us\\$|\\$|sar|sr|myr|rm|eur|€|ريال|دولار|روبية|ر\\.س";
  private static final String CURRENCY_AFTER =
      "rupiah|idr|dollars?|dolar|usd|riyals?|real|sar|ringgit|myr|euros?|روبية(?: إندونيسية)?|دولار|ريال";
  private static final String UNIT =
      "juta|jutaan|jtan|jt|millions?|mio|mln|mill|m|miliar|milyar|billions?|bn|ribuan|ribu|rban|rb|thousands?|k|مليون|ملايين|ألف|الف|آلاف";

  /** [currency] number [unit] [to number [unit]] [number ribu] [currency]. */
  private static final Pattern MONEY =
      Pattern.compile(
          ("(?:(?<![\\p{L}])(?<before>%1$s)\\.?:?\\s?)?(?<low>%2$s)\\s?-?(?:(?<lowunit>%3$s)(?![\\p{L}\\d]))?"
                  + "(?:\\s?(?:-|sampai|hingga|s/d|s\\.d\\.|sd|to|until|atau|or|إلى|الى)\\s?(?:(?:%1$s)\\.?\\s?)?(?<high>%2$s)(?!\\d)(?:\\s?(?<highunit>%3$s)(?![\\p{L}\\d]))?)?"
                  + "(?:\\s(?<thousands>\\d{1,3})\\s?(?:ribu|rb|thousand))?"
                  + "(?:\\s?(?<after>%4$s)(?![\\p{L}]))?")
              .formatted(CURRENCY, NUMBER, UNIT, CURRENCY_AFTER));

  private static final Pattern LOOSE =
      Pattern.compile(
          "(?:\\bharga\\p{L}*|\\bbiaya\\p{L}*|\\btarif\\p{L}*|\\bprice|\\bpriced|\\bcosts?|\\bdp|\\bdeposit|سعر\\p{L}*|السعر|تكلفة|التكلفة)"
              + "(?:[^\\d\\n.!?]{0,30}?)(\\d+(?:[.,]\\d+)*)"
              + "(?!\\d|[.,:/]\\d|\\s?(?:orang|hari|malam|days?|nights?|pax|people|persons?|kursi|seats?|%|x\\b|kali))");

  private Prices() {}

  static Claims.Taken in(String text) {
    return Claims.take(text, MONEY, Prices::money);
  }

  static Claims.Taken loose(String text) {
    return Claims.take(
        text,
        LOOSE,
        match -> List.of(new Claim.LoosePrice(Numbers.plain(match.group(1)), match.group())));
  }

  private static List<Claim> money(MatchResult match) {
    String high = match.group("high");
    String lowUnit = match.group("lowunit");
    String highUnit = match.group("highunit");
    boolean currency = match.group("before") != null || match.group("after") != null;
    boolean unit = lowUnit != null || highUnit != null;
    if (!currency && !unit) {
      return large(match);
    }
    String name = currency(match, unit);
    String lowScale = lowUnit != null ? lowUnit : highUnit;
    double low = amount(match.group("low"), lowScale);
    double rest =
        match.group("thousands") == null ? 0 : Double.parseDouble(match.group("thousands")) * 1000;
    List<Claim> claims = new ArrayList<>();
    if (high == null) {
      claims.add(new Claim.Money(low + rest, name, match.group()));
    } else {
      claims.add(new Claim.Money(low, name, match.group()));
      claims.add(
          new Claim.Money(
              amount(high, highUnit != null ? highUnit : lowUnit) + rest, name, match.group()));
    }
    return claims;
  }

  /** Nothing but a price has so many zeros in groups; long numbers without groups come later. */
  private static List<Claim> large(MatchResult match) {
    List<Claim> claims = new ArrayList<>();
    for (String group : List.of("low", "high")) {
      String number = match.group(group);
      if (number != null
          && number.matches("\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{2})?")
          && Numbers.plain(number) >= LARGE) {
        claims.add(new Claim.Money(Numbers.plain(number), "", match.group()));
      }
    }
    return claims;
  }

  private static double amount(String number, @org.jspecify.annotations.Nullable String unit) {
    return unit == null ? Numbers.plain(number) : Numbers.scaled(number) * scale(unit);
  }

  private static double scale(String unit) {
    return switch (unit) {
      case "miliar", "milyar", "billion", "billions", "bn" -> 1_000 * MILLION;
      case "ribu", "ribuan", "rb", "rban", "thousand", "thousands", "k", "ألف", "الف", "آلاف" ->
          1_000;
      default -> MILLION;
    };
  }

  private static String currency(MatchResult match, boolean unit) {
    String written = match.group("before") != null ? match.group("before") : match.group("after");
    if (written == null) {
      return unit ? "" : "IDR";
    }
    if (written.startsWith("rp")
        || written.startsWith("rup")
        || written.equals("idr")
        || written.startsWith("روبية")) {
      return "IDR";
    }
    if (written.contains("$")
        || written.startsWith("us")
        || written.startsWith("dol")
        || written.equals("دولار")) {
      return "USD";
    }
    if (written.startsWith("m") || written.startsWith("rm") || written.startsWith("ring")) {
      return "MYR";
    }
    return written.startsWith("e") || written.equals("€") ? "EUR" : "SAR";
  }
}
