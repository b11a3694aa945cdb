package io.rihla.jobs.sink;

import java.io.Serializable;
import java.net.URI;

/** Where ClickHouse is and who writes. */
public record ClickHouseAddress(URI url, String database, String user, String password)
    implements Serializable {
  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url + "/" + database;
  }
}
