package dev.gradus.lab.browser;

import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.Json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The DevTools protocol, as plain as it is: JSON over a web socket, answers by number. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final List<BiConsumer<String, Map<String, Object>>> listeners =
      new CopyOnWriteArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<WebSocket> socket;

  private DevTools(URI address) {
    this.socket = client.newWebSocketBuilder().buildAsync(address, this);
  }

  static DevTools connect(URI address) {
    DevTools tools = new DevTools(address);
    tools.socket.join();
    return tools;
  }

  /** Calls back with the name and the parameters of each event. */
  void onEvent(BiConsumer<String, Map<String, Object>> listener) {
    listeners.add(listener);
  }

  /** Sends a command and waits for its answer, which may be too long to be parsed. */
  String raw(String method, Map<String, Object> parameters) throws IOException {
    int id = last.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String command = Json.write(Map.of("id", id, "method", method, "params", parameters));
    try {
      socket.join().sendText(command, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException(method + ": no answer", e);
    }
  }

  /** The same, with the result as plain values. */
  Map<String, Object> send(String method, Map<String, Object> parameters) throws IOException {
    Map<String, Object> answer = parsed(raw(method, parameters));
    if (answer.containsKey("error")) {
      throw new IOException(method + ": " + answer.get("error"));
    }
    return map(answer.get("result"));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
    text.append(part);
    if (end) {
      String message = text.toString();
      text.setLength(0);
      take(message);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(String message) {
    Matcher answer = ID.matcher(message);
    if (answer.find()) {
      CompletableFuture<String> wanted = waiting.remove(Integer.valueOf(answer.group(1)));
      if (wanted != null) {
        wanted.complete(message);
      }
      return;
    }
    try {
      tell(parsed(message));
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void tell(Map<String, Object> event) {
    listeners.forEach(
        listener -> listener.accept((String) event.get("method"), map(event.get("params"))));
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    fail(error);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    fail(new IOException("the browser hung up: " + status + " " + reason));
    return CompletableFuture.completedStage(null);
  }

  /** Whoever waits hears why there will be no answer. */
  private void fail(Throwable error) {
    waiting.values().forEach(answer -> answer.completeExceptionally(error));
    waiting.clear();
  }

  private static Map<String, Object> parsed(String message) {
    try {
      return map(Json.readWithNulls(message.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      throw new IllegalStateException("not JSON as it is wanted: " + e.getMessage());
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @Override
  public void close() {
    socket.join().abort();
    client.close();
  }
}
