package io.rihla.functions.experiments;

import io.rihla.schemas.desk.Experiment;
import io.rihla.schemas.desk.Variant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The arm of an experiment a customer is in. It depends on the experiment's name, the customer's
 * key and the weights alone, so every server finds the same arm, always.
 */
public record Assignment(Experiment experiment, Variant variant) {

  public static Assignment of(Experiment experiment, String customerKey) {
    long all = experiment.variants().stream().mapToLong(Variant::weight).sum();
    long place = Long.remainderUnsigned(hash(experiment.name() + "\u0000" + customerKey), all);
    for (Variant variant : experiment.variants()) {
      place -= variant.weight();
      if (place < 0) {
        return new Assignment(experiment, variant);
      }
    }
    throw new IllegalStateException("experiment %s has no arms".formatted(experiment.name()));
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
