/** Matrices in float32 or float64, and how they are computed. The only caller of the kernels. */
@NullMarked
package dev.gradus.matrix;

import org.jspecify.annotations.NullMarked;
