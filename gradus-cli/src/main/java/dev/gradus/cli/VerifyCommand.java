package dev.gradus.cli;

import dev.gradus.tabular.model.DataFingerprint;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.table.CsvSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code gradus verify MODEL [DATA.csv]}: makes again what can be made again, and says whether it
 * is the same. Without the data that is what loading does: the checksum and the test vectors; with
 * them the whole training, to the same bytes.
 */
final class VerifyCommand implements Command {
  private final Setting<String> model;
  private final Setting<String> data;
  private final List<Setting<String>> files;
  private final Setting<Integer> threads;

  VerifyCommand(Settings settings) {
    model = settings.argument("MODEL", "a model file, as train writes it");
    data = settings.argument("DATA.csv", "what it was trained on, to train it again").orNothing();
    files =
        TrainingInputs.OF_FILES.stream()
            .map(parameter -> settings.file(parameter.flag(), "FILE", "as it was trained with"))
            .map(Setting::orNothing)
            .toList();
    threads = settings.threads().or(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    if (!data.isGiven()) {
      files.stream()
          .filter(Setting::isGiven)
          .findFirst()
          .ifPresent(
              idle -> {
                throw idle.refused("wants DATA.csv too");
              });
    }
    Path file = Path.of(model.value());
    Model loaded = Model.load(file); // refuses what is damaged, and what gives other answers
    Page page = new Page(terminal);
    page.say("checksum: intact");
    page.put("checksum", true);
    int vectors = loaded.vectors().rows().size();
    page.say("test vectors: %s", vectors == 0 ? "none" : vectors + ", the same bits");
    page.put("test_vectors", vectors);
    boolean same = data.given().isEmpty() || trainedFrom(loaded, file, page, terminal);
    page.say(same ? "yes" : "no");
    page.put("verified", same);
    page.finish();
    return same ? ExitStatus.DONE : ExitStatus.NO;
  }

  private boolean trainedFrom(Model loaded, Path file, Page page, Terminal terminal) {
    Optional<DataFingerprint> known = DataFingerprint.recorded(loaded);
    List<String> words = arguments(loaded);
    if (known.isEmpty() || words.isEmpty()) {
      page.say("the file does not say from which data and how it was trained");
      page.put("retrained", false);
      return false;
    }
    String now = DataFingerprint.sha256(CsvSource.file(data.value()).repeatable());
    boolean sameData = known.get().sha256().equals(now);
    page.say("data: %s", sameData ? "the same bytes" : "other bytes, SHA-256 " + now);
    page.put("same_data", sameData);
    if (!sameData || !areSame(DataFingerprint.recordedFiles(loaded), page)) {
      return false;
    }
    Model again = again(words, terminal);
    boolean sameMetrics = metrics(loaded).equals(metrics(again));
    page.say("metrics: %s", sameMetrics ? "the same" : "others: " + metrics(again));
    page.put("same_metrics", sameMetrics);
    boolean sameBytes = Arrays.equals(bytes(file), again.bytes());
    page.say("trained again: %s", sameBytes ? "the same bytes" : "other bytes");
    page.put("retrained", sameBytes);
    return sameBytes;
  }

  /** Compares the files beside the data with what is known of them. */
  private boolean areSame(Map<String, String> known, Page page) {
    boolean all = true;
    for (Setting<String> file : files) {
      String what = file.name().substring(2);
      String digest = known.getOrDefault(what.replace('-', '_'), "");
      if (digest.isEmpty() && file.isGiven()) {
        throw file.refused("the model was trained without such a file");
      }
      if (!digest.isEmpty() && !file.isGiven()) {
        throw file.refused("missing; the model was trained with a file there");
      }
      if (file.isGiven()) {
        String now = DataFingerprint.sha256(CsvSource.file(file.value()));
        boolean same = digest.equals(now);
        page.say("%s: %s", what, same ? "the same bytes" : "other bytes, SHA-256 " + now);
        page.put("same_" + what.replace('-', '_'), same);
        all &= same;
      }
    }
    return all;
  }

  private static List<String> arguments(Model model) {
    return model.record().get("arguments") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String metrics(Model model) {
    return String.valueOf(model.record().get("metrics"));
  }

  private Model again(List<String> arguments, Terminal terminal) {
    Settings settings = new Settings();
    TrainCommand train = new TrainCommand(settings);
    List<String> words = new ArrayList<>(arguments);
    files.stream().filter(Setting::isGiven).forEach(file -> words.addAll(file.words()));
    words.addAll(List.of("--threads", threads.value().toString(), "--", data.value()));
    new Arguments("gradus train", settings).read(words);
    return train.again(terminal).model();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
