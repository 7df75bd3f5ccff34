/** Words for results: messages with places for values, and numbers as the course writes them. */
package mirador.concepts.text;
