package io.rihla.jobs.questions.offline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far two ways to divide the same things agree: 1 when they are the same. The adjusted figures
 * are 0 when they agree as much as chance would have it. Information in nats, normalised by the
 * arithmetic mean of both entropies.
 *
 * @param nmi normalised mutual information
 * @param ari adjusted Rand index
 * @param ami adjusted mutual information
 */
public record Agreement(double nmi, double ari, double ami) {
  /** A pair of groups, one of each division. */
  private record Cell(String one, String other) {}

  public static Agreement of(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          "%d things cannot be compared with %d".formatted(one.size(), other.size()));
    }
    int all = one.size();
    Map<String, Integer> ones = sizes(one);
    Map<String, Integer> others = sizes(other);
    Map<Cell, Integer> cells =
        sizes(
            IntStream.range(0, all).mapToObj(at -> new Cell(one.get(at), other.get(at))).toList());
    if (ones.size() == others.size() && cells.size() == ones.size()) {
      return new Agreement(1, 1, 1);
    }
    double mutual = 0;
    for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
      double both = cell.getValue();
      double expected =
          (double) ones.getOrDefault(cell.getKey().one(), 0)
              * others.getOrDefault(cell.getKey().other(), 0);
      mutual += both / all * Math.log(all * both / expected);
    }
    double mean = (entropy(ones.values(), all) + entropy(others.values(), all)) / 2;
    double chance = expectedMutual(ones.values(), others.values(), all);
    return new Agreement(
        mean == 0 ? 0 : mutual / mean,
        rand(cells.values(), ones.values(), others.values(), all),
        mean - chance == 0 ? 0 : (mutual - chance) / (mean - chance));
  }

  @Override
  public String toString() {
    return "NMI %.3f  ARI %.3f  AMI %.3f".formatted(nmi, ari, ami);
  }

  private static <T> Map<T, Integer> sizes(List<T> things) {
    Map<T, Integer> sizes = new HashMap<>();
    things.forEach(thing -> sizes.merge(thing, 1, Integer::sum));
    return sizes;
  }

  private static double entropy(Collection<Integer> sizes, int all) {
    return sizes.stream()
        .mapToDouble(size -> -(double) size / all * Math.log((double) size / all))
        .sum();
  }

  private static double rand(
      Collection<Integer> cells, Collection<Integer> ones, Collection<Integer> others, int all) {
    double together = pairs(cells);
    double expected = pairs(ones) * pairs(others) / pairs(List.of(all));
    double most = (pairs(ones) + pairs(others)) / 2;
    return most == expected ? 0 : (together - expected) / (most - expected);
  }

  private static double pairs(Collection<Integer> sizes) {
    return sizes.stream().mapToDouble(size -> (double) size * (size - 1) / 2).sum();
  }

  /** Under the hypergeometric model, as Vinh, Epps and Bailey give it. */
  private static double expectedMutual(
      Collection<Integer> ones, Collection<Integer> others, int all) {
    double[] logFactorial = new double[all + 1];
    for (int number = 2; number <= all; number++) {
      logFactorial[number] = logFactorial[number - 1] + Math.log(number);
    }
    double expected = 0;
    for (Map.Entry<Integer, Long> one : counted(ones).entrySet()) {
      for (Map.Entry<Integer, Long> other : counted(others).entrySet()) {
        int first = one.getKey();
        int second = other.getKey();
        double sum = 0;
        for (int both = Math.max(1, first + second - all);
            both <= Math.min(first, second);
            both++) {
          sum +=
              (double) both
                  / all
                  * Math.log((double) all * both / ((double) first * second))
                  * Math.exp(
                      logFactorial[first]
                          + logFactorial[second]
                          + logFactorial[all - first]
                          + logFactorial[all - second]
                          - logFactorial[all]
                          - logFactorial[both]
                          - logFactorial[first - both]
                          - logFactorial[second - both]
                          - logFactorial[all - first - second + both]);
        }
        expected += sum * one.getValue() * other.getValue();
      }
    }
    return expected;
  }

  private static Map<Integer, Long> counted(Collection<Integer> sizes) {
    return sizes.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
