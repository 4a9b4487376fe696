package dev.gradus.lab.http;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: the page that this server itself served, and programs that know the token. A page of
 * another site that makes the browser send requests here is told from ours by its Host (a name that
 * was made to point here), its Origin, and the browser's own Sec-Fetch-Site.
 */
final class Gate {
  private final Set<String> hosts;
  private final Token token;
  private final String served;

  /**
   * A gate.
   *
   * @param addresses under which the server is known, those of IPv6 in brackets
   */
  Gate(List<String> addresses, int port, Token token) {
    this.hosts = new TreeSet<>();
    addresses.forEach(address -> hosts.add(address + ":" + port));
    this.token = token;
    this.served = "this page is served to " + addresses.getFirst() + " only";
  }

  /** Lets a request in, or refuses it: first those that could be read in two ways. */
  void admit(Headers headers) {
    String host = single(headers, "Host");
    if (host == null) {
      throw new Refusal(400, "http.host", "no Host; wants one");
    }
    List<String> lengths = headers.get("Content-Length");
    boolean twice = lengths != null && lengths.size() > 1;
    if (twice || (lengths != null && headers.containsKey("Transfer-Encoding"))) {
      throw new Refusal(400, "http.length", "the length of the body is stated twice");
    }
    if (!hosts.contains(host)) {
      throw new Refusal(421, "http.host", served);
    }
    String origin = single(headers, "Origin");
    boolean ours =
        origin == null
            || (origin.startsWith("http://")
                && hosts.contains(origin.substring("http://".length())));
    String site = single(headers, "Sec-Fetch-Site");
    if (!ours || !(site == null || site.equals("same-origin") || site.equals("none"))) {
      throw new Refusal(403, "http.origin", served);
    }
  }

  private static @Nullable String single(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, new ArrayList<>());
    if (values.size() > 1) {
      throw new Refusal(400, "http.header", name + " is stated " + values.size() + " times");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /** Makes sure that the request knows the secret. */
  void requireToken(Headers headers) {
    List<String> sent = headers.getOrDefault("X-Gradus-Token", new ArrayList<>());
    if (sent.size() != 1 || !token.matches(sent.getFirst())) {
      throw new Refusal(
          401, "http.token", "X-Gradus-Token: wants the token of the link that was printed");
    }
  }
}
