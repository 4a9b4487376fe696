package dev.gradus.lab.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser of one's own: a process with an empty profile, gone when it is closed. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox", // wanted where root starts it
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--no-default-browser-check",
          "--hide-scrollbars",
          "--mute-audio",
          "--remote-debugging-port=0",
          "--lang=en-US");

  private static final Pattern PORT = Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)/");
  private static final Pattern PAGE =
      Pattern.compile("\"webSocketDebuggerUrl\"\\s*:\\s*\"(ws://[^\"]+)\"");

  private final Process process;
  private final Path profile;
  private final int port;

  private Chromium(Process process, Path profile, int port) {
    this.process = process;
    this.profile = profile;
    this.port = port;
  }

  /** The browser on the PATH, if there is one. */
  static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("gradus-lab-browser");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(OPTIONS);
    command.add("--user-data-dir=" + profile);
    command.add("about:blank");
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return new Chromium(process, profile, port(process));
  }

  /** The browser says on standard error where it listens; what comes after that is thrown away. */
  private static int port(Process process) throws IOException {
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      said.append(line).append('\n');
      Matcher found = PORT.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> drain(errors));
        return Integer.parseInt(found.group(1));
      }
    }
    throw new IOException("the browser does not listen; it said: " + said);
  }

  /** A full pipe would hold the browser up. */
  private static void drain(BufferedReader errors) {
    try {
      while (errors.readLine() != null) {}
    } catch (IOException e) {
      // the browser was closed
    }
  }

  /** A new tab: the one that the browser began with may still be exchanged for another. */
  Tab tab() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
    HttpRequest request = HttpRequest.newBuilder(address).PUT(BodyPublishers.noBody()).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String made = client.send(request, BodyHandlers.ofString()).body();
      Matcher found = PAGE.matcher(made);
      if (!found.find()) {
        throw new IOException("the browser opens no tab: " + made);
      }
      return new Tab(DevTools.connect(URI.create(found.group(1))));
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(Chromium::delete);
    } catch (IOException | UncheckedIOException e) {
      // a part of the browser still writes: the folder is temporary
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
