package io.rihla.launcher.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, the same for the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed, long stream) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ mixed(stream));
  }

  private static long mixed(long value) {
    long mixed = (value + 1) * 0xBF58476D1CE4E5B9L;
    return (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Both ends included. */
  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  double real() {
    return random.nextDouble();
  }

  <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** The index of one of several weights. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double point = random.nextDouble() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      point -= weights[i];
      last = i;
      if (point < 0) {
        break;
      }
    }
    return last;
  }
}
