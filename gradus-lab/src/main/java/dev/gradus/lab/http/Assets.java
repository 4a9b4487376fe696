package dev.gradus.lab.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The page's own files, as a table that is made at the start: a path that somebody sends is
 * compared with its entries, and never becomes the name of anything.
 */
public final class Assets {
  private static final String FOLDER = "/dev/gradus/lab/page/";

  /** Where uPlot's webjar keeps the two files that the page wants. */
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml");

  private Assets() {}

  /** A route for each file that {@code files.txt} lists, for {@code /}, and for uPlot's. */
  public static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    String names = new String(read(FOLDER + "files.txt"), StandardCharsets.UTF_8);
    names
        .lines()
        .filter(name -> !name.isBlank())
        .forEach(name -> routes.add(route("/" + name.strip(), FOLDER + name.strip())));
    routes.add(route("/", FOLDER + "index.html"));
    routes.add(route("/uplot/uPlot.iife.min.js", UPLOT + "uPlot.iife.min.js"));
    routes.add(route("/uplot/uPlot.min.css", UPLOT + "uPlot.min.css"));
    return routes;
  }

  private static Route route(String path, String resource) {
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    String type = TYPES.get(ending);
    if (type == null) {
      throw new IllegalStateException(resource + ": no type for ." + ending);
    }
    return Route.open(path, request -> new Answer.Whole(200, type, "", read(resource)));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
