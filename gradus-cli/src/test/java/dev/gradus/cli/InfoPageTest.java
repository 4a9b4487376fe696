package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of others whose record holds what would do harm to a terminal. */
class InfoPageTest {
  private static final String ESCAPE = "\u001b]0;title\u0007\u001b[2J";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void aModelAndACheckpoint() throws Exception {
    desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(50));
    Spoken said =
        desk.run(
            "train @n.csv --target y --epochs 2 --hidden 3 --quiet --out @m.gradus"
                + " --checkpoint @c.gradus");
    assertThat(said.status()).as(said.err()).isZero();
  }

  /** The file with another entry in one of its objects, its checksum right. */
  private void change(String file, String object, Consumer<Map<String, Object>> change)
      throws Exception {
    Path path = folder.resolve(file);
    TensorFile content = TensorFileReader.read(path);
    Map<String, Object> all = new LinkedHashMap<>(content.gradus());
    Map<String, Object> inner = copy(all.get(object));
    change.accept(inner);
    all.put(object, inner);
    Files.write(path, new TensorFile(all, content.tensors()).bytes());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // an object that is not there fails the test
  private static Map<String, Object> copy(@Nullable Object map) {
    return new LinkedHashMap<>((Map<String, Object>) map);
  }

  private void shownHarmless(String file) {
    Spoken said = desk.run("info @" + file);
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out())
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]")
        .contains("\\u001b]0;title\\u0007\\u001b[2J");
  }

  @Test
  void keysAndValuesOfARecordAreEscaped() throws Exception {
    change("m.gradus", "training", record -> record.put(ESCAPE, ESCAPE));
    shownHarmless("m.gradus");
  }

  @Test
  void metricsOfARecordAreEscaped() throws Exception {
    change("m.gradus", "training", record -> record.put("metrics", Map.of(ESCAPE, 0.5)));
    shownHarmless("m.gradus");
  }

  @Test
  void theCheckOfARecordIsEscaped() throws Exception {
    change(
        "m.gradus",
        "training",
        record ->
            record.put(
                "gradient_check", Map.of("checked", true, "passed", true, "sample", ESCAPE)));
    shownHarmless("m.gradus");
  }

  @Test
  void dataThatAreNoFingerprintAreRefused() throws Exception {
    change("m.gradus", "training", record -> record.put("data", Map.of("sha256", ESCAPE)));
    Spoken said = desk.run("info @m.gradus");
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: m.gradus: gradus.training.data.sha256: wants 64 hexadecimal digits\n");
    assertThat(desk.run("verify @m.gradus").status()).isEqualTo(65);
  }

  @Test
  void theRunOfACheckpointIsEscaped() throws Exception {
    change("c.gradus", "run", run -> run.put("network", ESCAPE));
    shownHarmless("c.gradus");
    change("c.gradus", "run", run -> run.put("network", "3-3-1"));
    change("c.gradus", "run", run -> run.put("loss", ESCAPE));
    shownHarmless("c.gradus");
    change("c.gradus", "run", run -> run.put("loss", "mse"));
    change("c.gradus", "run", run -> run.put("settings", Map.of(ESCAPE, ESCAPE)));
    shownHarmless("c.gradus");
  }
}
