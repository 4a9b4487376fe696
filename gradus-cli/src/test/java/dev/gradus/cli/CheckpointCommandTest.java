package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --checkpoint}, {@code --resume}, {@code info} and {@code verify} on the command line. */
class CheckpointCommandTest {
  private static final String TRAIN =
      "train @d.csv --target kind --hidden 4 --epochs 6 --threads 1 --quiet ";

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void put() throws IOException {
    desk = new Desk(folder);
    desk.put("d.csv", Desk.classes(40));
    desk.put("e.csv", Desk.classes(42));
  }

  private Spoken done(String line) {
    Spoken said = desk.run(line);
    assertThat(said.status()).as(said.err()).isZero();
    return said;
  }

  private void requireSame(String a, String b) {
    assertThat(folder.resolve(a)).hasSameBinaryContentAs(folder.resolve(b));
  }

  @Test
  void whatGoesOnFromACheckpointIsTheSameFile() throws Exception {
    done(TRAIN + "--out @a.gradus");
    done(TRAIN + "--out @b.gradus --checkpoint @c.gradus --checkpoint-every 4");
    requireSame("a.gradus", "b.gradus");
    assertThat(Desk.json(done("info @c.gradus --json").out()))
        .containsEntry("kind", "checkpoint")
        .containsEntry("epoch", 4L)
        .containsEntry("network", "2-4-2 relu");
    done(TRAIN + "--out @r.gradus --checkpoint @c.gradus --resume");
    requireSame("a.gradus", "r.gradus");
    assertThat(desk.names()).doesNotContain("c.gradus.lock");
  }

  @Test
  void withoutACheckpointTheTrainingBegins() {
    Spoken said =
        done(
            "train @d.csv --target kind --hidden 4 --epochs 2 --out @a.gradus --checkpoint @c.gradus --resume");
    assertThat(said.err()).contains("note: c.gradus: no checkpoint yet; the training begins");
  }

  @Test
  void idleAndWrongFlagsAreRefused() throws Exception {
    String train = TRAIN.replace("--quiet ", "");
    desk.refuses(train + "--resume", 64, "--resume: wants --checkpoint FILE", "");
    desk.refuses(
        train + "--checkpoint-every 2", 64, "--checkpoint-every 2: wants --checkpoint FILE", "");
    desk.refuses(
        train + "--out @m.gradus --checkpoint @x/c.gradus",
        73,
        "--checkpoint x/c.gradus: folder x does not exist",
        "");
    done(TRAIN + "--out @m.gradus --checkpoint @c.gradus");
    Spoken other =
        desk.run(
            "train @d.csv --target kind --hidden 5,4 --epochs 6 --out @m.gradus"
                + " --checkpoint @c.gradus --resume --quiet");
    assertThat(other.status()).isEqualTo(64);
    assertThat(other.err())
        .isEqualTo(
            "gradus: error: --resume: c.gradus holds 2-4-2 relu, the flags say 2-5-4-2 relu\n");
  }

  @Test
  void aTrainingOnOtherNumbersIsNotGoneOnWith() throws Exception {
    desk.put("n.csv", Desk.numbers(50).replaceFirst("\n[^,]*,(.*)\n[^,]*,", "\nNA,$1\n-999,"));
    desk.put("v.csv", Desk.numbers(20));
    String train =
        "train @n.csv --target y --hidden 4 --epochs 6 --quiet --out @m.gradus"
            + " --checkpoint @c.gradus --validation @v.csv ";
    done(train + "--missing-token NO");
    done(train + "--missing-token NO --resume");
    Spoken said = desk.run(train + "--missing-token=-999 --resume");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: --resume: c.gradus holds another preprocessing, the flags say not that"
                + " one\n");
    desk.put("v.csv", Desk.numbers(21));
    said = desk.run(train + "--missing-token NO --resume");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err()).contains("c.gradus holds another validation file");
  }

  @Test
  void verifySaysYesAndNo() throws Exception {
    done(TRAIN + "--out @a.gradus");
    assertThat(done("verify @a.gradus").out()).endsWith("yes\n");
    assertThat(done("verify @a.gradus @d.csv --quiet").out())
        .contains("trained again: the same bytes")
        .endsWith("yes\n");
    Spoken no = desk.run("verify @a.gradus @e.csv --quiet");
    assertThat(no.status()).isEqualTo(1);
    assertThat(no.out()).contains("data: other bytes").endsWith("no\n");
  }

  @Test
  void infoKnowsTheDataTheCheckAndTheVectors() throws Exception {
    done(TRAIN + "--out @a.gradus");
    assertThat(Desk.json(done("info @a.gradus --json").out()))
        .containsEntry("kind", "model")
        .containsEntry("test_vectors", 10L)
        .containsKeys("data", "gradient_check", "metrics", "baseline", "arguments", "training");
    assertThat(done("info @a.gradus").out()).contains("gradient check before the training: passed");
    done(TRAIN + "--no-check --out @b.gradus");
    assertThat(done("info @b.gradus").out()).contains("gradient check: not made");
  }

  @Test
  void aDamagedCheckpointNamesTheOneBefore() throws Exception {
    done(TRAIN + "--out @a.gradus --checkpoint @c.gradus --checkpoint-every 2");
    byte[] bytes = Files.readAllBytes(folder.resolve("c.gradus"));
    bytes[bytes.length - 3] ^= 4;
    Files.write(folder.resolve("c.gradus"), bytes);
    Spoken said = desk.run("info @c.gradus");
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .isEqualTo(
            """
            gradus: error: c.gradus: damaged: the checksum of the weights does not match
            hint: older checkpoint c.1.gradus is intact
            """);
    done(TRAIN + "--out @r.gradus --checkpoint @c.gradus --resume");
    requireSame("a.gradus", "r.gradus");
  }

  /** Losses, metric and rates of the epochs before, too. */
  @Test
  void theHistoryOfAResumedTrainingIsWhole() throws Exception {
    done(TRAIN + "--out @a.gradus --history @a.csv");
    done(TRAIN + "--out @b.gradus --checkpoint @c.gradus --checkpoint-every 4");
    done(TRAIN + "--out @r.gradus --checkpoint @c.gradus --resume --history @r.csv");
    requireSame("a.csv", "r.csv");
    assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(1 + 6);
  }
}
