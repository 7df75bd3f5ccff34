package mirador.web;

import mirador.web.page.Page;
import mirador.web.widget.Mounter;
import mirador.web.widget.TeacherMode;

/** The page's entry point: brings the page's furniture to life, then its widgets. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    TeacherMode.apply();
    Page.enliven();
    Mounter.mountAll();
  }
}
