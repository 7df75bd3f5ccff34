/** Code cells: what a learner's program gave, and what to say of it. */
package mirador.concepts.cells;
