package io.rihla.jobs.questions;

import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.clustering.AskedQuestion;
import io.rihla.jobs.questions.clustering.Assignment;
import io.rihla.jobs.questions.clustering.ClusterLimits;
import io.rihla.jobs.questions.clustering.Merge;
import io.rihla.jobs.questions.clustering.QuestionClusters;
import io.rihla.jobs.questions.clustering.QuestionReader;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Assigns every question to its cluster. The clusters live in memory; before each checkpoint what
 * changed of them is written to keyed state, from which a restart takes them up with the same ids.
 */
final class ClusteringOperator extends AbstractStreamOperator<ClusteredQuestion>
    implements OneInputStreamOperator<Question, ClusteredQuestion> {
  private static final long serialVersionUID = 1;

  /** Customers of all languages ask the same things: one set of clusters. */
  static final String KEY = "all";

  static final OutputTag<ClusterRow> CLUSTERS =
      new OutputTag<>("clusters", TypeInformation.of(ClusterRow.class));
  static final OutputTag<MergeRow> MERGES =
      new OutputTag<>("merges", TypeInformation.of(MergeRow.class));

  private static final int MAINTAINED_EVERY = 200;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient QuestionClusters clusters;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient MapState<String, byte[]> pieces;

  @SuppressWarnings("NullAway.Init") // Flink opens before it processes
  private transient ValueState<Long> latest;

  /** Of the latest row. */
  private transient long version;

  /** Whether all is yet to be said once more: rows made after the savepoint may say otherwise. */
  private transient boolean retell;

  @Override
  public void open() throws Exception {
    super.open();
    clusters = new QuestionClusters(QuestionReader.standard(), ClusterLimits.STANDARD);
    pieces =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "pieces of clusters",
                    Types.STRING,
                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    latest =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("version of the latest row", Types.LONG));
    setCurrentKey(KEY);
    for (Map.Entry<String, byte[]> piece : pieces.entries()) {
      clusters.state().restore(piece.getKey(), piece.getValue());
      retell = true;
    }
    Long known = latest.value();
    version = known == null ? 0 : known;
  }

  @Override
  public void processElement(StreamRecord<Question> element) {
    Question question = element.getValue();
    Optional<Assignment> assigned =
        clusters.add(
            new AskedQuestion(
                question.customerKey() + '/' + question.questionId(),
                question.text(),
                question.askedAt(),
                question.language(),
                question.meaning()));
    if (assigned.isEmpty()) {
      return;
    }
    Assignment assignment = assigned.get();
    output.collect(
        element.replace(
            new ClusteredQuestion(
                question,
                assignment.clusterId(),
                String.join(" ", assignment.formerIds()),
                assignment.similarity())));
    nextVersion();
    if (retell) {
      retell = false;
      clusters.views().forEach(view -> keep(view.id(), question));
      clusters.belongings().forEach(merge -> keep(merge, question));
    } else {
      if (assignment.begun()) {
        keep(Merge.itself(assignment.clusterId()), question);
      }
      if (assignment.changed()) {
        keep(assignment.clusterId(), question);
      }
    }
    if (clusters.questions() % MAINTAINED_EVERY == 0) {
      maintain(question);
    }
  }

  private void maintain(Question cause) {
    nextVersion();
    Set<String> grown = new LinkedHashSet<>();
    for (Merge merge : clusters.maintain()) {
      grown.add(merge.into());
      keep(merge, cause);
    }
    grown.forEach(id -> keep(id, cause));
  }

  private void nextVersion() {
    version = RowVersion.after(version, getProcessingTimeService().getCurrentProcessingTime());
  }

  private void keep(Merge merge, Question cause) {
    output.collect(MERGES, new StreamRecord<>(MergeRow.of(merge, version, cause), cause.askedAt()));
  }

  private void keep(String id, Question cause) {
    clusters
        .view(id)
        .map(view -> ClusterRow.of(view, version, cause.partition(), cause.offset()))
        .ifPresent(row -> output.collect(CLUSTERS, new StreamRecord<>(row, cause.askedAt())));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    setCurrentKey(KEY);
    latest.update(version);
    for (Map.Entry<String, Optional<byte[]>> piece : clusters.state().takeChanges().entrySet()) {
      if (piece.getValue().isPresent()) {
        pieces.put(piece.getKey(), piece.getValue().get());
      } else {
        pieces.remove(piece.getKey());
      }
    }
  }
}
