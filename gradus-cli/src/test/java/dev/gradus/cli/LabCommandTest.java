package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.lab.Lab;
import dev.gradus.lab.LabOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCommandTest {
  @TempDir Path folder;

  /** The command on a thread of its own, as long as it serves. */
  private static final class Serving implements AutoCloseable {
    final String link;
    private final Thread thread;
    private final ExitStatus[] status = new ExitStatus[1];

    Serving(String... words) throws Exception {
      PipedInputStream read = new PipedInputStream(1 << 16);
      Terminal terminal =
          new Terminal(
              new PipedOutputStream(read), new ByteArrayOutputStream(), Manner.of(words, 0));
      thread =
          Thread.ofPlatform()
              .start(() -> status[0] = new Main(Main.commands(), terminal).run(words));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(read, StandardCharsets.UTF_8));
      link = String.valueOf(lines.readLine());
    }

    String get(String path) throws Exception {
      URI page = URI.create(link.replaceFirst("/#.*", path));
      HttpRequest request =
          HttpRequest.newBuilder(page)
              .header("X-Gradus-Token", link.replaceFirst(".*=", ""))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        return client.send(request, BodyHandlers.ofString()).body();
      }
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while the command ends", e);
      }
      assertThat(status[0]).isEqualTo(ExitStatus.DONE);
    }
  }

  @Test
  void itPrintsOneLinkAndServesUntilItIsTold() throws Exception {
    try (Serving serving = new Serving("lab", "--port", "0")) {
      assertThat(serving.link).matches("http://127\\.0\\.0\\.1:[0-9]+/#token=[\\w-]{22,}");
      assertThat(serving.get("/")).contains("<!doctype html>");
      assertThat(serving.get("/api/state")).contains("\"status\":\"ready\"");
    }
  }

  @Test
  void modelAndDataAreThereFromTheStart() throws Exception {
    Desk desk = new Desk(folder);
    desk.put("n.csv", Desk.numbers(40));
    desk.run("train @n.csv --target y --epochs 3 --hidden 4 --quiet --out @n.gradus");
    String data = folder.resolve("n.csv").toString();
    String model = folder.resolve("n.gradus").toString();
    try (Serving serving =
        new Serving(
            "lab",
            "--port",
            "0",
            "--model",
            model,
            "--data",
            data,
            "--target",
            "y",
            "--token",
            "stated-and-long-enough")) {
      assertThat(serving.link).endsWith("#token=stated-and-long-enough");
      String state = serving.get("/api/state");
      assertThat(state)
          .contains("\"from\":\"file\",\"name\":\"n.gradus\"", "\"name\":\"n.csv\",\"rows\":40")
          .contains("\"status\":\"ready\"", "\"data\":\"table\",\"target\":\"y\"")
          .doesNotContain(folder.toString());
      assertThat(serving.get("/api/model/form")).contains("\"target\":\"y\"");
    }
  }

  @Test
  void aPortInUseIsToldWithARemedy() throws Exception {
    try (Lab lab = Lab.open(LabOptions.at(0))) {
      Spoken said = new Desk(folder).run("lab --port " + lab.port());
      assertThat(said.status()).isEqualTo(69);
      assertThat(said.err())
          .isEqualTo("gradus: error: --port " + lab.port() + ": in use\nhint: --port 0\n");
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    Desk desk = new Desk(folder);
    desk.put("d.csv", "a,y\n1,2\n3,4\n");
    desk.refuses(
        "lab --bind 127.0.0.1",
        64,
        "--bind 127.0.0.1: wants --token TOKEN too: others can reach this address",
        "");
    desk.refuses("lab --port 65536", 64, "--port 65536: wants a whole number from 0 to 65535", "");
    desk.refuses("lab --target y", 64, "--target y: wants --data FILE too", "");
    desk.refuses("lab --model @m.gradus", 66, "m.gradus: no such file", "");
    assertThat(desk.run("lab --data @d.csv").status()).isEqualTo(64);
    assertThat(desk.run("lab --data @d.csv --target z").status()).isEqualTo(65);
    assertThat(desk.run("lab --bind 203.0.113.7 --token tttttttttttttttttttttt").err())
        .isEqualTo("gradus: error: --bind 203.0.113.7: is no address of this machine\n");
  }
}
