package dev.gradus.lab;

import dev.gradus.lab.http.Assets;
import dev.gradus.lab.http.Route;
import dev.gradus.lab.http.Server;
import dev.gradus.lab.http.Token;
import dev.gradus.lab.room.Rooms;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lab: a page on which a network can be watched while it learns, and its API.
 *
 * <pre>{@code
 * try (Lab lab = Lab.open(LabOptions.at(0))) {
 *   System.out.println(lab.link());
 *   …
 * }
 * }</pre>
 */
public final class Lab implements AutoCloseable {
  private final Rooms rooms;
  private final Server server;
  private final String host;
  private final Token token;

  private Lab(Rooms rooms, Server server, String host, Token token) {
    this.rooms = rooms;
    this.server = server;
    this.host = host;
    this.token = token;
  }

  /**
   * Opens one; it serves until it is closed.
   *
   * @throws IOException if the address cannot be had
   * @throws IllegalArgumentException for another address than loopback without a token
   */
  public static Lab open(LabOptions options) throws IOException {
    if (options.bind().isPresent() && options.token().isEmpty()) {
      throw new IllegalArgumentException("another address than loopback wants a stated token");
    }
    Token token = options.token().map(Token::of).orElseGet(Token::drawn);
    InetAddress address = InetAddress.getByName(options.bind().orElse("127.0.0.1"));
    List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "localhost", "[::1]"));
    if (options.bind().isPresent()) {
      addresses.addAll(0, called(address, options.bind().get()));
    }
    Rooms rooms = new Rooms();
    options.model().ifPresent(model -> rooms.use(model.value(), model.name()));
    options.data().ifPresent(data -> rooms.bring(data.name(), data.table(), data.target()));
    List<Route> routes = new ArrayList<>(rooms.routes());
    routes.addAll(Assets.routes());
    Server server =
        Server.start(new InetSocketAddress(address, options.port()), addresses, token, routes);
    rooms.open();
    return new Lab(rooms, server, addresses.getFirst(), token);
  }

  /** Who listens at all addresses is called by each of them. */
  private static List<String> called(InetAddress address, String stated) throws SocketException {
    if (!address.isAnyLocalAddress()) {
      return List.of(inLink(address, stated));
    }
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
        .map(each -> inLink(each, each.getHostAddress()))
        .toList();
  }

  private static String inLink(InetAddress address, String text) {
    return address instanceof Inet6Address && !text.startsWith("[") ? "[" + text + "]" : text;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** For the browser: the token stands behind the #, which no browser sends anywhere. */
  public String link() {
    return "http://" + host + ":" + port() + "/#token=" + token.text();
  }

  @Override
  public void close() {
    rooms.close();
    server.close();
  }
}
