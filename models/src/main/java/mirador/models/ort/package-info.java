/** ONNX Runtime for Java behind the port of {@code concepts}. */
package mirador.models.ort;
