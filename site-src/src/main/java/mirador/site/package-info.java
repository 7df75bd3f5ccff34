/**
 * From {@code lessons/}, {@code figuras/}, {@code curso.yaml} and the page script to {@code
 * target/site}, in five stages. Each stage is one class that takes the records of the stage before
 * and hands on its own:
 *
 * <pre>
 *  1 scan     files on disk       -> Sources        CourseConfig, SourceText, CoursePicture, messages
 *  2 parse    Sources             -> Course         Page: front matter, Markdown tree, directives, headings
 *  3 check    Course              -> (problems)     links, anchors, ids, settings, alt texts, headings;
 *                                                  the programs of code cells are run and judged
 *  4 render   Course              -> RenderedSite   HTML of every page with the widgets' static results
 *  5 publish  RenderedSite        -> target/site    pages, assets, search index, worker, zip
 * </pre>
 *
 * <p>No stage stops at the first mistake of an author: it adds a {@link
 * mirador.site.problem.Problem} with file, line, what is wrong, which value and what to do, and
 * goes on. {@link mirador.site.SiteBuilder} stops between two stages when there is any, so that
 * every mistake of one kind is shown at once and nothing half right is published.
 *
 * <p>What a widget says before any script has run comes from {@link mirador.site.widget}: one class
 * per widget, computed by the same {@code mirador.concepts} classes that the page runs.
 */
package mirador.site;
