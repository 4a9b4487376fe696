package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.sample.StandardSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleCommandTest {
  @TempDir Path folder;

  private Spoken run(String words) {
    return new Desk(folder).run(words);
  }

  @ParameterizedTest
  @EnumSource
  void aSampleIsATable(StandardSample sample) throws Exception {
    Spoken said = run("sample " + sample.label() + " --rows 20 --seed 3");
    assertThat(said.err()).isEmpty();
    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(21).first().isEqualTo(String.join(",", sample.names()));
    assertThat(run("sample " + sample.label() + " --rows 30 --seed 3").out())
        .startsWith(said.out());
    assertThat(run("sample " + sample.label() + " --rows 20 --seed 4").out())
        .isNotEqualTo(said.out());
    Map<String, Object> json =
        Desk.json(run("sample " + sample.label() + " --rows 2 --json").out());
    assertThat(json).containsEntry("names", sample.names()).containsKey("rows");
  }

  @Test
  void thousandRowsUnlessStatedAndNoOtherNames() {
    assertThat(run("sample moons").out().lines()).hasSize(1001);
    Spoken said = run("sample moon");
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: moon: wants one of sin, moons, circles, spirals, friedman1; did you"
                + " mean moons?\n");
    assertThat(said.status()).isEqualTo(64);
  }

  @Test
  void theBitsAreThoseOfEveryMachine() {
    assertThat(run("sample spirals --rows 2").out())
        .isEqualTo(
            """
            x1,x2,class
            0.5438575475616095,-0.016816514960803566,0
            0.003098358390189027,-0.1475248109785123,1
            """);
  }
}
