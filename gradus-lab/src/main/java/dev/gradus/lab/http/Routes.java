package dev.gradus.lab.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of what can be asked for. A path is looked up in it and nowhere else. */
final class Routes {
  private final Map<String, Route> gets = new HashMap<>();
  private final Map<String, Route> posts = new HashMap<>();

  Routes(List<Route> routes) {
    for (Route route : routes) {
      Map<String, Route> table = route.method().equals("POST") ? posts : gets;
      if (table.put(route.path(), route) != null) {
        throw new IllegalArgumentException(route.method() + " " + route.path() + " comes twice");
      }
    }
  }

  /** The line for a request, with 404 where there is none and 405 for another method. */
  Route find(String method, String path) {
    Route get = gets.get(path);
    Route post = posts.get(path);
    if (get == null && post == null) {
      throw new Refusal(404, "http.path", "there is nothing under this path");
    }
    if (method.equals("GET") && get != null) {
      return get;
    }
    if (method.equals("POST") && post != null) {
      return post;
    }
    throw new Refusal(405, "http.method", "wants " + allowed(path));
  }

  /** The methods of a path. */
  String allowed(String path) {
    String get = gets.containsKey(path) ? "GET" : "";
    String post = posts.containsKey(path) ? "POST" : "";
    return get.isEmpty() || post.isEmpty() ? get + post : get + ", " + post;
  }
}
