/** For whoever teaches: many learners' files at once, judged anew, as one table. */
package mirador.web.widgets.classbook;
