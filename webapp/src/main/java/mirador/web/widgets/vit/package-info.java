/** Live widgets of lesson 1: from convolutions to patches and ViT (notebook cells 1.0 to 1.3). */
package mirador.web.widgets.vit;
