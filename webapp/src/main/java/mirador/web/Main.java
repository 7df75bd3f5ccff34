package mirador.web;

/** The page's entry point: mounts every widget found in the page. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    org.teavm.jso.browser.Window.current().getDocument().setTitle("x");
  }
}
