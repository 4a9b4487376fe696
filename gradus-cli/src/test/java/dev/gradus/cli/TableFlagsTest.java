package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ConfigException;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Dialect;
import dev.gradus.tabular.table.TableOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFlagsTest {
  private static TableOptions read(String... words) {
    Settings settings = new Settings();
    TableFlags flags = new TableFlags(settings);
    new Arguments("gradus t", settings).read(List.of(words));
    return flags.options();
  }

  @Test
  void withoutFlagsTheDialectIsTheStandardOne() {
    assertThat(read().dialect()).isEqualTo(Dialect.STANDARD);
  }

  @Test
  void delimiterDecimalAndTokensAreTaken() {
    Dialect dialect =
        read("--delimiter", ";", "--decimal", ",", "--missing-token", "-,n.a.").dialect();
    assertThat(dialect.delimiter()).isEqualTo(';');
    assertThat(dialect.decimal()).isEqualTo(',');
    assertThat(dialect.missingTokens()).contains("NA", "-", "n.a.");
    assertThat(read("--delimiter", "tab").dialect().delimiter()).isEqualTo('\t');
  }

  @Test
  void oneCharacterIsNotBoth() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> read("--decimal", ","))
        .withMessage("--decimal ,: is also the delimiter");
  }

  @Test
  void kindsAreThoseStated() {
    assertThat(TableFlags.kinds(List.of("a"), List.of("b")))
        .containsEntry("a", ColumnKind.NUMBER)
        .containsEntry("b", ColumnKind.CATEGORY)
        .hasSize(2);
  }
}
