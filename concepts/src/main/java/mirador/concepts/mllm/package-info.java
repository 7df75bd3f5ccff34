/**
 * The frame of a multimodal language model without its models: which encoder a modality needs, and
 * a responder that follows rules over notes about sounds and clips (Li et al., "BLIP-2", 2023,
 * section 3; notebook cells 4.2 and 4.3).
 */
package mirador.concepts.mllm;
