package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model file says of the files that it was trained on and beside. */
class VerifyCommandTest {
  private static final String TRAIN =
      "train @d.csv --target y --hidden 4 --epochs 2 --quiet --out @m.gradus ";

  @TempDir Path folder;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void tables() throws IOException {
    desk = new Desk(folder);
    desk.put("d.csv", Desk.numbers(50));
    desk.put("v.csv", Desk.numbers(30));
    desk.put("t.csv", Desk.numbers(20));
  }

  private Spoken done(String line) {
    Spoken said = desk.run(line);
    assertThat(said.status()).as(said.err()).isZero();
    return said;
  }

  @Test
  void filesOfOtherRowsAreKnownByTheirBytesAndNotByTheirPaths() throws Exception {
    done(TRAIN + "--validation @v.csv --test @t.csv");
    String file = Files.readString(folder.resolve("m.gradus"), StandardCharsets.ISO_8859_1);
    assertThat(file).doesNotContain("v.csv", "t.csv", folder.toString());
    Map<String, Object> json = Desk.json(done("info @m.gradus --json").out());
    assertThat(Desk.object(Desk.object(json, "training"), "files"))
        .containsOnlyKeys("validation", "test");
    assertThat(Desk.object(json, "training")).containsEntry("validation", "file");
    assertThat(done("verify @m.gradus @d.csv --validation @v.csv --test @t.csv --quiet").out())
        .contains("validation: the same bytes\n", "trained again: the same bytes")
        .endsWith("yes\n");
  }

  @Test
  void aModelToBeginFromIsKnownByItsBytes() throws Exception {
    done(TRAIN);
    Files.move(folder.resolve("m.gradus"), folder.resolve("first.gradus"));
    done(TRAIN.replace("--hidden 4 ", "") + "--warm-start @first.gradus");
    assertThat(Files.readString(folder.resolve("m.gradus"), StandardCharsets.ISO_8859_1))
        .doesNotContain("first.gradus");
    assertThat(done("verify @m.gradus @d.csv --warm-start @first.gradus --quiet").out())
        .endsWith("yes\n");
  }

  @Test
  void otherFilesAndMissingOnesAreTold() throws Exception {
    done(TRAIN + "--validation @v.csv");
    Spoken other = desk.run("verify @m.gradus @d.csv --validation @t.csv --quiet");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).contains("validation: other bytes, SHA-256 ").endsWith("no\n");
    assertThat(desk.run("verify @m.gradus @d.csv").err())
        .isEqualTo(
            "gradus: error: --validation: missing; the model was trained with a file there\n");
    assertThat(desk.run("verify @m.gradus @d.csv --validation @v.csv --test @t.csv").err())
        .isEqualTo("gradus: error: --test t.csv: the model was trained without such a file\n");
    assertThat(desk.run("verify @m.gradus --validation @v.csv").err())
        .isEqualTo("gradus: error: --validation v.csv: wants DATA.csv too\n");
  }

  @Test
  void aValueThatLooksLikeAFlagIsRepeated() throws Exception {
    desk.put("d.csv", Desk.numbers(50).replaceFirst("\n[^,]*,", "\n--,"));
    done(TRAIN + "--missing-token=--");
    assertThat(done("verify @m.gradus @d.csv --quiet").out()).endsWith("yes\n");
    desk.put("g.conf", "missing-token = --\n");
    done(TRAIN + "--config @g.conf");
    assertThat(done("verify @m.gradus @d.csv --quiet").out()).endsWith("yes\n");
    assertThat(desk.run(TRAIN + "--missing-token --seed").err())
        .startsWith("gradus: error: --missing-token: wants ");
  }
}
