package io.rihla.jobs.questions;

import io.rihla.jobs.questions.asking.AskedQuestions;
import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.meaning.EmbeddingEndpoint;
import io.rihla.jobs.questions.meaning.Understand;
import io.rihla.jobs.questions.outcome.MemberRow;
import io.rihla.jobs.questions.outcome.QuestionOutcomes;
import io.rihla.jobs.source.SourcedEvent;
import io.rihla.schemas.conversation.Tick;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Clusters what customers ask and follows how each question ends. */
public final class QuestionsJob {
  public static final String NAME = "questions";

  private QuestionsJob() {}

  /** The rows to keep. */
  public record Rows(
      DataStream<ClusterRow> clusters,
      DataStream<MergeRow> merges,
      DataStream<MemberRow> members) {}

  public static Rows define(DataStream<SourcedEvent> log, Optional<EmbeddingEndpoint> embeddings) {
    KeyedStream<SourcedEvent, String> customers =
        log.filter(sourced -> !(sourced.event().payload() instanceof Tick))
            .name("questions: without ticks")
            .uid("questions-without-ticks")
            .keyBy(sourced -> sourced.event().customerKey(), Types.STRING);
    SingleOutputStreamOperator<Question> asked =
        customers
            .process(new AskedQuestions(), TypeInformation.of(Question.class))
            .name("questions: asked")
            .uid("questions-asked");
    SingleOutputStreamOperator<Question> understood =
        Understand.define(asked, embeddings).name("questions: meaning").uid("questions-meaning");
    SingleOutputStreamOperator<ClusteredQuestion> clustered =
        understood
            .keyBy(question -> ClusteringOperator.KEY, Types.STRING)
            .transform(
                "questions: clusters",
                TypeInformation.of(ClusteredQuestion.class),
                new ClusteringOperator())
            .uid("questions-clusters")
            .setParallelism(1);
    SingleOutputStreamOperator<MemberRow> members =
        clustered
            .keyBy(question -> question.question().customerKey(), Types.STRING)
            .connect(customers)
            .process(new QuestionOutcomes(), TypeInformation.of(MemberRow.class))
            .name("questions: outcomes")
            .uid("questions-outcomes");
    return new Rows(
        clustered.getSideOutput(ClusteringOperator.CLUSTERS),
        clustered.getSideOutput(ClusteringOperator.MERGES),
        members);
  }
}
