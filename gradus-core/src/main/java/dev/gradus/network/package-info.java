/** A stack of layers over one flat parameter vector, and the workspace of a pass. */
@NullMarked
package dev.gradus.network;

import org.jspecify.annotations.NullMarked;
