package io.rihla.launcher.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml as Compose sees it: anchors and merges resolved. */
record ComposeFile(Path root, JsonNode tree) {
  static ComposeFile read() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docker-compose.yml"))) {
      root = root.getParent();
    }
    try (Reader reader = Files.newBufferedReader(root.resolve("docker-compose.yml"))) {
      return new ComposeFile(root, new ObjectMapper().valueToTree(new Yaml().load(reader)));
    }
  }

  Set<String> services() {
    Set<String> names = new TreeSet<>();
    tree.get("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode service(String name) {
    return tree.get("services").get(name);
  }

  Map<String, String> environment(String service) {
    Map<String, String> variables = new TreeMap<>();
    service(service)
        .path("environment")
        .properties()
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
    return variables;
  }

  /** Every scalar of the file, wherever it stands. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(tree, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> into) {
    if (node.isValueNode()) {
      into.add(node.asText());
    }
    node.forEach(child -> collect(child, into));
  }
}
