package mirador.models.random;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.concepts.tokenizer.ByteSymbols;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.export.TokenizerFiles;

/** The smallest tokenizers of CLIP's and OPT's kind: every byte is a token, nothing is merged. */
final class ByteTokenizer {
  private static final int BYTES = 256;

  /** Tokens it needs: each byte within and at the end of a word, start and end. */
  static final int TOKENS = 2 * BYTES + 2;

  private static final int FIRST_BYTE = 4;

  /** The same for OPT: each byte once, and four special tokens. */
  static final int OPT_TOKENS = FIRST_BYTE + BYTES;

  private ByteTokenizer() {}

  /** The id of a byte in {@link #writeOpt}. */
  static int optId(int value) {
    return FIRST_BYTE + value;
  }

  /**
   * Writes one of CLIP's kind; start and end have the two greatest ids.
   *
   * @param vocabulary how many ids the model has, at least {@link #TOKENS}
   */
  static void write(Path folder, int vocabulary) throws IOException {
    ObjectNode vocab = new JsonMapper().createObjectNode();
    for (int b = 0; b < BYTES; b++) {
      vocab.put(String.valueOf(ByteSymbols.symbol(b)), b);
    }
    for (int b = 0; b < BYTES; b++) {
      vocab.put(ByteSymbols.symbol(b) + "</w>", BYTES + b);
    }
    vocab.put(ClipTokenizer.START, vocabulary - 2);
    vocab.put(ClipTokenizer.END, vocabulary - 1);
    write(folder, vocab);
  }

  /**
   * Writes one of OPT's kind: padding is 1, the start 2, the bytes follow from 4 on.
   *
   * @param vocabulary how many ids the model has, at least {@link #OPT_TOKENS}; those that no byte
   *     has get names, so that whatever the model says can be written
   */
  static void writeOpt(Path folder, int vocabulary) throws IOException {
    ObjectNode vocab = new JsonMapper().createObjectNode();
    vocab.put("<s>", 0).put(OptTokenizer.PADDING, 1).put(OptTokenizer.START, 2).put("<unk>", 3);
    for (int b = 0; b < BYTES; b++) {
      vocab.put(String.valueOf(ByteSymbols.symbol(b)), FIRST_BYTE + b);
    }
    for (int id = OPT_TOKENS; id < vocabulary; id++) {
      vocab.put(ByteSymbols.symbol(' ') + "w" + id, id);
    }
    write(folder, vocab);
  }

  private static void write(Path folder, ObjectNode vocab) throws IOException {
    Files.write(folder.resolve(TokenizerFiles.VOCAB), new JsonMapper().writeValueAsBytes(vocab));
    Files.writeString(folder.resolve(TokenizerFiles.MERGES), "#version: 0.2\n");
  }
}
