package dev.gradus.tabular.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  private static final String TEXT = "a\n1\n";

  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsAnsweredWithTheNearest() throws IOException {
    Files.writeString(folder.resolve("houses.csv"), "a\n1\n");
    FileException e = refusal(folder + "/house.csv");
    assertThat(e).hasMessage(folder + "/house.csv: no such file");
    assertThat(e.hint()).contains("did you mean " + Quotation.name(folder + "/houses.csv") + "?");
    assertThat(e.code()).isEqualTo("file.cannot_open");
    assertThat(refusal(folder + "/quite-another.csv").hint()).isEmpty();
    assertThat(refusal(folder + "/none/d.csv")).hasMessage(folder + "/none/d.csv: no such file");
  }

  @Test
  void aFolderIsNotAFile() {
    assertThat(refusal(folder.toString()))
        .hasMessage(folder + ": is a folder; a CSV file is wanted");
  }

  @Test
  void aNameThatNoFileCanHaveIsNoSuchFile() {
    assertThat(refusal("a\u0000b")).hasMessage("a\\u0000b: no such file");
  }

  @Test
  void aFileThatMayNotBeReadSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "a\n1\n");
    Assumptions.assumeTrue(file.toFile().setReadable(false), "the file stays readable here");
    Assumptions.assumeFalse(Files.isReadable(file), "root reads every file");
    assertThat(refusal(file.toString())).hasMessage(file + ": permission denied");
  }

  @Test
  void aStreamCanBeReadOnceUnlessItIsKept() throws IOException {
    CsvSource once = CsvSource.stream("-", new ByteArrayInputStream(TEXT.getBytes(UTF_8)));
    CsvSource kept = once.repeatable();
    for (int i = 0; i < 2; i++) {
      assertThat(content(kept)).isEqualTo(TEXT);
    }
    assertThatThrownBy(once::open).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFileNamedSoIsDecompressed() throws IOException {
    Path file = Files.write(folder.resolve("d.csv.gz"), gzip(TEXT));
    CsvSource source = CsvSource.file(file.toString());
    assertThat(content(source)).isEqualTo(TEXT);
    assertThat(source.length()).isEqualTo(Files.size(file));
    AtomicLong read = new AtomicLong();
    content(source.watched(read::addAndGet));
    assertThat(read).hasValue(Files.size(file));
  }

  @Test
  void aDamagedFileIsRefusedByName() throws IOException {
    Path file = folder.resolve("d.csv.gz");
    byte[] whole = gzip(TEXT.repeat(1000));
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> content(CsvSource.file(file.toString())))
        .hasMessage(file + ": the gzip file is cut short");
    whole[whole.length / 2] ^= 55;
    Files.write(file, whole);
    assertThatThrownBy(() -> content(CsvSource.file(file.toString())))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": the gzip file is ");
    Files.writeString(file, TEXT);
    assertThatThrownBy(() -> content(CsvSource.file(file.toString())))
        .hasMessage(file + ": is not a gzip file, as its name says");
    Files.write(file, new byte[0]);
    assertThat(content(CsvSource.file(file.toString()))).isEmpty();
  }

  private static String content(CsvSource source) throws IOException {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static FileException refusal(String name) {
    return catchThrowableOfType(FileException.class, () -> CsvSource.file(name));
  }
}
