/**
 * Pictures and convolution: a kernel of 3 x 3 weights slides over the picture (LeCun et al.,
 * "Gradient-Based Learning Applied to Document Recognition", 1998, section II.A; notebook cell
 * 1.0).
 */
package mirador.concepts.image;
