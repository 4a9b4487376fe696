package dev.gradus.kernel;

/**
 * One pass over the elements of a block: the arguments are x[at .. at + n), the scratch arrays of
 * {@code m} from 0, and the last pass of a function writes y[at .. at + n). n is a multiple of the
 * lanes. x and y may be one array: no pass reads an element of x after that element of y was
 * written.
 */
interface BlockPass {
  void run(VectorElementary m, double[] x, double[] y, int at, int n);
}
