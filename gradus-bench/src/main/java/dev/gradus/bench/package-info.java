/** How fast Gradus is, beside whom, and whether its bits are the same everywhere. */
@NullMarked
package dev.gradus.bench;

import org.jspecify.annotations.NullMarked;
