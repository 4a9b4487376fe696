package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SameBitsSettingTest {
  private final List<SameBitsSetting> all = SameBitsSetting.all();

  @Test
  void theMatrixHasAllThatIsPromised() {
    String options =
        all.stream()
            .map(setting -> String.join(" ", setting.command()))
            .collect(Collectors.joining("\n"));
    assertThat(options)
        .contains("UseAVX=0", "UseAVX=1", "UseAVX=2", "UseAVX=3", "-Xint", "TieredStopAtLevel=1")
        .contains("-XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic")
        .contains("gradus.kernel=scalar", "gradus.kernel=vector")
        .contains("user.language=tr", "user.country=EG", "user.language=de");
    assertThat(all.stream().map(SameBitsSetting::threads)).contains(1, 2, 3, 4, 8);
    assertThat(all.stream().map(SameBitsSetting::module)).contains(true, false);
  }

  @Test
  void noTwoAreAlike() {
    assertThat(all.stream().map(SameBitsSetting::mode)).doesNotHaveDuplicates();
  }

  @Test
  void whereEverythingIsSlowTheProblemIsTiny() {
    for (SameBitsSetting setting : all) {
      String command = String.join(" ", setting.command());
      boolean slow = command.contains("-Xint") || command.contains("UseAVX=0");
      assertThat(command).endsWith(slow ? " tiny" : " all");
    }
  }
}
