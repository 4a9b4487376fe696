package dev.gradus.bench;

/** The command was given something that it cannot use. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUse(String message) {
    super(message);
  }
}
