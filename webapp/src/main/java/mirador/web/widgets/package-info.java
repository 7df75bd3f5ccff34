/** The live widgets, one package for each lesson, and the one catalogue that knows them all. */
package mirador.web.widgets;
