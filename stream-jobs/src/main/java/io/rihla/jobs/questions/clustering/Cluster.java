package io.rihla.jobs.questions.clustering;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions that ask the same, added up. */
final class Cluster {
  private static final int FORMER_IDS = 5_000;
  private static final int LATEST = 32;

  final String id;
  SparseVector sum = SparseVector.EMPTY;
  double weight;
  long questions;

  /** Where the index has it; means nothing elsewhere. */
  int place;

  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;
  private final Days days = new Days();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Examples examples = new Examples();
  private List<String> formerIds = new ArrayList<>();

  Cluster(String id) {
    this.id = id;
  }

  double similarity(SparseVector question) {
    return question.dot(sum) / weight;
  }

  /** Returns whether it is now called or exemplified by other words. */
  boolean add(AskedQuestion question, SparseVector vector, double counts, int mostFeatures) {
    sum = bounded(sum.plus(vector, (float) counts), mostFeatures);
    weight += counts;
    questions++;
    firstAt = Math.min(firstAt, question.at());
    lastAt = Math.max(lastAt, question.at());
    days.add(question.at(), 1);
    languages.merge(question.language(), 1L, Long::sum);
    return examples.offer(question.text(), vector.dot(sum) / Math.sqrt(sum.dot(sum)));
  }

  void absorb(Cluster other, int mostFeatures) {
    sum = bounded(sum.plus(other.sum, 1), mostFeatures);
    weight += other.weight;
    questions += other.questions;
    firstAt = Math.min(firstAt, other.firstAt);
    lastAt = Math.max(lastAt, other.lastAt);
    days.addAll(other.days);
    other.languages.forEach((language, count) -> languages.merge(language, count, Long::sum));
    examples.addAll(other.examples);
    formerIds.addAll(other.formerIds);
    formerIds.add(other.id);
    if (formerIds.size() > FORMER_IDS) {
      formerIds =
          new ArrayList<>(formerIds.subList(formerIds.size() - FORMER_IDS, formerIds.size()));
    }
  }

  /** Cuts only now and then: most questions bring a few features that do not stay. */
  private static SparseVector bounded(SparseVector sum, int most) {
    return sum.size() <= most + most / 2 ? sum : sum.heaviest(most);
  }

  void scale(double factor) {
    sum = sum.times((float) factor);
    weight *= factor;
  }

  long firstAt() {
    return firstAt;
  }

  List<String> formerIds() {
    return List.copyOf(formerIds);
  }

  List<String> latestFormerIds() {
    return List.copyOf(formerIds.subList(Math.max(0, formerIds.size() - LATEST), formerIds.size()));
  }

  ClusterView view() {
    List<String> texts = examples.texts();
    return new ClusterView(
        id,
        texts.getFirst(),
        texts,
        Map.copyOf(languages),
        questions,
        days.lastWeek(),
        days.weekBefore(),
        firstAt,
        lastAt);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(id);
    out.writeDouble(weight);
    Vectors.write(sum, out);
    Numbers.write(questions, out);
    out.writeLong(firstAt);
    out.writeLong(lastAt);
    days.write(out);
    out.writeByte(languages.size());
    for (Map.Entry<String, Long> language : languages.entrySet()) {
      out.writeUTF(language.getKey());
      Numbers.write(language.getValue(), out);
    }
    examples.write(out);
    Numbers.write(formerIds.size(), out);
    for (String former : formerIds) {
      out.writeUTF(former);
    }
  }

  static Cluster read(DataInput in) throws IOException {
    Cluster cluster = new Cluster(in.readUTF());
    cluster.weight = in.readDouble();
    cluster.sum = Vectors.read(in);
    cluster.questions = Numbers.read(in);
    cluster.firstAt = in.readLong();
    cluster.lastAt = in.readLong();
    cluster.days.read(in);
    int spoken = in.readByte();
    for (int at = 0; at < spoken; at++) {
      cluster.languages.put(in.readUTF(), Numbers.read(in));
    }
    cluster.examples.read(in);
    int former = (int) Numbers.read(in);
    for (int at = 0; at < former; at++) {
      cluster.formerIds.add(in.readUTF());
    }
    return cluster;
  }
}
