package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedder.Occurrence;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Words;

/** What the three captions give the embedding to work with (notebook cell 2.2a). */
public final class CaptionEditorWords {
  /** From here on it is worth saying how much of a text a real CLIP would read, in characters. */
  private static final int LONG = 400;

  private static final int MAX_NAMED = 3;
  private static final int NAMED_LENGTH = 24;

  private CaptionEditorWords() {}

  /** How many captions hold words of the vocabulary, and how many words in all. */
  public static String result(Messages messages, Map<String, String> captions) {
    int speaking = 0;
    int words = 0;
    for (String caption : captions.values()) {
      SymbolicEmbedding embedding = SymbolicEmbedder.text(caption);
      speaking += embedding.isZero() ? 0 : 1;
      words += embedding.matched().size();
    }
    if (speaking == 0) {
      return messages.get("caption-editor.result.none");
    }
    return messages.get("caption-editor.result", speaking, captions.size(), words);
  }

  /** What one caption holds: its words, or why there are none; and what to beware of. */
  public static String caption(Messages messages, String caption) {
    List<String> sentences = new ArrayList<>();
    SymbolicEmbedding embedding = SymbolicEmbedder.text(caption);
    if (caption.isEmpty()) {
      sentences.add(messages.get("caption-editor.empty"));
    } else if (caption.isBlank()) {
      sentences.add(messages.get("caption-editor.blank", caption.length()));
    } else if (embedding.isZero()) {
      sentences.add(messages.get("caption-editor.none"));
    } else {
      sentences.add(
          messages.get(
              "caption-editor.words",
              embedding.matched().size(),
              String.join(", ", embedding.matched())));
    }
    Set<String> inside = insideOtherWords(messages, caption);
    if (!inside.isEmpty()) {
      sentences.add(messages.get("caption-editor.inside", String.join(", ", inside)));
    }
    if (caption.length() > LONG) {
      sentences.add(messages.get("caption-editor.long", caption.length()));
    }
    return String.join(" ", sentences);
  }

  /** «car» en «scary», for the first few words that only stand inside a longer one. */
  private static Set<String> insideOtherWords(Messages messages, String text) {
    Set<String> found = new LinkedHashSet<>();
    for (Occurrence occurrence : SymbolicEmbedder.occurrences(text)) {
      int start = occurrence.start();
      int end = occurrence.end();
      while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end - start > occurrence.word().length() && found.size() < MAX_NAMED) {
        String whole = Words.shorten(text.substring(start, end), NAMED_LENGTH);
        found.add(messages.get("caption-editor.inside.one", occurrence.word(), whole));
      }
    }
    return found;
  }
}
