package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tabular.setting.RealNumber;
import org.junit.jupiter.api.Test;

class SettingTest {
  private final Settings settings = new Settings();

  @Test
  void aCommandsOwnComplaintNamesTheFlagAndItsValue() {
    Setting<String> target = settings.text("--target", "COLUMN", "what to predict");
    target.take("z");
    assertThat(target.refused("no such column")).hasMessage("--target z: no such column");
    Setting<Double> part =
        settings.flag("--validation", RealNumber.above(0).below(1), "part held out").or(0.2);
    assertThat(part.refused("leaves no row")).hasMessage("--validation 0.2: leaves no row");
    assertThat(part.isGiven()).isFalse();
  }

  @Test
  void whatIsNeitherGivenNorStandardIsNothing() {
    Setting<String> out = settings.text("--out", "FILE", "where to").orNothing();
    assertThat(out.given()).isEmpty();
    assertThatThrownBy(out::value).isInstanceOf(IllegalStateException.class);
  }
}
