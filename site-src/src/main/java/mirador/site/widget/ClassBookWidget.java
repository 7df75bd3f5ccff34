package mirador.site.widget;

/** The room of a class's work: without the page script no file can be opened. */
final class ClassBookWidget implements StaticWidget {
  @Override
  public String name() {
    return "class-book";
  }

  @Override
  public String result(WidgetContext context) {
    return context.messages().get("class-book.static");
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.of("p", context.messages().get("class-book.paper"));
  }
}
