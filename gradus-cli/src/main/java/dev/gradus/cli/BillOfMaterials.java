package dev.gradus.cli;

import dev.gradus.tabular.file.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a release consists of, as CycloneDX 1.6 and for people. Without times and random numbers.
 */
final class BillOfMaterials {
  private BillOfMaterials() {}

  /** As CycloneDX JSON. */
  static byte[] json(List<Component> components, String version) {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("type", "application");
    program.put("name", "gradus");
    program.put("version", version);
    program.put("licenses", licence("Apache-2.0"));
    Map<String, Object> bom = new LinkedHashMap<>();
    bom.put("bomFormat", "CycloneDX");
    bom.put("specVersion", "1.6");
    bom.put("version", 1);
    bom.put("metadata", Map.of("component", program));
    bom.put("components", components.stream().<Object>map(BillOfMaterials::entry).toList());
    return (Json.write(bom) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> entry(Component component) {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("alg", "SHA-256");
    hash.put("content", component.sha256());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", "library");
    entry.put("bom-ref", component.purl());
    entry.put("group", component.group());
    entry.put("name", component.artifact());
    entry.put("version", component.version());
    entry.put("hashes", List.of(hash));
    entry.put("licenses", licence(component.licence()));
    entry.put("purl", component.purl());
    return entry;
  }

  private static List<Object> licence(String id) {
    return List.of(Map.of("license", Map.of("id", id)));
  }

  /** The notice of what comes along. */
  static String notice(List<Component> components) {
    StringBuilder text = new StringBuilder("Gradus, Apache License 2.0 (see LICENSE).\n\n");
    text.append("It comes with these libraries, unchanged; their jars hold their own notices:\n");
    for (Component component : components) {
      if (!component.isOurs()) {
        text.append("  ").append(component.group()).append(':').append(component.artifact());
        text.append(' ').append(component.version()).append(", ").append(component.licence());
        text.append('\n');
      }
    }
    return text.toString();
  }
}
