package dev.gradus.lab.run;

import java.util.Optional;

/**
 * A run as it was between two steps: copies, so that the run goes on meanwhile.
 *
 * @param done steps taken
 * @param theta the parameters [p]
 * @param before those one step earlier, where they are known
 * @param loss the mean of the steps since the glance before; NaN if there were none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Glance(long done, double[] theta, Optional<double[]> before, double loss) {}
