package mirador.web.course;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Messages;
import mirador.web.dom.JsTexts;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;

/** The data script of the site ({@code assets/course-data.js}), read once. */
public final class CourseData {
  private static final Messages MESSAGES = Messages.of(new JsTexts(messageTable()));

  private CourseData() {}

  /** The texts of the interface in the course's language. */
  public static Messages messages() {
    return MESSAGES;
  }

  /** The way from the present page to the root of the site, "" or ending in a slash. */
  @JSBody(script = "return document.body.getAttribute('data-root') || '';")
  public static native String root();

  /** The name of the present page, "01-vit". */
  @JSBody(script = "return document.body.getAttribute('data-page') || '';")
  public static native String page();

  @JSBody(script = "return window.mirador.version || '';")
  public static native String version();

  /** The address of the script of the widgets of real models; see boot.js. */
  @JSBody(script = "return document.querySelector('[data-models]').getAttribute('data-models');")
  public static native String modelScript();

  @JSBody(script = "return location.protocol === 'file:';")
  public static native boolean fromFile();

  /** The figures that ship with the course, in their order. */
  public static List<Figure> figures() {
    JSArrayReader<Figure> array = figureArray();
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < array.getLength(); i++) {
      figures.add(array.get(i));
    }
    return figures;
  }

  /** The lessons, in their order. */
  public static List<Lesson> lessons() {
    JSArrayReader<Lesson> array = lessonArray();
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < array.getLength(); i++) {
      lessons.add(array.get(i));
    }
    return lessons;
  }

  @JSBody(script = "return window.mirador.messages;")
  private static native JSObject messageTable();

  /** Everything the course asks, in its order. */
  public static List<Item> items() {
    JSArrayReader<Item> array = itemArray();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < array.getLength(); i++) {
      items.add(array.get(i));
    }
    return items;
  }

  /** What is judged right or wrong by cases, in the course's order: exercises and code cells. */
  public static List<Item> exercises() {
    List<Item> exercises = new ArrayList<>();
    for (Item item : items()) {
      if (item.getKind().equals("exercise") || item.getKind().equals("code")) {
        exercises.add(item);
      }
    }
    return exercises;
  }

  @JSBody(script = "return window.mirador.items || [];")
  private static native JSArrayReader<Item> itemArray();

  @JSBody(script = "return window.mirador.pictures;")
  private static native JSArrayReader<Figure> figureArray();

  @JSBody(script = "return window.mirador.lessons;")
  private static native JSArrayReader<Lesson> lessonArray();

  /** A figure of the course as the site describes it; sizes in pixels. */
  public interface Figure extends JSObject {
    @JSProperty
    String getId();

    @JSProperty
    String getName();

    @JSProperty
    String getAlt();

    @JSProperty
    String getSrc();

    @JSProperty
    String getScript();

    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();
  }

  /** A lesson as the navigation names it. */
  public interface Lesson extends JSObject {
    @JSProperty
    String getId();

    @JSProperty
    String getTitle();

    @JSProperty
    String getHref();
  }

  /** Something the course asks: where it stands and in which words. */
  public interface Item extends JSObject {
    /** "question", "prediction", "exercise" or "code". */
    @JSProperty
    String getKind();

    @JSProperty
    String getId();

    /** The lesson's id. */
    @JSProperty
    String getPage();

    @JSProperty
    String getPrompt();

    /** The right option of a prediction, else "". */
    @JSProperty
    String getAnswer();

    @JSProperty
    String getHref();
  }
}
