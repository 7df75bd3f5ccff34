package mirador.web.page;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.dom.Scripts;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Search in the whole course without a server: the index is a script that is loaded at the first
 * use. A section is found when it holds every word, accents and case aside; titles count more than
 * texts.
 */
final class SearchBox {
  private static final int MAX_RESULTS = 12;
  private static final int EXCERPT = 60;

  private final HTMLElement input;
  private final HTMLElement results;
  private boolean asked;
  private List<Found> sections = List.of();

  private SearchBox(HTMLElement form) {
    input = form.querySelector("input");
    results = form.querySelector("[data-search-results]");
    Dom.on(input, "focus", this::load);
    Dom.on(input, "input", this::search);
    Dom.on(
        form,
        "submit",
        (Event event) -> {
          event.preventDefault();
          search();
        });
    Dom.on(
        form,
        "keydown",
        (Event event) -> {
          if (Dom.key(event).equals("Escape")) {
            close();
            input.focus();
          }
        });
    Dom.on(
        HTMLDocument.current(),
        "click",
        (Event event) -> {
          if (!contains(form, event)) {
            close();
          }
        });
    Dom.on(
        HTMLDocument.current(),
        "keydown",
        (Event event) -> {
          if (Dom.key(event).equals("/") && !typing()) {
            event.preventDefault();
            input.focus();
          }
        });
    if (HTMLDocument.current().getActiveElement() == input) {
      load();
    }
  }

  static void enliven() {
    HTMLElement form = HTMLDocument.current().querySelector("[data-search]");
    if (form != null) {
      new SearchBox(form);
    }
  }

  private void load() {
    if (asked) {
      return;
    }
    asked = true;
    Scripts.load(
        CourseData.root() + "assets/search-index.js",
        () -> {
          JSArrayReader<Section> index = index();
          sections = new ArrayList<>();
          for (int i = 0; i < index.getLength(); i++) {
            Section section = index.get(i);
            sections.add(new Found(section, fold(section.getTitle()), fold(section.getText())));
          }
          search();
        },
        () -> asked = false);
  }

  private void search() {
    String query = fold(Dom.value(input)).strip();
    if (query.length() < 2) {
      close();
      return;
    }
    load();
    List<String> words = words(query);
    List<Scored> found = new ArrayList<>();
    for (Found section : sections) {
      int score = section.score(words);
      if (score > 0) {
        found.add(new Scored(section, score));
      }
    }
    found.sort((a, b) -> b.score() - a.score());
    show(found, words);
  }

  private void show(List<Scored> found, List<String> words) {
    Messages messages = CourseData.messages();
    Dom.clear(results);
    HTMLElement count = Dom.text("p", "search-count", messages.get("search.count", found.size()));
    count.setAttribute("role", "status");
    results.appendChild(count);
    HTMLElement list = Dom.el("ul", "search-list");
    for (int i = 0; i < Math.min(MAX_RESULTS, found.size()); i++) {
      Found section = found.get(i).section();
      HTMLElement link = Dom.el("a", "search-hit");
      link.setAttribute("href", CourseData.root() + section.section().getHref());
      link.appendChild(Dom.text("span", "search-page", section.section().getPage()));
      link.appendChild(Dom.text("span", "search-title", section.section().getTitle()));
      link.appendChild(Dom.text("span", "search-text", section.excerpt(words)));
      Dom.on(link, "click", this::close);
      list.appendChild(Dom.el("li", "", link));
    }
    results.appendChild(list);
    results.setHidden(false);
  }

  private void close() {
    results.setHidden(true);
  }

  private static List<String> words(String query) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= query.length(); i++) {
      if (i == query.length() || query.charAt(i) == ' ') {
        if (i > start) {
          words.add(query.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Lower case without accents, of the same length as the text, so that places agree. */
  @JSBody(
      params = {"text"},
      script =
          "var out = ''; for (var idx = 0; idx < text.length; idx++) {"
              + "var chr = text[idx].normalize('NFD')[0].toLowerCase(); out += chr.length === 1 ? chr : text[idx]; }"
              + "return out;")
  private static native String fold(String text);

  @JSBody(
      params = {"form", "event"},
      script = "return form.contains(event.target);")
  private static native boolean contains(HTMLElement form, Event event);

  @JSBody(
      script =
          "var focused = document.activeElement;"
              + "return !!focused && (/^(input|textarea|select)$/i.test(focused.tagName) || focused.isContentEditable);")
  private static native boolean typing();

  @JSBody(script = "return window.miradorSearch || [];")
  private static native JSArrayReader<Section> index();

  /** A section as the index describes it: address, page, heading and plain text. */
  private interface Section extends JSObject {
    @JSProperty
    String getHref();

    @JSProperty
    String getPage();

    @JSProperty
    String getTitle();

    @JSProperty
    String getText();
  }

  private record Scored(Found section, int score) {}

  private record Found(Section section, String title, String text) {
    int score(List<String> words) {
      int score = 0;
      for (String word : words) {
        if (title.contains(word)) {
          score += 10;
        } else if (text.contains(word)) {
          score += 1;
        } else {
          return 0;
        }
      }
      return score;
    }

    String excerpt(List<String> words) {
      int at = -1;
      for (String word : words) {
        int place = text.indexOf(word);
        if (place >= 0 && (at < 0 || place < at)) {
          at = place;
        }
      }
      int start = Math.max(0, at - EXCERPT / 2);
      int end = Math.min(text.length(), start + 2 * EXCERPT);
      return (start > 0 ? "… " : "")
          + section.getText().substring(start, end).strip()
          + (end < text.length() ? " …" : "");
    }
  }
}
