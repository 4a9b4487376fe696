package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.setting.RealNumber;
import org.junit.jupiter.api.Test;

class UsageTest {
  @Test
  void theHelpShowsRangesDefaultsAndWhatIsRequired() {
    Settings settings = new Settings();
    settings.argument("DATA.csv", "the table");
    settings.text("--target", "COLUMN", "what to predict, 100 % of it");
    settings.flag("--dropout", RealNumber.from(0).below(1), "part dropped").or(0.1);
    String help = Usage.help("gradus train", "trains", settings);
    assertThat(help)
        .startsWith("Usage: gradus train [FLAGS] DATA.csv --target COLUMN\ntrains\n")
        .contains("what to predict, 100 % of it (required)")
        .contains("part dropped; a number from 0 to below 1 (default: 0.1)");
  }
}
