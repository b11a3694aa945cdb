package io.rihla.functions.brain;

import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.ThoughtRequest;
import java.util.regex.Pattern;

/** Whether a customer asked for a file in so many words. */
final class AskedFor {
  private static final Pattern PICTURE =
      words("foto\\w*|gambar\\w*|pic|picture|pictures|photo|photos|image|صور|صورة|الصور");
  private static final Pattern VIDEO = words("video\\w*|vidio\\w*|testimoni\\w*|فيديو");
  private static final Pattern BROCHURE =
      words("brosur\\w*|brochure|brochures|katalog|flyer|pdf|كتيب");
  private static final Pattern ITINERARY =
      words("itinerary|itinerari|rute|jadwal\\w*|agenda|program|برنامج");
  private static final Pattern POSITION =
      words("alamat\\w*|lokasi\\w*|kantor\\w*|maps?|address|location|office|عنوان");

  private AskedFor() {}

  static boolean inWords(MediaWish wish, ThoughtRequest request) {
    if (request.situation() != Situation.TURN) {
      return false;
    }
    Pattern words =
        switch (wish) {
          case PICTURE -> PICTURE;
          case VIDEO -> VIDEO;
          case BROCHURE -> BROCHURE;
          case ITINERARY -> ITINERARY;
          case MAP_POSITION -> POSITION;
        };
    return words.matcher(Turns.text(request)).find();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?iu)(?<!\\p{L})(" + alternatives + ")(?!\\p{L})");
  }
}
