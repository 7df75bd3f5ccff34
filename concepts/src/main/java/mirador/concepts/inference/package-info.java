/**
 * The one port between the models of the course and whatever runs an ONNX graph: ONNX Runtime for
 * Java on the JVM, ONNX Runtime Web in a page's worker.
 */
package mirador.concepts.inference;
