package io.rihla.api.erasure;

/**
 * A customer whose rows are to be blank.
 *
 * @param seq up to this event; what came later is kept
 * @param erasedAt questions asked up to then, in epoch milliseconds
 * @param fresh whether nothing was done since the erasure was archived
 */
record Due(String customerKey, long seq, long erasedAt, boolean fresh) {
  Due {
    if (!customerKey.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException("no customer key: " + customerKey);
    }
  }
}
