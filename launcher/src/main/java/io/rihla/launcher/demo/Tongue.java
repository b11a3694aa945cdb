package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Language;
import java.util.List;

/** The four languages customers write in; the desk tells three of them apart. */
enum Tongue {
  INDONESIAN("indonesian", Language.ID, "628", 10, "Siti,Budi,Dewi,Agus,Rina,Joko,Wati,Hendra"),
  ENGLISH("english", Language.EN, "447", 9, "Aisha,Omar,Sarah,Yusuf"),
  MALAY("malay", Language.ID, "601", 8, "Nurul,Faizal,Aminah,Hafiz"),
  ARABIC("arabic", Language.AR, "9665", 8, "أحمد,فاطمة,خالد,مريم");

  final String file;
  final Language detected;
  private final String prefix;
  private final int digits;
  private final String names;

  Tongue(String file, Language detected, String prefix, int digits, String names) {
    this.file = file;
    this.detected = detected;
    this.prefix = prefix;
    this.digits = digits;
    this.names = names;
  }

  /** A number of that country; different indexes never share one. */
  String phone(long base, int index) {
    long space = (long) Math.pow(10, digits);
    return prefix + String.format("%0" + digits + "d", Math.floorMod(base + index, space));
  }

  String name(Dice dice) {
    return dice.one(List.of(names.split(",", -1)));
  }

  static Tongue of(Dice dice) {
    return values()[dice.weighted(70, 12, 9, 9)];
  }
}
