package mirador.concepts.cells;

/**
 * An error of a learner's program.
 *
 * @param name of its class, {@code ZeroDivisionError}
 * @param words what the interpreter says of it
 * @param line of the cell, from 1; 0 when it was outside of the cell
 * @param where the function it was in; empty outside of functions
 */
public record CellError(String name, String words, int line, String where) {}
