package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static String shown(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, new ByteArrayOutputStream(), Manner.of(words, 0));
    Page page = new Page(terminal);
    page.heading("Top");
    page.say("100 % %d");
    page.say("%.1f and %s", 0.25, "x");
    page.put("a", List.of(1, 0.5));
    page.put("b", "t\u001b");
    page.finish();
    terminal.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPersonReadsProse() {
    assertThat(shown()).isEqualTo("\nTop\n---\n100 % %d\n0.3 and x\n");
  }

  @Test
  void aProgramReadsOneObject() {
    assertThat(shown("--json")).isEqualTo("{\"a\":[1,0.5],\"b\":\"t\\u001B\"}\n");
  }
}
