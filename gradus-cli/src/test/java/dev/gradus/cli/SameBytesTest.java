package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other machines imitated on this one: each in a process of its own writes the same model file. */
class SameBytesTest {
  @TempDir Path folder;

  private byte[] trained(String name, List<String> options, String... flags) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("train", "d.csv", "--target", "y", "--epochs", "2", "--hidden", "3"));
    command.addAll(List.of("--quiet", "--out", name));
    command.addAll(List.of(flags));
    File said = folder.resolve(name + ".txt").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(name + " ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(said.toPath())).isZero();
    return Files.readAllBytes(folder.resolve(name));
  }

  @Test
  void theModelFileIsTheSameOnEveryMachine() throws Exception {
    new Desk(folder).put("d.csv", Desk.numbers(20));
    byte[] usual = trained("usual", List.of(), "--threads", "1");
    assertThat(trained("again", List.of(), "--threads", "1")).isEqualTo(usual);
    assertThat(trained("threads", List.of(), "--threads", "2")).isEqualTo(usual);
    assertThat(trained("interpreted", List.of("-Xint"))).as("-Xint").isEqualTo(usual);
    assertThat(trained("tr", List.of("-Duser.language=tr"))).as("tr").isEqualTo(usual);
    assertThat(trained("ar", List.of("-Duser.language=ar", "-Duser.country=EG")))
        .as("ar-EG")
        .isEqualTo(usual);
    assertThat(trained("scalar", List.of("-Dgradus.kernel=scalar"))).as("scalar").isEqualTo(usual);
    if (List.of("amd64", "x86_64").contains(System.getProperty("os.arch"))) {
      assertThat(trained("avx", List.of("-XX:UseAVX=0"))).as("UseAVX=0").isEqualTo(usual);
    }
    assertThat(trained("seed", List.of(), "--seed", "1")).as("another seed").isNotEqualTo(usual);
  }
}
