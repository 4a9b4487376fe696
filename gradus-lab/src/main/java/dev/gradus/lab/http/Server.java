package dev.gradus.lab.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gradus.error.GradusException;
import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The JDK's server, with each request on a virtual thread of its own.
 *
 * <p>The order of the checks: can the request be read in one way only (400)? Is it for this server
 * (421), from its own page (403)? Is there such a thing (404, 405)? Does it know the token (401)?
 * Is the body short enough (413) and of the right type (415)? Only then is it read, and the request
 * counts as one at work (503 beyond {@value #MOST_AT_WORK}).
 */
public final class Server implements AutoCloseable {
  private static final int MOST_AT_WORK = 64;
  private static final int MOST_LISTENERS = 32;

  /** The wait for a request's head, on the request's own thread. */
  private static final ThreadLocal<Watch.Wait> HEAD = new ThreadLocal<>();

  static {
    // The JDK's server reads these once, when its first class is loaded.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqHeaders", "100");
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "32768");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    System.setProperty("sun.net.httpserver.drainAmount", "0"); // Intake drains, within a time
    System.setProperty("jdk.httpserver.maxConnections", "2048");
  }

  private final HttpServer server;
  private final Gate gate;
  private final Routes routes;
  private final Watch watch = new Watch();
  private final Patience patience;
  private final Intake intake;
  private final Outlet outlet;
  private final Semaphore atWork = new Semaphore(MOST_AT_WORK);
  private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

  private Server(
      HttpServer server,
      List<String> addresses,
      Token token,
      List<Route> routes,
      Patience patience) {
    this.server = server;
    this.patience = patience;
    this.intake = new Intake(watch, patience);
    this.outlet = new Outlet(watch, patience);
    this.gate = new Gate(addresses, server.getAddress().getPort(), token);
    this.routes = new Routes(routes);
  }

  /**
   * Starts one.
   *
   * @param at where it listens; port 0 for any that is free
   * @param addresses by which it is called, those of IPv6 in brackets
   * @throws IOException if the address cannot be had
   */
  public static Server start(
      InetSocketAddress at, List<String> addresses, Token token, List<Route> routes)
      throws IOException {
    return start(at, addresses, token, routes, Patience.STANDARD);
  }

  static Server start(
      InetSocketAddress at,
      List<String> addresses,
      Token token,
      List<Route> routes,
      Patience patience)
      throws IOException {
    Server server = new Server(HttpServer.create(at, 128), addresses, token, routes, patience);
    server.watch.start();
    server.server.setExecutor(server::onThread);
    server.server.createContext("/", server::handle);
    server.server.start();
    return server;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    watch.close();
  }

  /** The head of the request is read here, before the handler is called. */
  private void onThread(Runnable exchange) {
    Thread.ofVirtual()
        .start(
            () -> {
              Watch.Wait wait = watch.begin();
              HEAD.set(wait);
              wait.enter(patience.head());
              try {
                exchange.run();
              } finally {
                wait.end();
              }
            });
  }

  private void handle(HttpExchange exchange) throws IOException {
    HEAD.get().leave();
    try {
      answer(exchange);
    } catch (Refusal e) {
      refuse(exchange, e);
    }
    watch.within(
        patience.taken(),
        () -> {
          exchange.close(); // sends what is left
          return 0;
        });
  }

  private static Refusal busy() {
    return new Refusal(503, "http.busy", "too many requests at once; try again");
  }

  private void answer(HttpExchange exchange) throws IOException {
    gate.admit(exchange.getRequestHeaders());
    Route route = routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (route.secret()) {
      gate.requireToken(exchange.getRequestHeaders());
    }
    try (Intake.Held body = intake.read(exchange, route.wants())) {
      Semaphore places = route.lasting() ? listeners : atWork;
      if (!places.tryAcquire()) {
        outlet.send(exchange, told(busy()));
        return;
      }
      try {
        outlet.send(exchange, made(route, new Request(name(exchange), body.body())));
      } finally {
        places.release();
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // the border: what goes wrong is told, not thrown further
  private static Answer made(Route route, Request request) {
    try {
      return route.handler().answer(request);
    } catch (Refusal e) {
      return told(e);
    } catch (GradusException e) {
      return told(Refusal.of(e));
    } catch (OutOfMemoryError e) {
      return told(new Refusal(503, "system.memory", "there is not enough memory for this"));
    } catch (RuntimeException e) {
      return told(new Refusal(500, "internal", "internal error: " + e));
    }
  }

  /** A name is for people: one that cannot be decoded is none. */
  private static Optional<String> name(HttpExchange exchange) {
    String sent = exchange.getRequestHeaders().getFirst("X-Gradus-Name");
    if (sent == null || sent.length() > 1000) {
      return Optional.empty();
    }
    try {
      return Optional.of(URLDecoder.decode(sent, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Answer told(Refusal refusal) {
    return new Answer.Whole(refusal.status(), "application/json", "", Json.bytes(refusal.form()));
  }

  /** Before the body was read: if there is one the connection cannot be used any more. */
  private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    if (refusal.status() == 405) {
      String path = exchange.getRequestURI().getRawPath();
      exchange.getResponseHeaders().set("Allow", routes.allowed(path));
    }
    if (refusal.status() == 400 || Intake.announced(exchange.getRequestHeaders())) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    outlet.send(exchange, told(refusal));
    intake.drain(exchange); // at once, where there is no body
  }
}
