package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManualPageTest {
  private static Command.Entry entry(String name) {
    return Main.commands().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCommandsPageHasItsFlags() {
    assertThat(ManualPage.command(entry("export"), "1.2"))
        .startsWith(
            """
            .TH "gradus\\-export" 1 "" "gradus 1.2" "Gradus"
            .SH NAME
            gradus\\-export \\- a model in the forms of other programs
            .SH SYNOPSIS
            gradus export [FLAGS] MODEL
            """)
        .contains(".TP\n\\fB\\-\\-onnx\\fR \\fIFILE\\fR\n");
  }

  @Test
  void theProgramsPageListsCommandsAndStatuses() {
    String page = ManualPage.program(Main.commands(), "1.2");
    Main.commands().forEach(entry -> assertThat(page).contains("gradus\\-" + entry.name()));
    assertThat(page).contains(".SH EXIT STATUS", ".TP\n64\nusage\n");
  }
}
