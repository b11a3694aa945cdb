package io.rihla.jobs.questions;

import io.rihla.jobs.held.HoldingCoOperator;
import io.rihla.jobs.held.HoldingOperator;
import io.rihla.jobs.history.Keeping;
import io.rihla.jobs.questions.asking.AskedQuestions;
import io.rihla.jobs.questions.asking.BurstPart;
import io.rihla.jobs.questions.asking.Question;
import io.rihla.jobs.questions.meaning.EmbeddingEndpoint;
import io.rihla.jobs.questions.meaning.UnderstoodQuestions;
import io.rihla.jobs.questions.outcome.MemberRow;
import io.rihla.jobs.questions.outcome.Moment;
import io.rihla.jobs.questions.outcome.QuestionOutcomes;
import io.rihla.jobs.source.SourcedEvent;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
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

  public static Rows define(
      DataStream<SourcedEvent> byCustomer, Optional<EmbeddingEndpoint> embeddings) {
    SingleOutputStreamOperator<Question> asked =
        Keeping.concerning(byCustomer, "questions-bursts", BurstPart::concerns)
            .transform(
                "questions: asked",
                TypeInformation.of(Question.class),
                HoldingOperator.of(new AskedQuestions()))
            .uid("questions-asked");
    SingleOutputStreamOperator<Question> understood =
        UnderstoodQuestions.define(asked, embeddings)
            .name("questions: meaning")
            .uid("questions-meaning");
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
            .connect(Keeping.concerning(byCustomer, "questions-outcomes", Moment::concerns))
            .transform(
                "questions: outcomes",
                TypeInformation.of(MemberRow.class),
                HoldingCoOperator.of(new QuestionOutcomes()))
            .uid("questions-outcomes");
    return new Rows(
        clustered.getSideOutput(ClusteringOperator.CLUSTERS),
        clustered.getSideOutput(ClusteringOperator.MERGES),
        members);
  }
}
