/**
 * BLIP-2 on the JVM: model folders run by ONNX Runtime for Java, and checkpoints to try them with.
 */
package mirador.models.blip2;
