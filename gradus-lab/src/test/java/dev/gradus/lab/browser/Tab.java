package dev.gradus.lab.browser;

import static dev.gradus.lab.browser.DevTools.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in the browser: what a person does on it, what it shows, and what it complains of. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
final class Tab implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 40_000;

  private final DevTools tools;

  /** What stood on the console as an error or a warning, and what was thrown. */
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** The address of each request. */
  private final List<String> requests = new CopyOnWriteArrayList<>();

  Tab(DevTools tools) throws IOException {
    this.tools = tools;
    tools.onEvent(this::notice);
    for (String domain : List.of("Runtime", "Log", "Page", "Network", "DOM")) {
      tools.send(domain + ".enable", Map.of());
    }
  }

  private void notice(String event, Map<String, Object> with) {
    switch (event) {
      case "Runtime.exceptionThrown" -> complaints.add("thrown: " + with.get("exceptionDetails"));
      case "Runtime.consoleAPICalled" -> {
        if (!"log".equals(with.get("type")) && !"debug".equals(with.get("type"))) {
          complaints.add("console: " + with.get("args"));
        }
      }
      case "Log.entryAdded" -> complaints.add("log: " + with.get("entry"));
      case "Network.requestWillBeSent" ->
          requests.add((String) map(with.get("request")).get("url"));
      default -> {}
    }
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What a test has provoked is no complaint. */
  void forgive(String status) {
    complaints.removeIf(complaint -> complaint.contains("status of " + status));
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** How large the window is, and whether the person likes it dark. */
  void dress(int width, int height, boolean dark) throws IOException {
    tools.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    tools.send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  void open(String address) throws IOException {
    tools.send("Page.navigate", Map.of("url", address));
  }

  /** The value of an expression; a promise is waited for. */
  Object value(String expression) throws IOException {
    Map<String, Object> answer =
        tools.send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new IOException(expression + ": " + answer.get("exceptionDetails"));
    }
    return map(answer.get("result")).getOrDefault("value", "");
  }

  String text(String selector) throws IOException {
    return (String) value("document.querySelector(" + quoted(selector) + ").textContent");
  }

  double number(String expression) throws IOException {
    return ((Number) value("Number(" + expression + ")")).doubleValue();
  }

  boolean is(String expression) throws IOException {
    return (boolean) value("Boolean(" + expression + ")");
  }

  /** Waits in the page, from frame to frame, until an expression is true. */
  void await(String expression) throws IOException {
    String loop =
        "new Promise((done) => { const end = performance.now() + "
            + PATIENCE_MILLIS
            + "; const look = () => { let now = false; try { now = Boolean("
            + expression
            + "); } catch { now = false; } if (now || performance.now() > end) done(now);"
            + " else setTimeout(look, 30); }; look(); })";
    // A navigation ends the promise: then it is looked for on the new page.
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        if ((boolean) value(loop)) {
          return;
        }
        break;
      } catch (IOException e) {
        if (attempt == 2) {
          throw e;
        }
      }
    }
    throw new IOException("never true: " + expression + "; the page says: " + said());
  }

  private String said() throws IOException {
    String body = (String) value("document.body.innerText");
    return body.substring(0, Math.min(400, body.length())) + " " + complaints;
  }

  void awaitThere(String selector) throws IOException {
    await("document.querySelector(" + quoted(selector) + ")");
  }

  void click(String selector) throws IOException {
    awaitThere(selector);
    value("document.querySelector(" + quoted(selector) + ").click()");
  }

  /** Types a value into a field, as its events tell it. */
  void type(String selector, String typed) throws IOException {
    awaitThere(selector);
    value(
        "(() => { const field = document.querySelector("
            + quoted(selector)
            + "); field.value = "
            + quoted(typed)
            + "; field.dispatchEvent(new Event('input', {bubbles: true}));"
            + " field.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  /** A key, pressed and let go. */
  void press(String key) throws IOException {
    for (String kind : List.of("keyDown", "keyUp")) {
      tools.send("Input.dispatchKeyEvent", Map.of("type", kind, "key", key, "code", key));
    }
  }

  /** Puts a file from disk into a file field, as the person's dialog would. */
  void choose(String selector, Path file) throws IOException {
    Map<String, Object> found =
        tools.send(
            "Runtime.evaluate",
            Map.of("expression", "document.querySelector(" + quoted(selector) + ")"));
    tools.send(
        "DOM.setFileInputFiles",
        Map.of(
            "files",
            List.of(file.toString()),
            "objectId",
            map(found.get("result")).get("objectId")));
  }

  /** The whole page as a picture. */
  void picture(Path file) throws IOException {
    double height = number("document.documentElement.scrollHeight");
    double width = number("document.documentElement.clientWidth");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", width, "height", Math.min(height, 5000), "scale", 1);
    String answer =
        tools.raw(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    String start = "\"data\":\"";
    int from = answer.indexOf(start) + start.length();
    Files.createDirectories(file.getParent());
    Files.write(
        file, Base64.getDecoder().decode(answer.substring(from, answer.indexOf('"', from))));
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  @Override
  public void close() throws IOException {
    try (tools) {
      tools.send("Page.close", Map.of());
    }
  }
}
