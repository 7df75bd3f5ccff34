/**
 * What each widget says before any script has run: one class per widget.
 *
 * <p>To add one: write a class that implements {@link mirador.site.widget.StaticWidget}, compute
 * with {@code mirador.concepts}, take the sentence from {@code mirador.concepts.explain}, build the
 * markup with {@link mirador.site.widget.Markup}, and add a line to {@link
 * mirador.site.widget.StaticWidgets}.
 */
package mirador.site.widget;
