package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameBitsTrainingTest {
  @Test
  void eachNetworkHasAHashOfItsOwnThatThreadsDoNotChange() {
    String report = SameBitsTraining.report(List.of("1", "all"));
    assertThat(report.lines())
        .hasSize(12)
        .allMatch(line -> line.matches("HASH\t[a-z]+ float(32|64) (tiny|small)\t[0-9a-f]{64}"));
    assertThat(report.lines().map(line -> line.split("\t", -1)[2])).doesNotHaveDuplicates();
    assertThat(SameBitsTraining.report(List.of("3", "all"))).isEqualTo(report);
  }

  @Test
  void theTinyOnesAreAmongAll() {
    String all = SameBitsTraining.report(List.of("1", "all"));
    String tiny = SameBitsTraining.report(List.of("2", "tiny"));
    assertThat(tiny.lines()).hasSize(6).allMatch(all::contains);
  }
}
