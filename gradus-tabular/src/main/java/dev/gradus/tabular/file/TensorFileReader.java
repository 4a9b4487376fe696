package dev.gradus.tabular.file;

import dev.gradus.error.FileException;
import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.table.InputFile;
import dev.gradus.tabular.table.Quotation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the framing of {@link TensorFile}, trusting nothing: each length is compared with the
 * file's before anything of that length is allocated, and every byte is accounted for.
 */
public final class TensorFileReader {
  private static final int MAX_NAME_BYTES = 256;
  private static final int MAX_DIMENSION = 1 << 24;

  /** How often the content is in memory while it is read: bytes, values, parameters. */
  private static final int COPIES = 3;

  private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 15;

  private final String file;
  private final boolean finiteOnly;

  private TensorFileReader(String file, boolean finiteOnly) {
    this.file = file;
    this.finiteOnly = finiteOnly;
  }

  /**
   * Reads a file.
   *
   * @throws FileException if it cannot be read
   * @throws ModelFormatException if it is not what it should be
   */
  public static TensorFile read(Path path) {
    return read(path, true);
  }

  /**
   * The same, though numbers be NaN or infinite: to look at, not to compute with.
   *
   * @throws FileException if it cannot be read
   * @throws ModelFormatException if it is not what it should be
   */
  public static TensorFile readAnyNumbers(Path path) {
    return read(path, false);
  }

  private static TensorFile read(Path path, boolean finiteOnly) {
    TensorFileReader reader = new TensorFileReader(path.toString(), finiteOnly);
    return reader.parse(reader.bytes(path));
  }

  /**
   * The same from memory.
   *
   * @param file its name, for messages
   */
  public static TensorFile read(String file, byte[] bytes) {
    return new TensorFileReader(file, true).parse(bytes.clone());
  }

  private byte[] bytes(Path path) {
    InputFile input = InputFile.of(file, "a model file");
    try (var in = input.open()) {
      byte[] start = in.readNBytes(9);
      requireModel(start, Files.size(path));
      HeapRoom.require(file, (double) COPIES * Files.size(path));
      byte[] rest = in.readAllBytes();
      byte[] all = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      return all;
    } catch (IOException e) {
      throw input.failed(e);
    }
  }

  /** The first bytes, before the rest is even read. */
  private void requireModel(byte[] start, long size) {
    if (size == 0) {
      throw refuse("model.empty", "the file is empty");
    }
    String kind = foreign(start);
    if (kind != null) {
      throw refuse("model.foreign", "not a Gradus model" + kind);
    }
    if (start.length < 9) {
      throw refuse("model.short", "cut short: " + size + " bytes, the smallest model has more");
    }
    long header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (header < 0 || header > Json.MAX_BYTES) {
      throw refuse(
          "model.header",
          "header of " + Long.toUnsignedString(header) + " bytes; at most " + Json.MAX_BYTES);
    }
    if (8 + header > size) {
      throw refuse("model.short", "cut short: " + size + " of " + (8 + header) + " bytes or more");
    }
  }

  /** What a file that is not a model looks like; null if it may be one. */
  private static @Nullable String foreign(byte[] start) {
    if (start.length >= 2 && start[0] == (byte) 0xac && start[1] == (byte) 0xed) {
      return " (it looks like a serialized Java object)";
    }
    if (start.length >= 2 && start[0] == 'P' && start[1] == 'K') {
      return " (it looks like a zip file)";
    }
    if (start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
      return " (it looks like a gzip file)";
    }
    if (start.length == 9 && start[8] == '{') {
      return null;
    }
    if (start.length >= 2 && start[0] == 0x08 && start[1] > 0 && start[1] < 16) {
      return " (it looks like an ONNX file)";
    }
    for (byte b : start) {
      if (b < 0x20 && b != '\t' && b != '\r' && b != '\n' && b >= 0) {
        return start.length < 9 ? null : "";
      }
    }
    return " (it looks like a CSV file)";
  }

  private TensorFile parse(byte[] bytes) {
    requireModel(Arrays.copyOf(bytes, Math.min(9, bytes.length)), bytes.length);
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    JsonObject header = header(Arrays.copyOfRange(bytes, 8, 8 + length));
    JsonObject metadata = header.object(TensorFile.METADATA);
    version(metadata);
    List<Place> places = places(header);
    complete(places, bytes.length - 8L - length, bytes.length);
    checksum(metadata.text("sha256"), bytes, 8 + length);
    metadata.only("sha256", "format", "version", "gradus");
    List<Tensor> tensors = new ArrayList<>();
    for (Place place : places) {
      tensors.add(tensor(place, bytes, 8 + length));
    }
    return new TensorFile(gradus(metadata.text("gradus")), List.copyOf(tensors));
  }

  private JsonObject header(byte[] text) {
    try {
      return JsonObject.of(file, "header", Json.read(text));
    } catch (Json.JsonException e) {
      throw refuse("model.header", "header: " + e.getMessage());
    }
  }

  @SuppressWarnings("unchecked") // Json makes maps with text keys only
  private Map<String, Object> gradus(String text) {
    try {
      if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw refuse("model.format", "gradus: an object is wanted");
    } catch (Json.JsonException e) {
      throw refuse("model.header", "gradus: " + e.getMessage());
    }
  }

