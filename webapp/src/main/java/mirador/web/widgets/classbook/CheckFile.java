package mirador.web.widgets.classbook;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Scripts;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;

/** The checks of the whole course ({@code assets/checks.js}). */
final class CheckFile {
  private CheckFile() {}

  /** Gets the checks of the whole course. */
  static void load(Runnable done, Runnable failed) {
    Scripts.load(address(), done, failed);
  }

  /** Those of one task; to be called when they are loaded. */
  static Checks of(String id) {
    WireChecks wire = checks(id);
    List<Checks.Case> cases = new ArrayList<>();
    for (int i = 0; i < wire.getCases().getLength(); i++) {
      WireCase one = wire.getCases().get(i);
      double tolerance = Numbers.parse(one.getTolerance()).orElse(0);
      cases.add(
          new Checks.Case(
              one.getRun(), one.getExpect(), one.getBefore(), tolerance, one.getHint()));
    }
    List<Checks.Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < wire.getMistakes().getLength(); i++) {
      WireMistake one = wire.getMistakes().get(i);
      mistakes.add(new Checks.Mistake(one.getSignature(), one.getSay()));
    }
    return new Checks(cases, mistakes);
  }

  @JSBody(script = "return window.mirador.runtime.checks;")
  private static native String address();

  @JSBody(
      params = {"id"},
      script = "return window.miradorChecks[id];")
  private static native WireChecks checks(String id);

  private interface WireChecks extends JSObject {
    @JSProperty
    JSArrayReader<WireCase> getCases();

    @JSProperty
    JSArrayReader<WireMistake> getMistakes();
  }

  private interface WireCase extends JSObject {
    @JSProperty
    String getRun();

    @JSProperty
    String getExpect();

    @JSProperty
    String getBefore();

    @JSProperty
    String getTolerance();

    @JSProperty
    String getHint();
  }

  private interface WireMistake extends JSObject {
    @JSProperty
    String getSignature();

    @JSProperty
    String getSay();
  }
}
