package dev.gradus.bench;

import dev.gradus.error.GradusException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./gradus bench} and {@code ./gradus same-bits}; and, in processes that these start, the
 * parts of their work.
 */
final class Main {
  private static final int NO = 1;
  private static final int USAGE = 64;
  private static final int FAILED = 74;

  private Main() {}

  /** Runs what the words name, and ends the process with its status. */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out));
  }

  private static int run(List<String> words, PrintStream out) {
    try {
      return dispatch(words, out);
    } catch (WrongUse e) {
      return fail(e, USAGE);
    } catch (IOException | GradusException e) {
      return fail(e, FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(e, FAILED);
    }
  }

  private static int fail(Exception e, int status) {
    System.err.println("gradus: error: " + e.getMessage());
    return status;
  }

  static int dispatch(List<String> words, PrintStream out)
      throws IOException, InterruptedException {
    if (words.isEmpty()) {
      throw new WrongUse("wants bench or same-bits");
    }
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "bench" -> bench(rest, out);
      case "same-bits" -> SameBits.compare(rest, out) ? 0 : NO;
      case SameBits.PART -> say(out, SameBitsTraining.report(rest));
      case "measure" -> say(out, Answer.write(measure(rest)));
      case "peak" -> say(out, Answer.write(Peak.MEASURED.measure(threads(rest.getFirst()))));
      default -> throw new WrongUse("\"" + words.getFirst() + "\": wants bench or same-bits");
    };
  }

  private static int bench(List<String> words, PrintStream out)
      throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("gradus.root", ""));
    String first = words.isEmpty() ? "" : words.getFirst();
    return switch (first) {
      case "mnist" -> say(out, Mnist.command(words.subList(1, words.size()), root));
      case "variants" -> say(out, Variants.command(words.subList(1, words.size())));
      case "embedding" -> say(out, Embedding.measure(words.subList(1, words.size())));
      case "widths" -> say(out, Widths.command(words.subList(1, words.size())));
      case "products" -> say(out, Products.measure(words.subList(1, words.size())));
      case "--help", "-h" -> say(out, BenchArguments.USAGE);
      default -> say(out, Bench.compare(BenchArguments.read(words), root));
    };
  }

  private static int say(PrintStream out, String text) {
    out.print(text);
    out.flush();
    return 0;
  }

  /** {@code WORKLOAD THREADS}: a part of {@code bench}, in a process of its own. */
  private static java.util.SequencedMap<String, Double> measure(List<String> words) {
    Locale.setDefault(Locale.ROOT);
    Workload workload = Workload.named(words.getFirst());
    int threads = threads(words.get(1));
    Pollution.spread(threads, 20);
    return new OurMeasurement(workload, threads, 1).run();
  }

  private static int threads(String word) {
    return BenchArguments.whole("--threads", word);
  }
}
