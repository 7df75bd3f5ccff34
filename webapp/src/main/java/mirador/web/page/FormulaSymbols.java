package mirador.web.page;

import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Links a formula and its list of symbols: pointing at, or focusing, one lights up all its places
 * in the formula and its explanation.
 */
final class FormulaSymbols {
  private FormulaSymbols() {}

  static void enliven() {
    NodeList<? extends HTMLElement> formulas = Dom.all(".formula");
    for (int i = 0; i < formulas.getLength(); i++) {
      link(formulas.get(i));
    }
  }

  private static void link(HTMLElement formula) {
    NodeList<? extends HTMLElement> symbols = formula.querySelectorAll("[data-symbol]");
    for (int i = 0; i < symbols.getLength(); i++) {
      String symbol = symbols.get(i).getAttribute("data-symbol");
      Runnable light = () -> light(symbols, symbol);
      Runnable dark = () -> light(symbols, "");
      Dom.on(symbols.get(i), "mouseenter", light);
      Dom.on(symbols.get(i), "focusin", light);
      Dom.on(symbols.get(i), "click", light);
      Dom.on(symbols.get(i), "mouseleave", dark);
      Dom.on(symbols.get(i), "focusout", dark);
    }
  }

  private static void light(NodeList<? extends HTMLElement> symbols, String symbol) {
    for (int i = 0; i < symbols.getLength(); i++) {
      boolean on = symbols.get(i).getAttribute("data-symbol").equals(symbol);
      Dom.toggleClass(symbols.get(i), "symbol-lit", on);
    }
  }
}
