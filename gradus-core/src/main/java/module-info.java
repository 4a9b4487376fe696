/**
 * Multilayer perceptrons: mathematics and training, with every gradient derived by hand and checked
 * by machine. No runtime dependency beyond {@code java.base}; where {@code jdk.incubator.vector} is
 * present at run time, kernels use it.
 */
module dev.gradus.core {
  requires static transitive org.jspecify;

  exports dev.gradus.calculus;
  exports dev.gradus.clinic;
  exports dev.gradus.data;
  exports dev.gradus.error;
  exports dev.gradus.layer;
  exports dev.gradus.loss;
  exports dev.gradus.matrix;
  exports dev.gradus.network;
  exports dev.gradus.optimize;
  exports dev.gradus.train;
}
