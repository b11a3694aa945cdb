package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The most central questions of a cluster, lately; the first of them is its label. */
final class Examples {
  private static final int KEPT = 6;
  private static final double FADING = 0.998;
  private static final double CLEARLY_BETTER = 1.15;

  private record Example(String text, double fitness) {}

  private List<Example> examples = new ArrayList<>();

  /** Returns whether anything changed. */
  boolean offer(String question, double centrality) {
    String text = Label.of(question);
    examples.replaceAll(known -> new Example(known.text(), known.fitness() * FADING));
    Example offered = new Example(text, Label.fitness(text, centrality));
    for (int at = 0; at < examples.size(); at++) {
      if (examples.get(at).text().equalsIgnoreCase(text)) {
        if (offered.fitness() > examples.get(at).fitness()) {
          examples.set(at, new Example(examples.get(at).text(), offered.fitness()));
        }
        return rank();
      }
    }
    if (examples.size() == KEPT) {
      Example weakest = examples.getLast();
      if (offered.fitness() <= weakest.fitness()) {
        return false;
      }
      examples.removeLast();
    }
    examples.add(offered);
    rank();
    return true;
  }

  void addAll(Examples others) {
    others.examples.stream()
        .filter(other -> examples.stream().noneMatch(mine -> mine.text().equals(other.text())))
        .forEach(examples::add);
    rank();
    examples = new ArrayList<>(examples.subList(0, Math.min(KEPT, examples.size())));
  }

  List<String> texts() {
    return examples.stream().map(Example::text).toList();
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(examples.size());
    for (Example example : examples) {
      out.writeUTF(example.text());
      out.writeFloat((float) example.fitness());
    }
  }

  void read(DataInput in) throws IOException {
    int count = in.readByte();
    for (int at = 0; at < count; at++) {
      examples.add(new Example(in.readUTF(), in.readFloat()));
    }
  }

  /** The label stays in front until another one is clearly better. */
  private boolean rank() {
    Example label = examples.getFirst();
    List<Example> ranked = new ArrayList<>(examples);
    ranked.sort(
        Comparator.comparingDouble(
                (Example example) ->
                    -example.fitness() * (example.equals(label) ? CLEARLY_BETTER : 1))
            .thenComparing(Example::text));
    boolean changed = !ranked.equals(examples);
    examples = ranked;
    return changed;
  }
}
