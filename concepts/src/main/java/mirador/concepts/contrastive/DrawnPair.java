package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mirador.concepts.audio.SplitMix64;
import mirador.concepts.colour.Rgb;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.image.Picture;

/** A coloured shape on a coloured ground, drawn and described: pairs without any file. */
public final class DrawnPair {
  /** Width and height of the pictures in pixels. */
  public static final int SIDE = 60;

  /** Of the order in which shapes and colours come, and of their places: the same for everyone. */
  private static final int ORDER_SEED = 2021;

  private final Form form;
  private final Paint paint;
  private final Paint ground;
  private final double middleX;
  private final double middleY;
  private final double radius;

  private DrawnPair(Form form, Paint paint, Paint ground, SplitMix64 random) {
    this.form = form;
    this.paint = paint;
    this.ground = ground;
    middleX = SIDE * (0.5 + 0.06 * random.nextSigned());
    middleY = SIDE * (0.5 + 0.06 * random.nextSigned());
    radius = SIDE * (0.32 + 0.05 * random.nextSigned());
  }

  /** Those that the widget's settings ask for, beside the learner's own pairs. */
  public static List<DrawnPair> of(WidgetSettings settings) {
    int count = settings.integer("pairs") - ContrastiveTrainer.OWN_PAIRS;
    return settings.choice("drawings").equals("twins") ? twins(count) : different(count);
  }

  /** The first pairs of a fixed list in which no two captions have the same words. */
  public static List<DrawnPair> different(int count) {
    List<DrawnPair> pairs = new ArrayList<>();
    Set<String> words = new HashSet<>();
    SplitMix64 random = new SplitMix64(ORDER_SEED);
    for (DrawnPair pair : shuffled(random)) {
      if (pairs.size() < count && words.add(pair.words())) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /**
   * The first pairs of a fixed list in which each two have exchanged their colours: a red circle on
   * blue, a blue circle on red. Their captions have the same words.
   */
  public static List<DrawnPair> twins(int count) {
    List<DrawnPair> pairs = new ArrayList<>();
    SplitMix64 random = new SplitMix64(ORDER_SEED);
    for (DrawnPair pair : different(count)) {
      if (pairs.size() < count) {
        pairs.add(pair);
      }
      if (pairs.size() < count) {
        pairs.add(pair.twin(random));
      }
    }
    return pairs;
  }

  private DrawnPair twin(SplitMix64 random) {
    return new DrawnPair(form, /* paint= */ ground, /* ground= */ paint, random);
  }

  private static List<DrawnPair> shuffled(SplitMix64 random) {
    List<DrawnPair> all = new ArrayList<>();
    for (Form form : Form.values()) {
      for (Paint paint : Paint.values()) {
        for (Paint ground : Paint.values()) {
          if (paint != ground) {
            all.add(new DrawnPair(form, paint, ground, random));
          }
        }
      }
    }
    for (int i = all.size() - 1; i > 0; i--) {
      Collections.swap(all, i, (int) (random.nextDouble() * (i + 1)));
    }
    return all;
  }

  private String words() {
    boolean ordered = paint.compareTo(ground) < 0;
    return form + " " + (ordered ? paint : ground) + " " + (ordered ? ground : paint);
  }

  /** «un círculo rojo sobre fondo azul», «a red circle on a blue background». */
  public String caption(boolean spanish) {
    if (spanish) {
      return (form.feminine() ? "una " : "un ")
          + form.spanish()
          + " "
          + paint.spanish(form.feminine())
          + " sobre fondo "
          + ground.spanish(false);
    }
    return "a "
        + paint.english()
        + " "
        + form.english()
        + " on a "
        + ground.english()
        + " background";
  }

  /** The picture, {@link #SIDE} pixels wide and high; a pixel on the edge has both colours. */
  public Picture picture() {
    byte[] rgb = new byte[SIDE * SIDE * Picture.CHANNELS];
    Rgb over = paint.rgb();
    Rgb under = ground.rgb();
    int at = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double depth = form.depth((x + 0.5 - middleX) / radius, (y + 0.5 - middleY) / radius);
        double share = Math.max(0, Math.min(1, 0.5 + depth * radius));
        rgb[at++] = mixed(over.red(), under.red(), share);
        rgb[at++] = mixed(over.green(), under.green(), share);
        rgb[at++] = mixed(over.blue(), under.blue(), share);
      }
    }
    return new Picture(SIDE, SIDE, rgb);
  }

  private static byte mixed(int over, int under, double share) {
    return (byte) (int) Math.round(under + share * (over - under));
  }
}
