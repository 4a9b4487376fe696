package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gradus.error.ConfigException;
import dev.gradus.tabular.model.TrainingSettings;
import java.util.Set;

/**
 * Any bytes whatever as a configuration file of a training: settings, or the exception with its
 * code, its place and one line of text. In the build the files of {@code ConfigFuzzTestInputs} are
 * replayed; to look for new ones:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl gradus-core,gradus-tabular,gradus-lab,gradus-cli test -Dtest=ConfigFuzzTest
 * }</pre>
 */
class ConfigFuzzTest {

  /** All that a training may be told, files and columns too. */
  @FuzzTest(maxDuration = "5m")
  void commanding(byte[] bytes) {
    Settings settings = new Settings();
    assertThat(new TrainCommand(settings)).isNotNull(); // it declares them
    if (read(bytes, settings)) {
      Set<String> keys = ConfigFile.parse("g.conf", bytes).lines().keySet();
      settings.all().stream()
          .filter(Setting::isGiven)
          .forEach(setting -> assertThat(keys).contains(setting.name().substring(2)));
    }
  }

  /** The hyperparameters: what was read has flags that say the same. */
  @FuzzTest(maxDuration = "5m")
  void setting(byte[] bytes) {
    Settings settings = new Settings();
    HyperparameterFlags flags = new HyperparameterFlags(settings);
    if (!read(bytes, settings)) {
      return;
    }
    TrainingSettings said = flags.value();
    if (said.flags().stream().filter(word -> word.startsWith("--")).count()
        != settings.all().stream().filter(Setting::isGiven).count()) {
      return; // a name that begins with -- cannot be given as a word
    }
    Settings again = new Settings();
    HyperparameterFlags back = new HyperparameterFlags(again);
    new Arguments("train", again).read(said.flags());
    assertThat(back.value().flags()).isEqualTo(said.flags());
    assertThat(back.value().record()).isEqualTo(said.record());
  }

  private static boolean read(byte[] bytes, Settings settings) {
    try {
      ConfigFile.parse("g.conf", bytes).into(settings.configurable());
      return true;
    } catch (ConfigException e) {
      assertThat(e.code()).isIn("config.syntax", "config.key", "config.value");
      assertThat(e.location().place()).isEqualTo("g.conf");
      assertThat(String.valueOf(e.getMessage()))
          .startsWith("g.conf: ")
          .hasSizeLessThan(600)
          .matches("\\P{Cntrl}*");
      return false;
    }
  }
}
