/** Layers: each with its derivation above its backward pass. */
@NullMarked
package dev.gradus.layer;

import org.jspecify.annotations.NullMarked;
