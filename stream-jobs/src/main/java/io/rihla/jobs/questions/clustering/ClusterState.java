package io.rihla.jobs.questions.clustering;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The clusters in named pieces of bytes, so that only what changed has to be kept again. */
public final class ClusterState {
  private static final byte VERSION = 1;
  private static final String HEAD = "head";
  private static final String PAGE = "frequencies/";
  private static final String SLOT = "sample/";
  private static final String CLUSTER = "cluster/";

  private final QuestionClusters clusters;
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> removed = new TreeSet<>();

  ClusterState(QuestionClusters clusters) {
    this.clusters = clusters;
  }

  /** What changed since this was last asked for; empty where a piece is gone. */
  public Map<String, Optional<byte[]>> takeChanges() {
    Map<String, Optional<byte[]>> pieces = new TreeMap<>();
    removed.forEach(id -> pieces.put(CLUSTER + id, Optional.empty()));
    for (String id : changed) {
      Cluster cluster = clusters.clusters.get(id);
      if (cluster != null) {
        pieces.put(CLUSTER + id, bytes(cluster::write));
      }
    }
    for (int page : clusters.frequencies.takeChangedPages()) {
      pieces.put(PAGE + page, bytes(out -> clusters.frequencies.writePage(page, out)));
    }
    for (int slot : clusters.sample.takeChanged()) {
      pieces.put(SLOT + slot, bytes(out -> clusters.sample.writeSlot(slot, out)));
    }
    if (!pieces.isEmpty()) {
      pieces.put(HEAD, bytes(this::writeHead));
    }
    changed.clear();
    removed.clear();
    return pieces;
  }

  public void restore(String name, byte[] piece) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(piece))) {
      if (name.equals(HEAD)) {
        readHead(in);
      } else if (name.startsWith(PAGE)) {
        clusters.frequencies.readPage(number(name, PAGE), in);
      } else if (name.startsWith(SLOT)) {
        clusters.sample.readSlot(number(name, SLOT), in);
      } else if (name.startsWith(CLUSTER)) {
        clusters.restore(Cluster.read(in));
      } else {
        throw new IOException("the clusters have no piece called " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void changed(Cluster cluster) {
    changed.add(cluster.id);
    removed.remove(cluster.id);
  }

  void removed(Cluster cluster) {
    changed.remove(cluster.id);
    removed.add(cluster.id);
  }

  private void writeHead(DataOutputStream out) throws IOException {
    out.writeByte(VERSION);
    out.writeInt(clusters.frequencies.questions());
    out.writeLong(clusters.landmark);
    clusters.sample.write(out);
  }

  private void readHead(DataInputStream in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException("clusters of version %d cannot be read".formatted(version));
    }
    clusters.frequencies.questions(in.readInt());
    clusters.landmark = in.readLong();
    clusters.sample.read(in);
  }

  private static int number(String name, String kind) {
    return Integer.parseInt(name.substring(kind.length()));
  }

  private interface Writing {
    void write(DataOutputStream out) throws IOException;
  }

  private static Optional<byte[]> bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(bytes.toByteArray());
  }
}
