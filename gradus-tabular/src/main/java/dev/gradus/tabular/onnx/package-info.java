/** Writes ONNX files: the wire format, graphs, and what models are made of in their terms. */
@NullMarked
package dev.gradus.tabular.onnx;

import org.jspecify.annotations.NullMarked;
