package mirador.models.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Hugging Face's own tokenizer in Rust, fed with a {@code tokenizer.json} that is put together here
 * from the published vocabulary the way transformers' {@code convert_slow_tokenizer.py} does it.
 */
final class PublishedTokenizer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HuggingFaceTokenizer rust;

  private PublishedTokenizer(ObjectNode tokenizer) throws IOException {
    // The library lies in the jar: it is unpacked under target, and nothing is loaded from
    // anywhere.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    System.setProperty("ENGINE_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    rust =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(JSON.writeValueAsBytes(tokenizer)),
            Map.of("truncation", "false", "padding", "false"));
  }

  static PublishedTokenizer clip() throws IOException {
    ObjectNode tokenizer =
        frame(
            """
            {
              "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": "\\\\s+"}, "content": " "},
                {"type": "Lowercase"}]},
              "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                {"type": "Split", "behavior": "Removed", "invert": true, "pattern": {"Regex":
                  "'s|'t|'re|'ve|'m|'ll|'d|[\\\\p{L}]+|[\\\\p{N}]|[^\\\\s\\\\p{L}\\\\p{N}]+"}},
                {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true}]},
              "post_processor": {"type": "RobertaProcessing",
                "sep": ["<|endoftext|>", 49407], "cls": ["<|startoftext|>", 49406],
                "trim_offsets": false, "add_prefix_space": false},
              "model": {"type": "BPE", "unk_token": "<|endoftext|>",
                "continuing_subword_prefix": "", "end_of_word_suffix": "</w>", "fuse_unk": false}
            }
            """,
            folder("clip"));
    special(tokenizer, 49406, "<|startoftext|>", true);
    special(tokenizer, 49407, "<|endoftext|>", false);
    return new PublishedTokenizer(tokenizer);
  }

  static PublishedTokenizer opt() throws IOException {
    ObjectNode tokenizer =
        frame(
            """
            {
              "normalizer": null,
              "pre_tokenizer":
                {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true},
              "post_processor": {"type": "TemplateProcessing",
                "single": [{"SpecialToken": {"id": "</s>", "type_id": 0}},
                           {"Sequence": {"id": "A", "type_id": 0}}],
                "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                         {"Sequence": {"id": "B", "type_id": 1}}],
                "special_tokens": {"</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}},
              "model": {"type": "BPE", "unk_token": null,
                "continuing_subword_prefix": "", "end_of_word_suffix": "", "fuse_unk": false}
            }
            """,
            folder("opt"));
    special(tokenizer, 1, "<pad>", false);
    special(tokenizer, 2, "</s>", false);
    return new PublishedTokenizer(tokenizer);
  }

  /** The folder of a published vocabulary. */
  static Path folder(String name) {
    String named = property("tokenizer.dir");
    Path all =
        named.isEmpty()
            ? Path.of(System.getProperty("root.dir", "..")).resolve("../shared/fixtures/tokenizer")
            : Path.of(named);
    return all.resolve(name).normalize();
  }

  /** What is missing, and what to do about it; empty when both vocabularies are there. */
  static String missing() {
    for (String name : List.of("clip", "opt")) {
      for (String file : List.of("vocab.json", "merges.txt")) {
        if (!Files.exists(folder(name).resolve(file))) {
          return "no "
              + folder(name).resolve(file)
              + "; name the folder that holds clip/ and opt/ by -Dtokenizer.dir=";
        }
      }
    }
    return "";
  }

  /** A property of the build; surefire passes the literal "${name}" when nobody set it. */
  static String property(String name) {
    String value = System.getProperty(name, "");
    return value.startsWith("${") ? "" : value;
  }

  private static ObjectNode frame(String json, Path folder) throws IOException {
    ObjectNode tokenizer = (ObjectNode) JSON.readTree(json);
    tokenizer.put("version", "1.0");
    tokenizer
        .putObject("decoder")
        .put("type", "ByteLevel")
        .put("add_prefix_space", true)
        .put("trim_offsets", true);
    tokenizer.putNull("truncation").putNull("padding").putArray("added_tokens");
    ObjectNode model = (ObjectNode) tokenizer.get("model");
    model.set("vocab", JSON.readTree(Files.readAllBytes(folder.resolve("vocab.json"))));
    ArrayNode merges = model.putArray("merges");
    List<String> lines = Files.readAllLines(folder.resolve("merges.txt"), StandardCharsets.UTF_8);
    lines.stream().skip(1).filter(line -> !line.isEmpty()).forEach(merges::add);
    return tokenizer;
  }

  private static void special(ObjectNode tokenizer, int id, String token, boolean normalised) {
    ((ArrayNode) tokenizer.get("added_tokens"))
        .addObject()
        .put("id", id)
        .put("content", token)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", normalised)
        .put("special", true);
  }

  /** The numbers of a text's tokens, start and end included. */
  List<Integer> ids(String text) {
    long[] ids = rust.encode(text, true, false).getIds();
    return Arrays.stream(ids).mapToInt(Math::toIntExact).boxed().toList();
  }

  /** The text of tokens without start and padding. */
  String decode(List<Integer> ids) {
    return rust.decode(ids.stream().mapToLong(Integer::longValue).toArray(), true);
  }

  @Override
  public void close() {
    rust.close();
  }
}
