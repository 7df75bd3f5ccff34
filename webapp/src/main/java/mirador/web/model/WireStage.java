package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/** A {@link StageReport} on its way to the page. */
public abstract class WireStage implements JSObject {
  protected WireStage() {}

  /** For a message. */
  public static JSArrayReader<WireStage> of(List<StageReport> reports) {
    JSArray<WireStage> wire = new JSArray<>();
    for (StageReport report : reports) {
      wire.push(make(report.stage().name(), report.seconds(), WireTensor.texts(report.shapes())));
    }
    return wire;
  }

  /** Out of a message. */
  static List<StageReport> reports(JSArrayReader<WireStage> wire) {
    List<StageReport> reports = new ArrayList<>();
    for (int i = 0; i < wire.getLength(); i++) {
      WireStage stage = wire.get(i);
      reports.add(
          new StageReport(
              Stage.valueOf(stage.getStage()),
              stage.getSeconds(),
              WireTensor.list(stage.getShapes())));
    }
    return reports;
  }

  @JSProperty
  protected abstract String getStage();

  @JSProperty
  protected abstract double getSeconds();

  @JSProperty
  protected abstract JSArrayReader<JSString> getShapes();

  @JSBody(
      params = {"stage", "seconds", "shapes"},
      script = "return {stage: stage, seconds: seconds, shapes: shapes};")
  private static native WireStage make(
      String stage, double seconds, JSArrayReader<JSString> shapes);
}
