/** Live widgets of lesson 4: modalities and the laboratory of rules (notebook cells 4.1 to 4.5). */
package mirador.web.widgets.mllm;
