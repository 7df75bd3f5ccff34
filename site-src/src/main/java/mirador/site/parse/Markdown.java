package mirador.site.parse;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gitlab.GitLabExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** The dialect of the lessons: CommonMark, tables, footnotes, and formulas as {@code $`x`$}. */
public final class Markdown {
  /** Shared by the parser and the renderer of stage 4. */
  public static final DataHolder OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.of(
                  TablesExtension.create(), FootnoteExtension.create(), GitLabExtension.create()))
          .set(GitLabExtension.INS_PARSER, false)
          .set(GitLabExtension.DEL_PARSER, false)
          .set(GitLabExtension.BLOCK_QUOTE_PARSER, false)
          .set(GitLabExtension.NESTED_BLOCK_QUOTES, false)
          .set(GitLabExtension.RENDER_BLOCK_MATH, false)
          .set(GitLabExtension.RENDER_BLOCK_MERMAID, false)
          .set(GitLabExtension.RENDER_VIDEO_IMAGES, false)
          .set(GitLabExtension.RENDER_VIDEO_LINK, false)
          .set(Parser.BLANK_LINES_IN_AST, false)
          .toImmutable();

  private static final Parser PARSER = Parser.builder(OPTIONS).build();

  private Markdown() {}

  static Document parse(String text) {
    return PARSER.parse(text);
  }
}
