package mirador.models.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mirador.models.export.Variant;

/** How the hub names the files of a variant: {@code onnx/vision_model_quantized.onnx}. */
enum HubVariant {
  PLAIN("", Variant.FP32),
  HALF("_fp16", Variant.FP16),
  QUANTIZED("_quantized", Variant.INT8),
  INT8("_int8", Variant.INT8),
  UINT8("_uint8", Variant.INT8);

  private final String suffix;
  private final Variant variant;

  HubVariant(String suffix, Variant variant) {
    this.suffix = suffix;
    this.variant = variant;
  }

  /** As manifests name it. */
  Variant variant() {
    return variant;
  }

  /** The path of a part's graph. */
  String path(String part) {
    return "onnx/" + part + "_model" + suffix + ".onnx";
  }

  /** The hub's usual files of a variant. */
  static HubVariant of(Variant wanted) {
    return Arrays.stream(values()).filter(v -> v.variant == wanted).findFirst().orElseThrow();
  }

  /** The first of these of a variant. */
  static Optional<HubVariant> among(List<HubVariant> present, Variant wanted) {
    return present.stream().filter(v -> v.variant == wanted).findFirst();
  }

  /** The variants of these, each once. */
  static List<Variant> variants(List<HubVariant> present) {
    List<Variant> variants = new ArrayList<>();
    present.forEach(v -> variants.add(v.variant));
    return variants.stream().distinct().toList();
  }
}
