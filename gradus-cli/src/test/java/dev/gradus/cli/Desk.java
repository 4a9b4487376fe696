package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.Json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A folder of a test, and the real command run on what lies there. Words with {@code @} before them
 * are names in the folder, and in what is said the folder's name is taken out.
 */
record Desk(Path folder) {

  /** Runs a line of words. */
  Spoken run(String line) {
    return run(line.split(" "));
  }

  Spoken run(String... words) {
    String[] given =
        Stream.of(words)
            .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
            .toArray(String[]::new);
    Spoken said = Spoken.by(Main.commands(), given);
    return new Spoken(said.status(), bare(said.out()), bare(said.err()));
  }

  private String bare(String text) {
    return text.replace(folder + "/", "").replace(folder.toString(), "FOLDER");
  }

  Path put(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** The names in the folder. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** Row by row: in text, in JSON; nothing is left, nothing of ours is shown. */
  void refuses(String words, int status, String message, String hint) throws Exception {
    List<String> before = names();
    Spoken text = run(words + " --quiet");
    String line = "gradus: error: " + message + "\n";
    assertThat(text.err()).isEqualTo(line + (hint.isEmpty() ? "" : "hint: " + hint + "\n"));
    assertThat(text.status()).isEqualTo(status);
    assertThat(text.out()).isEmpty();
    Spoken json = run(words + " --quiet --json");
    assertThat(json.status()).isEqualTo(status);
    assertThat(json.out()).isEmpty();
    assertThat(json.err().lines()).hasSize(1);
    Map<String, Object> error = object(json(json.err()), "error");
    assertThat(error).containsEntry("message", message);
    assertThat(String.valueOf(error.get("code"))).matches("[a-z]+\\.[a-z_0-9]+");
    if (message.matches("([a-z]+\\.(csv|gradus|conf)|FOLDER): .*")) {
      assertThat(error).containsEntry("file", message.substring(0, message.indexOf(':')));
    } else {
      assertThat(error).doesNotContainKey("file");
    }
    if (message.contains(": line ")) {
      assertThat(error).containsKey("line");
    }
    assertThat(names()).isEqualTo(before);
  }

  /** y = 2a − b with c as a category: a small table. */
  static String numbers(int rows) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("a,b,c,y\n");
    for (int i = 0; i < rows; i++) {
      double a = random.nextInt(-40, 40) / 8.0;
      double b = random.nextInt(0, 80) / 8.0;
      csv.append(
          String.format(
              Locale.ROOT, "%s,%s,%s,%s%n", a, b, a < 0 ? "low" : "high", 2 * a - b + 0.5));
    }
    return csv.toString();
  }

  /** Two clouds, {@code in} and {@code out}. */
  static String classes(int rows) {
    SplittableRandom random = new SplittableRandom(6);
    StringBuilder csv = new StringBuilder("a,b,kind\n");
    for (int i = 0; i < rows; i++) {
      double far = i % 2 == 0 ? 0 : 5;
      csv.append(far + random.nextInt(0, 16) / 16.0).append(',');
      csv.append(far - random.nextInt(0, 16) / 16.0).append(',');
      csv.append(i % 2 == 0 ? "in" : "out").append('\n');
    }
    return csv.toString();
  }

  /** The JSON object on standard output, or on the last line of standard error. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> json(String text) throws JsonException {
    List<String> lines = text.lines().toList();
    assertThat(lines).isNotEmpty();
    return (Map<String, Object>) Json.read(lines.getLast().getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> json, String key) {
    assertThat(json).containsKey(key);
    return (Map<String, Object>) json.getOrDefault(key, "");
  }
}
