/** The live gallery of the three pictures every other widget uses (notebook cell 0.2). */
package mirador.web.widgets.pictures;
