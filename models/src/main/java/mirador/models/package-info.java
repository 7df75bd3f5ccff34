/**
 * What the JVM does with model files: it reads weights in Hugging Face's layout, writes ONNX graphs
 * and model folders, and runs them with ONNX Runtime for Java.
 */
package mirador.models;
