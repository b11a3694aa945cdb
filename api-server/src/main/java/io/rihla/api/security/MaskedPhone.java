package io.rihla.api.security;

import org.jspecify.annotations.Nullable;

/** A phone as an analyst sees it. */
public final class MaskedPhone {
  private static final int SHOWN_BEFORE = 5;
  private static final int SHOWN_AFTER = 3;

  private MaskedPhone() {}

  /** Enough to tell two customers apart, too little to call one. */
  public static @Nullable String of(@Nullable String phone) {
    if (phone == null || phone.length() <= SHOWN_BEFORE + SHOWN_AFTER) {
      return phone == null ? null : "*".repeat(phone.length());
    }
    int hidden = phone.length() - SHOWN_BEFORE - SHOWN_AFTER;
    return phone.substring(0, SHOWN_BEFORE)
        + "*".repeat(hidden)
        + phone.substring(SHOWN_BEFORE + hidden);
  }
}
