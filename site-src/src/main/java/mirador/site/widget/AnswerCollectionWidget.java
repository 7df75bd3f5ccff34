package mirador.site.widget;

/** The room of the gathered answers: without the page script there is nothing written to gather. */
final class AnswerCollectionWidget implements StaticWidget {
  @Override
  public String name() {
    return "answer-collection";
  }

  @Override
  public String result(WidgetContext context) {
    return context.messages().get("answer-collection.static");
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.of("p", context.messages().get("answer-collection.paper"));
  }
}
