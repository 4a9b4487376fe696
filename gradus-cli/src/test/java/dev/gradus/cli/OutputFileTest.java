package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @Test
  void theInputIsKnownUnderAnotherNameToo(@TempDir Path folder) throws Exception {
    Path data = Files.writeString(folder.resolve("d.csv"), "a\n1\n");
    Path link = Files.createSymbolicLink(folder.resolve("e.csv"), data);
    Spoken said = Spoken.by(Rehearsal.COMMANDS, "train", data.toString(), "--out", link.toString());
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err()).endsWith(": is also the input\n");
    said = Spoken.by(Rehearsal.COMMANDS, "train", data.toString(), "--out", data + "2");
    assertThat(said.status()).isZero();
  }
}
