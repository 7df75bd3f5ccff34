package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/** Headings of a matrix text x image: captions as pills, pictures with their thumbnails. */
public final class MatrixHeads {
  private static final int SHOWN_LENGTH = 60;

  private final Map<String, HTMLElement> captions = new LinkedHashMap<>();
  private final Map<String, Thumbnail> thumbnails = new LinkedHashMap<>();
  private final Map<String, HTMLElement> names = new LinkedHashMap<>();
  private final List<HTMLElement> pictures = new ArrayList<>();

  public MatrixHeads(WidgetFrame frame) {
    for (String id : Notebook.PICTURES) {
      HTMLElement caption = Dom.el("span", "text-token matrix-caption");
      caption.setAttribute("lang", "en");
      captions.put(id, caption);
      Thumbnail thumbnail = new Thumbnail(frame);
      HTMLElement name = Dom.el("span", "");
      thumbnails.put(id, thumbnail);
      names.put(id, name);
      pictures.add(Dom.el("span", "matrix-picture", thumbnail.element(), name));
    }
  }

  public List<HTMLElement> rows() {
    return List.copyOf(captions.values());
  }

  public List<HTMLElement> columns() {
    return pictures;
  }

  public void update(Map<String, String> texts) {
    for (String id : Notebook.PICTURES) {
      Dom.setText(captions.get(id), Captions.shown(texts.get(id), SHOWN_LENGTH));
      thumbnails.get(id).show(id);
      Dom.setText(names.get(id), PictureShelf.shared().name(id));
    }
  }
}
