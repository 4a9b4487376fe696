package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void everyCommandHasTheCommonFlags() {
    assertThat(new Settings().all().stream().map(s -> s.name()))
        .containsExactly("--json", "--quiet", "--strict", "--debug", "--help");
  }

  @Test
  void argumentsKeepTheirPlaces() {
    Settings settings = new Settings();
    settings.argument("MODEL", "the model");
    settings.seed();
    settings.argument("DATA.csv", "the table");
    assertThat(settings.arguments().stream().map(s -> s.name()))
        .containsExactly("MODEL", "DATA.csv");
  }
}
