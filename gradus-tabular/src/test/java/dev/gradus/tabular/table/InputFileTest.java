package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void readsAllOfAFileButNoMoreThanItMayHave() throws Exception {
    Path path = folder.resolve("a.txt");
    Files.write(path, new byte[] {1, 2, 3});
    InputFile file = InputFile.of(path.toString(), "a text file");
    assertThat(file.bytes(3)).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> file.bytes(2))
        .isInstanceOf(DataException.class)
        .hasMessage(path + ": has more than 2 bytes");
  }

  @Test
  void saysWhyAFileCannotBeOpened() throws Exception {
    Files.write(folder.resolve("data.txt"), new byte[0]);
    String name = folder.resolve("dataa.txt").toString();
    assertThatThrownBy(() -> InputFile.of(name, "a text file").open())
        .isInstanceOfSatisfying(
            FileException.class,
            e -> {
              assertThat(e).hasMessage(name + ": no such file");
              assertThat(e.hint()).contains("did you mean " + folder.resolve("data.txt") + "?");
              assertThat(e.kind()).isEqualTo(FileException.Kind.CANNOT_OPEN);
            });
    assertThatThrownBy(() -> InputFile.of(folder.toString(), "a text file"))
        .hasMessage(folder + ": is a folder; a text file is wanted");
    assertThatThrownBy(() -> InputFile.of("a\0b", "a text file"))
        .hasMessage("a\\u0000b: no such file");
  }
}
