package io.rihla.functions.brain.retrieval;

import io.rihla.schemas.conversation.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Texts by which things are found. BM25 orders them; the score is the share of the question's
 * words, weighted by their rarity, that the target's passages have, so that it means the same for
 * every question.
 */
public final class Passages<T> {
  private static final int CANDIDATES = 20;

  /** A text that leads to a target; several may lead to the same. */
  public record Passage<T>(String text, T target) {}

  /** A target, how well it fits from 0 to 1, and how many words of the question it has. */
  public record Found<T>(T target, double score, long matches) {}

  private record Indexed<T>(Set<String> words, T target) {}

  private final ChatAnalyzer analyzer;
  private final List<Indexed<T>> passages;
  private final Map<T, Set<String>> vocabulary = new HashMap<>();
  private final IndexSearcher searcher;

  public Passages(Language language, List<Passage<T>> passages) {
    this.analyzer = new ChatAnalyzer(language);
    this.passages =
        passages.stream()
            .map(passage -> new Indexed<>(analyzer.words(passage.text()), passage.target()))
            .toList();
    this.passages.forEach(
        passage ->
            vocabulary
                .computeIfAbsent(passage.target(), target -> new HashSet<>())
                .addAll(passage.words()));
    try {
      this.searcher = new IndexSearcher(DirectoryReader.open(index()));
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory", e);
    }
  }

  /** The best targets, each once; none when the question has no word that any passage has. */
  public List<Found<T>> find(String question, int most) {
    Set<String> words = analyzer.words(question);
    if (words.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(
        word -> query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD));
    try {
      Set<T> targets = new LinkedHashSet<>();
      for (ScoreDoc hit : searcher.search(query.build(), CANDIDATES).scoreDocs) {
        targets.add(passages.get(hit.doc).target());
      }
      List<Found<T>> found = new ArrayList<>();
      for (T target : targets) {
        Set<String> known = vocabulary.getOrDefault(target, Set.of());
        found.add(
            new Found<>(
                target, share(words, known), words.stream().filter(known::contains).count()));
      }
      // a stable sort: equals stay in the order of BM25
      found.sort(Comparator.comparingDouble((Found<T> one) -> one.score()).reversed());
      return List.copyOf(found.subList(0, Math.min(most, found.size())));
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory", e);
    }
  }

  private double share(Set<String> question, Set<String> passage) throws IOException {
    double all = 0;
    double common = 0;
    for (String word : question) {
      double weight = rarity(word);
      all += weight;
      common += passage.contains(word) ? weight : 0;
    }
    return common / all;
  }

  /** A word no passage has weighs most: it may be what the question is about. */
  private double rarity(String word) throws IOException {
    int documents = searcher.getIndexReader().docFreq(new Term("text", word));
    return Math.log(1 + (passages.size() - documents + 0.5) / (documents + 0.5));
  }

  private ByteBuffersDirectory index() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (Indexed<T> passage : passages) {
        Document document = new Document();
        document.add(new TextField("text", String.join(" ", passage.words()), Field.Store.NO));
        writer.addDocument(document);
      }
      // one segment: the number of a document is its place in the list
      writer.forceMerge(1);
    }
    return directory;
  }
}
