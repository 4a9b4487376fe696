/** Writes models as Java source that needs nothing but the JDK. */
@NullMarked
package dev.gradus.tabular.source;

import org.jspecify.annotations.NullMarked;
