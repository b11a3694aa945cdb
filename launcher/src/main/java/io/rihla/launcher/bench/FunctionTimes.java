package io.rihla.launcher.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a function took over its messages, as the function server counts them: for each bound in
 * seconds the number of messages that took no longer.
 */
record FunctionTimes(SortedMap<Double, Double> messagesWithin) {
  private static final Pattern BUCKET =
      Pattern.compile("rihla_function_seconds_bucket\\{(.*)}\\s+(\\S+)");
  private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

  /** What the server says, for {@link #parse}. */
  static String metrics(String functions) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(functions + "/observe/metrics"))
              .header("Accept", "text/plain")
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  static FunctionTimes parse(String metrics, String function) {
    SortedMap<Double, Double> buckets = new TreeMap<>();
    Matcher lines = BUCKET.matcher(metrics);
    while (lines.find()) {
      Matcher bound = BOUND.matcher(lines.group(1));
      if (lines.group(1).contains("function=\"" + function + "\"") && bound.find()) {
        buckets.put(
            bound.group(1).equals("+Inf")
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(bound.group(1)),
            Double.parseDouble(lines.group(2)));
      }
    }
    return new FunctionTimes(buckets);
  }

  /** The messages since an earlier look. */
  FunctionTimes since(FunctionTimes before) {
    SortedMap<Double, Double> rest = new TreeMap<>();
    for (Map.Entry<Double, Double> bucket : messagesWithin.entrySet()) {
      double was = before.messagesWithin.getOrDefault(bucket.getKey(), 0.0);
      rest.put(bucket.getKey(), bucket.getValue() - was);
    }
    return new FunctionTimes(rest);
  }

  long count() {
    return messagesWithin.isEmpty() ? 0 : Math.round(messagesWithin.lastEntry().getValue());
  }

  /** The smallest bound that holds for that share of the messages. */
  String percentile(int percent) {
    double wanted = count() * percent / 100.0;
    for (Map.Entry<Double, Double> bucket : messagesWithin.entrySet()) {
      if (count() > 0 && bucket.getValue() >= wanted) {
        return bucket.getKey().isInfinite()
            ? "longer than measured"
            : String.format(Locale.ROOT, "<= %.1f ms", bucket.getKey() * 1e3);
      }
    }
    return "n/a";
  }
}
