package mirador.site.widget;

/** The static result of one widget of the catalogue. */
public interface StaticWidget {
  /** Its name in the catalogue. */
  String name();

  /** The sentence that says the result, as plain text. */
  String result(WidgetContext context);

  /** The play area: a table, a drawing, a picture. */
  Markup html(WidgetContext context);
}
