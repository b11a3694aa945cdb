package io.rihla.functions.intent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling for what people type in many: case, accents, Arabic marks and letter forms, Arabic
 * digits, repeated letters. Reads a bounded part of the text, in time that grows with its length.
 */
final class Spelling {
  /** Enough for any real message; what is beyond says nothing new. */
  private static final int LONGEST_TEXT = 4_000;

  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 400;

  private static final Pattern NOT_WORDS =
      Pattern.compile("https?://\\S++|www\\.\\S++|[\\p{Alnum}._-]{1,64}+@[\\p{Alnum}.-]++");
  private static final Pattern CODE = Pattern.compile("\\b\\p{Alpha}++(?:_\\p{Alnum}++)++");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u0640]");
  private static final Pattern BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L})['’`´](?=\\p{L})");
  private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1{2,}+");

  /** "Lihat2" is how people write "lihat-lihat". */
  private static final Pattern TWICE = Pattern.compile("(?<!\\p{L})(\\p{L}{3,40})2(?![\\p{L}\\d])");

  private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");
  private static final Pattern PIECE =
      Pattern.compile("\\p{L}++|\\d++(?:[.,]\\d)?|\\p{So}|[.,;:!?()\\n،؟؛]");

  private Spelling() {}

  /** Lower-case words, numbers and pictures; a comma stands for every mark between clauses. */
  static List<String> pieces(String text) {
    String plain = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = MARKS.matcher(plain).replaceAll("");
    plain = NOT_WORDS.matcher(plain).replaceAll(" ");
    plain = CODE.matcher(plain).replaceAll(" kodepaket ");
    plain = BETWEEN_LETTERS.matcher(letters(plain)).replaceAll("");
    plain = REPEATED.matcher(plain).replaceAll("$1");
    plain = TWICE.matcher(plain).replaceAll("$1 $1");
    plain = GROUPED.matcher(plain).replaceAll("");
    List<String> pieces = new ArrayList<>();
    var matcher = PIECE.matcher(plain);
    while (matcher.find() && pieces.size() < MOST_WORDS) {
      add(matcher.group(), pieces);
    }
    while (!pieces.isEmpty() && pieces.getLast().equals(",")) {
      pieces.removeLast();
    }
    return pieces;
  }

  private static void add(String piece, List<String> pieces) {
    char first = piece.charAt(0);
    if (Character.isLetterOrDigit(first) || Character.isSurrogate(first) || isSymbol(first)) {
      pieces.add(piece.length() > LONGEST_WORD ? piece.substring(0, LONGEST_WORD) : piece);
    } else if (!pieces.isEmpty() && !pieces.getLast().equals(",")) {
      pieces.add(",");
    }
  }

  private static boolean isSymbol(char letter) {
    return Character.getType(letter) == Character.OTHER_SYMBOL;
  }

  private static String letters(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      plain.append(
          switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            case 'ؤ' -> 'و';
            case 'ئ' -> 'ي';
            default ->
                Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
                    ? (char) ('0' + Character.digit(letter, 10))
                    : letter;
          });
    }
    return plain.toString();
  }
}
