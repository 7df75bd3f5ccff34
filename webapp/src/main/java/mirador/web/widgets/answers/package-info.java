/**
 * Live widgets of every lesson that take what the learner thinks: questions, guesses, exercises,
 * and the page that gathers it all (notebook cells 1.2, 2.4 to 2.6, 3.3, 3.4, 4.5 and 5).
 */
package mirador.web.widgets.answers;
