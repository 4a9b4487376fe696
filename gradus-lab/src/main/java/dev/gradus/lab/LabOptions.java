package dev.gradus.lab;

import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.table.Table;
import java.util.Optional;

/**
 * How a lab is opened.
 *
 * @param port where it listens; 0 for any that is free
 * @param bind another address than loopback; wants a stated token
 * @param token a stated one; else it is drawn
 * @param model for the room Use
 * @param data for the room Learn
 */
public record LabOptions(
    int port,
    Optional<String> bind,
    Optional<String> token,
    Optional<Named<Model>> model,
    Optional<Data> data) {

  /** Loopback, an empty lab. */
  public static LabOptions at(int port) {
    return new LabOptions(
        port, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Something and the name under which people know it. */
  public record Named<T>(String name, T value) {}

  /**
   * A table.
   *
   * @param name under which people know it
   * @param target the column that is to be predicted
   */
  public record Data(String name, Table table, String target) {}
}
