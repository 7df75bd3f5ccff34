package mirador.site.render;

import mirador.concepts.text.Messages;
import mirador.site.parse.Course;
import mirador.site.parse.Fragment;
import mirador.site.parse.Page;
import org.jsoup.nodes.Element;

/** The top of an article: title, the student's question, what one will be able to explain. */
final class PageHead {
  private PageHead() {}

  static Element of(Page page, Course course, PageBody lines) {
    Messages messages = course.sources().messages();
    Element head = new Element("header").addClass("page-head");
    if (page.lesson()) {
      int number = course.lessons().indexOf(page);
      Element kicker = head.appendElement("p").addClass("kicker");
      kicker
          .appendElement("span")
          .text(
              number == 0
                  ? course.sources().config().subtitle()
                  : messages.get("lesson.number", number));
      kicker
          .appendElement("span")
          .addClass("minutes")
          .text(messages.get("lesson.minutes", page.front().minutes()));
    }
    head.appendElement("h1").text(page.front().title());
    if (!page.front().question().isEmpty()) {
      head.appendElement("p").addClass("lesson-question").text(page.front().question());
    } else {
      head.appendElement("p").addClass("lead").text(page.front().summary());
    }
    if (!page.front().aims().isEmpty()) {
      Element aims = head.appendElement("div").addClass("aims");
      aims.appendElement("p").addClass("aims-title").id("aims").text(messages.get("lesson.aims"));
      Element list = aims.appendElement("ul").attr("aria-labelledby", "aims");
      for (Fragment aim : page.front().aims()) {
        list.appendElement("li").html(lines.inline(aim));
      }
    }
    return head;
  }

  /** The list of the lessons that closes the home page. */
  static Element lessonCards(Course course) {
    Messages messages = course.sources().messages();
    Element section = new Element("section").addClass("lesson-cards");
    section.appendElement("h2").id("lecciones").text(messages.get("home.lessons"));
    Element list = section.appendElement("ol");
    for (Page lesson : course.lessons().subList(1, course.lessons().size())) {
      Element link = list.appendElement("li").appendElement("a").attr("href", lesson.output());
      link.appendElement("span")
          .addClass("card-number")
          .text(String.valueOf(course.lessons().indexOf(lesson)));
      link.appendElement("span").addClass("card-title").text(lesson.front().title());
      link.appendElement("span").addClass("card-question").text(lesson.front().question());
      Element foot = link.appendElement("span").addClass("card-foot");
      foot.appendElement("span").text(messages.get("lesson.minutes", lesson.front().minutes()));
      foot.appendElement("span").addClass("nav-progress").attr("data-progress", lesson.id());
    }
    return section;
  }
}
