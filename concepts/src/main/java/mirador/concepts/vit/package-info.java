/**
 * From a picture to the tokens of a Vision Transformer (Dosovitskiy et al., "An Image is Worth
 * 16x16 Words", 2020, section 3.1; notebook cells 1.0 to 1.3). Arithmetic and pixels only: no model
 * runs.
 */
package mirador.concepts.vit;
