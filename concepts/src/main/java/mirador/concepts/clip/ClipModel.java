package mirador.concepts.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.image.Picture;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.Encoding;
import mirador.concepts.vit.AttentionMaps;

/**
 * CLIP from pictures and texts to embeddings, similarities, probabilities and attention (Radford et
 * al., "Learning Transferable Visual Models From Natural Language Supervision", 2021).
 *
 * <p>All methods throw {@link InferenceException} when the runtime fails or a graph does not give
 * what is asked for.
 */
public final class ClipModel {
  /** Where a template has the name of the class. */
  public static final String PLACE = "{}";

  /** The template of the paper's section 3.1.4. */
  public static final String A_PHOTO_OF = "a photo of a {}.";

  private static final int IMAGES_AT_ONCE = 8;
  private static final int TEXTS_AT_ONCE = 32;

  private final ClipEncoders encoders;
  private final Preprocessing preprocessing;
  private final ClipTokenizer tokenizer;

  /**
   * A model out of its parts.
   *
   * @param vision input {@code pixel_values}, output {@code image_embeds}; others as they come
   * @param text input {@code input_ids}, perhaps {@code attention_mask}, output {@code text_embeds}
   */
  public ClipModel(
      Session vision,
      Session text,
      ClipConfig config,
      Preprocessing preprocessing,
      ClipTokenizer tokenizer) {
    this(new ClipEncoders(vision, text, config), preprocessing, tokenizer);
  }

  /** A model out of its encoders and what prepares their inputs. */
  public ClipModel(ClipEncoders encoders, Preprocessing preprocessing, ClipTokenizer tokenizer) {
    this.encoders = encoders;
    this.preprocessing = preprocessing;
    this.tokenizer = tokenizer;
  }

  public ClipConfig config() {
    return encoders.config();
  }

  /** The encoders, from tensors to tensors. */
  public ClipEncoders encoders() {
    return encoders;
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  public ClipTokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * Embeddings of pictures, each of length 1.
   *
   * @return (pictures, projection)
   */
  public FloatTensor imageEmbeddings(List<Picture> pictures) {
    List<FloatTensor> batches = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i += IMAGES_AT_ONCE) {
      List<Picture> batch = pictures.subList(i, Math.min(i + IMAGES_AT_ONCE, pictures.size()));
      batches.add(encoders.imageFeatures(preprocessing.pixelValues(batch)));
    }
    return Embeddings.normalised(joined(batches));
  }

  /**
   * Embeddings of texts, each of length 1. Texts beyond the context are cut; {@link
   * Encoding#truncated} of {@link #encode} tells which.
   *
   * @return (texts, projection)
   */
  public FloatTensor textEmbeddings(List<String> texts) {
    List<FloatTensor> batches = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += TEXTS_AT_ONCE) {
      List<String> batch = texts.subList(i, Math.min(i + TEXTS_AT_ONCE, texts.size()));
      TextBatch inputs = new TextBatch(tokenizer, batch);
      batches.add(encoders.textFeatures(inputs.ids, inputs.mask));
    }
    return Embeddings.normalised(joined(batches));
  }

  /** A text as the model reads it. */
  public Encoding encode(String text) {
    return tokenizer.encode(text);
  }

  /**
   * What the model says of every picture with every text: cosines times its own scale.
   *
   * @param images (pictures, projection), of length 1
   * @param texts (texts, projection), of length 1
   * @return (pictures, texts)
   */
  public FloatTensor logits(FloatTensor images, FloatTensor texts) {
    return Embeddings.logits(Embeddings.cosines(images, texts), config().logitScale());
  }

  /**
   * For each picture how likely each of the texts is, when exactly one of them belongs to it.
   *
   * @return (pictures, texts); each row sums to 1
   */
  public FloatTensor probabilities(FloatTensor images, FloatTensor texts) {
    return Embeddings.probabilities(logits(images, texts));
  }

  /**
   * A classifier without training (section 3.1.4): for each class the mean of its embeddings in all
   * templates. Use it in the place of the texts' embeddings.
   *
   * @param templates texts with {@link #PLACE} where the class goes
   * @return (classes, projection), each of length 1
   * @throws IllegalArgumentException when there is no template or one has no place for the class
   */
  public FloatTensor zeroShotClassifier(List<String> classes, List<String> templates) {
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("a classifier needs a template, such as " + A_PHOTO_OF);
    }
    List<String> texts = new ArrayList<>();
    for (String name : classes) {
      for (String template : templates) {
        if (!template.contains(PLACE)) {
          throw new IllegalArgumentException(
              "the template \"" + template + "\" has no " + PLACE + " for the class");
        }
        texts.add(template.replace(PLACE, name));
      }
    }
    return Embeddings.groupMeans(textEmbeddings(texts), templates.size());
  }

  /**
   * What each token of a picture looks at: token 0 is [CLS], the others the patches, left to right
   * and top to bottom.
   */
  public AttentionMaps attention(Picture picture) {
    return encoders.imageAttention(preprocessing.pixelValues(List.of(picture)));
  }

  /** What each token of a text looks at; the tokens are those of {@link #encode}. */
  public AttentionMaps attention(String text) {
    TextBatch inputs = new TextBatch(tokenizer, List.of(text));
    return encoders.textAttention(inputs.ids, inputs.mask);
  }

  /** The tokens of a picture before the first layer and after each, (tokens, width) each. */
  public List<FloatTensor> states(Picture picture) {
    return encoders.imageStates(preprocessing.pixelValues(List.of(picture)));
  }

  /** What a picture becomes on its way through the image encoder, as far as its graph shows it. */
  public ImageSteps steps(Picture picture) {
    return encoders.imageSteps(preprocessing.pixelValues(List.of(picture)));
  }

  /** The tokens of a text before the first layer and after each, (tokens, width) each. */
  public List<FloatTensor> states(String text) {
    TextBatch inputs = new TextBatch(tokenizer, List.of(text));
    return encoders.textStates(inputs.ids, inputs.mask);
  }

  /** Texts as the encoder's inputs, no longer than the longest of them: padding changes nothing. */
  private static final class TextBatch {
    final LongTensor ids; // (texts, tokens)
    final LongTensor mask; // (texts, tokens)

    TextBatch(ClipTokenizer tokenizer, List<String> texts) {
      List<Encoding> encodings = new ArrayList<>();
      for (String text : texts) {
        encodings.add(tokenizer.encode(text));
      }
      int length = ClipTokenizer.longest(encodings);
      ids = tokenizer.ids(encodings, length);
      mask = tokenizer.mask(encodings, length);
    }
  }

  private FloatTensor joined(List<FloatTensor> batches) {
    int rows = 0;
    for (FloatTensor batch : batches) {
      rows += batch.shape().size(0);
    }
    int size = config().projection();
    float[] values = new float[rows * size];
    int at = 0;
    for (FloatTensor batch : batches) {
      System.arraycopy(batch.values(), 0, values, at, batch.values().length);
      at += batch.values().length;
    }
    return FloatTensor.of(values, rows, size);
  }
}
