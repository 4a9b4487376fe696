/**
 * The kernels: the only loops that touch arrays. Not exported; only {@code dev.gradus.matrix} calls
 * them. Each operation has one fixed order of floating-point operations, so that every provider,
 * lane count and thread count gives the same bits.
 */
@NullMarked
package dev.gradus.kernel;

import org.jspecify.annotations.NullMarked;
