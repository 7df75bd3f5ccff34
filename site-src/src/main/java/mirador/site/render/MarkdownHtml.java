package mirador.site.render;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ext.gitlab.GitLabInlineMath;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.Set;
import mirador.site.parse.Directive;
import mirador.site.parse.Fragment;
import mirador.site.parse.Markdown;
import mirador.site.widget.Markup;

/**
 * Markdown to HTML. Directives become {@code <div data-directive="offset">} and formulas {@code
 * <span data-tex="…">}, which {@link PageBody} and {@link Formulas} then fill.
 */
final class MarkdownHtml {
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder(
              new MutableDataSet(Markdown.OPTIONS)
                  .set(HtmlRenderer.RENDER_HEADER_ID, false)
                  .set(HtmlRenderer.GENERATE_HEADER_ID, false))
          .nodeRendererFactory(options -> nodes())
          .build();

  private MarkdownHtml() {}

  private static NodeRenderer nodes() {
    return () ->
        Set.of(
            new NodeRenderingHandler<>(
                FencedCodeBlock.class, (node, context, html) -> html.rawPre(fence(node))),
            new NodeRenderingHandler<>(
                GitLabInlineMath.class,
                (node, context, html) -> html.raw(formula(node.getText().toString(), false))),
            new NodeRenderingHandler<>(HtmlCommentBlock.class, (node, context, html) -> {}),
            new NodeRenderingHandler<>(HtmlInlineComment.class, (node, context, html) -> {}));
  }

  private static String fence(FencedCodeBlock fence) {
    String language = fence.getInfo().toString().strip().split("\\s+", 2)[0];
    if (Directive.NAMES.contains(language)) {
      return Markup.of("div").with("data-directive", fence.getStartOffset()).toString();
    }
    Markup code = Markup.of("code", fence.getContentChars().toString());
    if (!language.isEmpty()) {
      code.classes("language-" + language);
    }
    return Markup.of("pre").with("tabindex", "0").add(code).toString();
  }

  /** The place of a formula, as {@link Formulas} finds it. */
  static String formula(String tex, boolean display) {
    return Markup.of("span").with("data-tex", tex).with("data-display", display).toString();
  }

  /** Blocks. */
  static String blocks(Fragment fragment) {
    return RENDERER.render(fragment.tree());
  }

  /** One paragraph without its {@code <p>}. */
  static String inline(Fragment fragment) {
    String html = blocks(fragment).strip();
    boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 1) < 0;
    return single ? html.substring("<p>".length(), html.length() - "</p>".length()) : html;
  }
}
