package io.rihla.api.waha;

/** WAHA did not answer, or not yet: worth asking again. */
public final class WahaUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  WahaUnavailable(String what, Throwable cause) {
    super(what, cause);
  }

  WahaUnavailable(String what) {
    super(what);
  }
}
