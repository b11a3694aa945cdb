package io.rihla.api.reading;

/** A WAHA session changed its status, such as WORKING or FAILED. */
public record SessionStatus(String session, String status) implements Reading {
  public boolean isWorking() {
    return status.equals("WORKING");
  }
}