  private void version(JsonObject metadata) {
    if (!metadata.has("format") || !metadata.text("format").equals("gradus")) {
      throw refuse("model.foreign", "not a Gradus model (it holds tensors of another program)");
    }
    String version = metadata.text("version");
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw refuse(
          "model.version", "format \"" + Quotation.name(version) + "\"; wants a whole number");
    }
    if (Integer.parseInt(version) > TensorFile.VERSION) {
      throw refuse(
          "model.version",
          "format "
              + version
              + ", this Gradus reads up to "
              + TensorFile.VERSION
              + "; update Gradus");
    }
  }

  private record Place(
      String name, int rows, int columns, Precision precision, long begin, long end) {}

  private List<Place> places(JsonObject header) {
    List<String> names =
        header.keys().stream().filter(key -> !key.equals(TensorFile.METADATA)).toList();
    if (names.size() > TensorFile.MAX_TENSORS) {
      throw refuse("model.tensors", "header: more than " + TensorFile.MAX_TENSORS + " tensors");
    }
    return names.stream().map(name -> place(name, header.object(name))).toList();
  }

  private Place place(String name, JsonObject entry) {
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      throw refuse(
          "model.tensors", "header: a tensor's name has 1 to " + MAX_NAME_BYTES + " bytes");
    }
    entry.only("dtype", "shape", "data_offsets");
    Precision precision =
        switch (entry.text("dtype")) {
          case "F32" -> Precision.FLOAT32;
          case "F64" -> Precision.FLOAT64;
          default ->
              throw tensor(name, "dtype \"" + Quotation.name(entry.text("dtype")) + "\"; F32, F64");
        };
    List<Double> shape = entry.numbers("shape");
    List<Double> offsets = entry.numbers("data_offsets");
    if (shape.size() != 2 || offsets.size() != 2) {
      throw tensor(name, "wants a shape of two sizes and two offsets");
    }
    for (double size : shape) {
      if (!(size >= 1 && size <= MAX_DIMENSION) || size != Math.rint(size)) {
        throw tensor(name, "each size is a whole number from 1 to " + MAX_DIMENSION);
      }
    }
    return new Place(
        name,
        shape.get(0).intValue(),
        shape.get(1).intValue(),
        precision,
        offset(name, offsets.get(0)),
        offset(name, offsets.get(1)));
  }

  private long offset(String name, double offset) {
    if (!(offset >= 0 && offset <= 0x1p53) || offset != Math.rint(offset)) {
      throw tensor(name, "an offset is a whole number of bytes");
    }
    return (long) offset;
  }

  /** Contiguous, ascending, complete: each tensor begins where the one before ends. */
  private void complete(List<Place> places, long available, long fileLength) {
    long at = 0;
    String before = "the header";
    for (Place place : places) {
      long elements = (long) place.rows * place.columns;
      long bytes = elements * Tensor.width(place.precision);
      if (elements > MAX_ELEMENTS) {
        throw tensor(place.name, "needs " + bytes + " bytes, the file has " + fileLength);
      }
      if (place.begin != at) {
        throw tensor(
            place.name, "starts at byte " + place.begin + ", " + before + " ends at " + at);
      }
      if (place.end - place.begin != bytes) {
        throw tensor(
            place.name, "needs " + bytes + " bytes, its offsets give " + (place.end - place.begin));
      }
      at = place.end;
      before = "\"" + Quotation.name(place.name) + "\"";
    }
    long expected = fileLength - available + at;
    if (at > available) {
      throw refuse("model.short", "cut short: " + fileLength + " of " + expected + " bytes");
    }
    if (at < available) {
      long rest = available - at;
      throw refuse("model.trailing", rest + (rest == 1 ? " byte" : " bytes") + " after the end");
    }
  }

  private void checksum(String expected, byte[] bytes, int headerEnd) {
    byte[] digits = expected.getBytes(StandardCharsets.UTF_8);
    int at = TensorFile.indexOf(bytes, digits, headerEnd);
    if (!expected.matches("[0-9a-f]{64}") || at < 0) {
      throw refuse("model.checksum", "header: sha256 is no checksum of 64 digits");
    }
    byte[] zeroed = bytes.clone();
    Arrays.fill(zeroed, at, at + digits.length, (byte) '0');
    if (!TensorFile.hex(TensorFile.sha256(zeroed)).equals(expected)) {
      throw refuse("model.checksum", "damaged: the checksum of the weights does not match");
    }
  }

  private Tensor tensor(Place place, byte[] bytes, int from) {
    ByteBuffer content =
        ByteBuffer.wrap(bytes, from + (int) place.begin, (int) (place.end - place.begin))
            .order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[place.rows * place.columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = place.precision == Precision.FLOAT32 ? content.getFloat() : content.getDouble();
      if (finiteOnly && !Double.isFinite(values[i])) {
        throw refuse(
                "model.weights",
                "tensor \"" + Quotation.name(place.name) + "\", element " + i + ": " + values[i])
            .withHint("gradus info " + Quotation.escaped(file) + " --allow-nan");
      }
    }
    return new Tensor(place.name, place.rows, place.columns, place.precision, values);
  }

  private ModelFormatException tensor(String name, String what) {
    return refuse("model.tensors", "tensor \"" + Quotation.name(name) + "\": " + what);
  }

  private ModelFormatException refuse(String code, String what) {
    return new ModelFormatException(code, Location.of(file), what);
  }
}
