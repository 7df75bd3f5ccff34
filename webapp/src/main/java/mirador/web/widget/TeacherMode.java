package mirador.web.widget;

import org.teavm.jso.dom.html.HTMLDocument;

/**
 * What a teacher hides by the address: {@code ?ocultar=controles} the controls of every widget,
 * {@code ?ocultar=respuestas} model answers, solutions, hints and the «why» of a guess.
 */
public final class TeacherMode {
  private static final String PARAMETER = "ocultar";

  private TeacherMode() {}

  public static boolean hidesControls() {
    return hides("controles");
  }

  public static boolean hidesAnswers() {
    return hides("respuestas");
  }

  /** Marks the page so that the style sheet hides what is to be hidden. */
  public static void apply() {
    if (hidesControls()) {
      HTMLDocument.current().getBody().getClassList().add("hide-controls");
    }
    if (hidesAnswers()) {
      HTMLDocument.current().getBody().getClassList().add("hide-answers");
    }
  }

  private static boolean hides(String what) {
    String hidden = AddressBar.parameter(PARAMETER);
    return !hidden.isEmpty() && ("," + hidden + ",").contains("," + what + ",");
  }
}
