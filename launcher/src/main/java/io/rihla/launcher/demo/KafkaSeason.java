package io.rihla.launcher.demo;

/** A season that lies in Kafka, every record of it accepted. */
public record KafkaSeason(AnswerKey key, long records) {
  public static KafkaSeason write(Season season, String bootstrapServers) {
    KafkaLog log = new KafkaLog(bootstrapServers);
    AnswerKey key;
    try (log) {
      key = Unfolding.of(season, log);
    }
    return new KafkaSeason(key, log.written());
  }
}
