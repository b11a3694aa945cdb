package io.rihla.launcher.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One numbered script of table definitions: {@code V<number>__<what>.sql}. */
public record TableScript(int version, String name, String sql) {
  private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

  /** The scripts that come with the schemas, in their order. */
  public static List<TableScript> all() throws IOException {
    URL folder = TableScript.class.getResource("/clickhouse");
    if (folder == null) {
      throw new IOException("the table scripts are missing from the class path");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/clickhouse"));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<TableScript> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(TableScript::script)
          .sorted(Comparator.comparing(TableScript::version))
          .toList();
    }
  }

  private static TableScript script(Path file) {
    String name = file.getFileName().toString();
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalStateException(name + " is not named like V1__what.sql");
    }
    try {
      return new TableScript(Integer.parseInt(matcher.group(1)), name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
