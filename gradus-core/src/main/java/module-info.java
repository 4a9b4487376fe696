/**
 * Multilayer perceptrons: mathematics and training, with every gradient derived by hand and checked
 * by machine. No runtime dependency beyond {@code java.base}.
 */
module dev.gradus.core {
  requires static transitive org.jspecify;

  exports dev.gradus.error;
}
