package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed, and stopped by signals. */
class KillTest {
  private static final int KILLS = Boolean.getBoolean("gradus.long") ? 100 : 20;

  @TempDir Path folder;

  private Process start(String... words) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("train", "d.csv", "--target", "kind", "--hidden", "4"));
    all.addAll(List.of("--batch-size", "8", "--threads", "1"));
    all.addAll(Arrays.asList(words));
    return new ChildJvm(folder, List.of()).start(all.toArray(String[]::new));
  }

  private List<String> left() throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.contains(".tmp-"))
          .toList();
    }
  }

  @Test
  void nothingIsLostWhereverItIsKilled() throws Exception {
    Files.writeString(folder.resolve("d.csv"), Desk.classes(60));
    String[] words = {"--epochs", "3000", "--checkpoint", "c.gradus", "--resume"};
    Process whole = start("--epochs", "3000", "--out", "whole.gradus");
    assertThat(whole.waitFor()).isZero();
    SplittableRandom random = new SplittableRandom(4);
    int kills = 0;
    int epoch = 0;
    while (kills < KILLS) {
      Process process = start(with(words, "--out", "killed.gradus"));
      boolean ended = process.waitFor(300 + random.nextInt(900), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      kills++;
      assertThat(left()).hasSizeLessThanOrEqualTo(1);
      int now = newestEpoch();
      assertThat(now).as("what was kept is not lost").isGreaterThanOrEqualTo(epoch);
      epoch = now;
    }
    Process last = start(with(words, "--out", "killed.gradus"));
    assertThat(last.waitFor()).as(Files.readString(folder.resolve("err.txt"))).isZero();
    assertThat(folder.resolve("killed.gradus"))
        .hasSameBinaryContentAs(folder.resolve("whole.gradus"));
    assertThat(left()).isEmpty();
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** Of the checkpoint, which must be whole; 0 before the first. */
  private int newestEpoch() throws Exception {
    if (!Files.exists(folder.resolve("c.gradus"))) {
      return 0;
    }
    Spoken said = new Desk(folder).run("info @c.gradus --json");
    assertThat(said.status()).as(said.err()).isZero();
    return Math.toIntExact((Long) Desk.json(said.out()).getOrDefault("epoch", -1L));
  }

  @Test
  void signalsFinishTheBatchSaveAndSaySo() throws Exception {
    Files.writeString(folder.resolve("d.csv"), Desk.classes(60));
    for (String[] signal : new String[][] {{"INT", "130"}, {"TERM", "143"}, {"HUP", "129"}}) {
      Files.deleteIfExists(folder.resolve("c.gradus"));
      Process process =
          start("--epochs", "100000000", "--out", "m.gradus", "--checkpoint", "c.gradus");
      while (!Files.exists(folder.resolve("c.gradus"))) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
      }
      new ProcessBuilder("kill", "-" + signal[0], String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor()).isEqualTo(Integer.parseInt(signal[1]));
      assertThat(Files.readString(folder.resolve("err.txt")))
          .contains("gradus: stopped at epoch " + newestEpoch() + "; saved c.gradus\n");
    }
    Process process =
        start("--epochs", "100000000", "--out", "m.gradus", "--checkpoint", "e.gradus");
    while (!Files.exists(folder.resolve("e.gradus"))) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
    }
    process.destroyForcibly().waitFor();
    assertThat(folder.resolve("m.gradus")).doesNotExist();
  }
}
