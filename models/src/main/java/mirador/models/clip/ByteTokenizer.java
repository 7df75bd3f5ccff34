package mirador.models.clip;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.concepts.tokenizer.ByteSymbols;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.models.export.TokenizerFiles;

/** The smallest tokenizer of CLIP's kind: every byte is a token, nothing is merged. */
final class ByteTokenizer {
  private static final int BYTES = 256;

  /** Tokens it needs: each byte within and at the end of a word, start and end. */
  static final int TOKENS = 2 * BYTES + 2;

  private ByteTokenizer() {}

  /**
   * Writes {@code vocab.json} and {@code merges.txt}; start and end have the two greatest ids.
   *
   * @param vocabulary how many ids the model has, at least {@link #TOKENS}
   */
  static void write(Path folder, int vocabulary) throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode vocab = json.createObjectNode();
    for (int b = 0; b < BYTES; b++) {
      vocab.put(String.valueOf(ByteSymbols.symbol(b)), b);
    }
    for (int b = 0; b < BYTES; b++) {
      vocab.put(ByteSymbols.symbol(b) + "</w>", BYTES + b);
    }
    vocab.put(ClipTokenizer.START, vocabulary - 2);
    vocab.put(ClipTokenizer.END, vocabulary - 1);
    Files.write(folder.resolve(TokenizerFiles.VOCAB), json.writeValueAsBytes(vocab));
    Files.writeString(folder.resolve(TokenizerFiles.MERGES), "#version: 0.2\n");
  }
}
