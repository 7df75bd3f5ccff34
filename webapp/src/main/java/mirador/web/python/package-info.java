/** The Python of code cells: a worker that runs a program and the cases of its check. */
package mirador.web.python;
