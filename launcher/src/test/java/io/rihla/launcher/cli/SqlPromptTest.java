package io.rihla.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlPromptTest {
  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void queriesOfSeveralLinesEndWithASemicolon() throws Exception {
    type("select 1;\nselect\n  2;\n");
    assertThat(asked).containsExactly("select 1", "select\n  2");
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("rihla> ", "  ...> ");
  }

  @Test
  void exitAndTheEndOfInputLeave() throws Exception {
    type("EXIT\nselect 1;\n");
    type("select 1");
    assertThat(asked).isEmpty();
  }

  private void type(String lines) throws Exception {
    new SqlPrompt(
            new StringReader(lines),
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            asked::add)
        .run();
  }
}
