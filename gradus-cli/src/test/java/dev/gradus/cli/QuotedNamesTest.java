package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns whose names hold commas and quotes can be named in every flag. */
class QuotedNamesTest {
  @TempDir Path folder;

  private static final String HEADER = "\"a, b\",\"say \"\"x\"\"\",c,\"price, net\"\n";

  private Desk desk() throws Exception {
    Desk desk = new Desk(folder);
    desk.put("d.csv", Desk.numbers(30).replaceFirst("a,b,c,y\n", HEADER));
    return desk;
  }

  private static final String[] TRAIN = {
    "train",
    "@d.csv",
    "--target",
    "\"price, net\"",
    "--epochs",
    "1",
    "--hidden",
    "3",
    "--quiet",
    "--out",
    "@d.gradus"
  };

  private static String[] with(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  @Test
  void trainTakesThem() throws Exception {
    Desk desk = desk();
    Spoken said = desk.run(with(TRAIN, "--columns", "\"a, b\",say \"x\"", "--numeric", "\"a, b\""));
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("2 feature columns");
    said = desk.run(with(TRAIN, "--ignore", "\"a, b\"", "--categorical", "c"));
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("2 feature columns");
  }

  @Test
  void predictAndInspectTakeThem() throws Exception {
    Desk desk = desk();
    assertThat(desk.run(TRAIN).status()).isZero();
    Spoken said = desk.run("predict", "@d.gradus", "@d.csv", "--keep", "\"price, net\",c");
    assertThat(said.out()).startsWith("\"price, net\",c,prediction\r\n");
    said = desk.run("inspect", "@d.csv", "--columns", "\"a, b\"", "--json");
    assertThat(Desk.json(said.out())).containsEntry("names", List.of("a, b"));
  }

  @Test
  void whoForgetsTheQuotesIsShownThem() throws Exception {
    Spoken said = desk().run("train", "@d.csv", "--target", "price, net");
    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err())
        .startsWith("gradus: error: --target price: no such column in d.csv; ")
        .endsWith("\nhint: --target '\"price, net\"'\n");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefused() throws Exception {
    Spoken said = desk().run("train", "@d.csv", "--target", "\"price, net");
    assertThat(said.status()).isEqualTo(64);
    assertThat(said.err())
        .isEqualTo("gradus: error: --target \"price, net: a quote is never closed\n");
  }
}
