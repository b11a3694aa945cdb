package io.rihla.api.reading;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as E.164 digits without plus. */
public final class Phones {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9][0-9 ().-]{4,24}");
  private static final String HOME = "ID";

  private Phones() {}

  /** The digits of a WhatsApp address: WhatsApp vouches for them, so none are refused. */
  public static String ofChat(String digits) {
    return parse("+" + digits).orElse(digits);
  }

  /** A number as people write it; a leading zero is a number at home. Empty when it is none. */
  public static Optional<String> parse(String written) {
    String text = written.strip();
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      boolean international = text.startsWith("+") || !text.startsWith("0");
      PhoneNumber number =
          NUMBERS.parse(international && !text.startsWith("+") ? "+" + text : text, HOME);
      return NUMBERS.isPossibleNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164).substring(1))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
