package mirador.concepts.drawing;

import mirador.concepts.audio.Spectrogram;
import mirador.concepts.audio.Waveform;
import mirador.concepts.colour.ColourScale;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/**
 * A sound as a wave over time and below it, on the same axis, its spectrogram with the scale of its
 * colours. The pixels of the spectrogram come as an image, whose address the caller gives.
 */
public final class SoundPlot {
  /** Left edge of both plots, in units of the drawing. */
  public static final double LEFT = 42;

  /** Width of both plots, in units of the drawing. */
  public static final double WIDTH = 266;

  private static final double TOTAL_WIDTH = 360;
  private static final double TOTAL_HEIGHT = 262;
  private static final double WAVE_MIDDLE = 36;
  private static final double WAVE_HALF = 30;
  private static final double TOP = 80;
  private static final double HEIGHT = 136;
  private static final int COLUMNS = 133;
  private static final int SCALE_STEPS = 20;

  private SoundPlot() {}

  /**
   * The plot.
   *
   * @param label what it shows, in words
   * @param address of the spectrogram's image, low frequencies at its foot
   */
  public static Mark of(
      Messages messages, String label, Waveform sound, Spectrogram spectrogram, String address) {
    return Mark.of("svg")
        .with("class", "sound-plot")
        .with("viewBox", "0 0 " + Mark.number(TOTAL_WIDTH) + " " + Mark.number(TOTAL_HEIGHT))
        .with("role", "img")
        .with("aria-label", label)
        .add(
            wave(sound),
            Mark.of("image")
                .with("href", address)
                .with("x", LEFT)
                .with("y", TOP)
                .with("width", WIDTH)
                .with("height", HEIGHT)
                .with("preserveAspectRatio", "none"),
            timeAxis(messages, sound.seconds()),
            frequencyAxis(messages, spectrogram),
            colourScale(messages),
            playHead());
  }

  /**
   * The pixels of the spectrogram, (bins, frames, 3), high frequencies first.
   *
   * @return red, green and blue by turns, 0 to 255
   */
  public static byte[] pixels(Spectrogram spectrogram) {
    int width = spectrogram.frames();
    int height = spectrogram.bins();
    byte[] rgb = new byte[width * height * 3];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        var colour =
            ColourScale.cividis(1 - spectrogram.db()[x][height - 1 - y] / Spectrogram.FLOOR);
        rgb[at++] = (byte) colour.red();
        rgb[at++] = (byte) colour.green();
        rgb[at++] = (byte) colour.blue();
      }
    }
    return rgb;
  }

  private static Mark wave(Waveform sound) {
    StringBuilder path = new StringBuilder();
    float[][] envelope = sound.envelope(COLUMNS);
    for (int c = 0; c < COLUMNS; c++) {
      double x = LEFT + (c + 0.5) * WIDTH / COLUMNS;
      double top = WAVE_MIDDLE - envelope[c][1] * WAVE_HALF;
      double foot = Math.max(top + 0.6, WAVE_MIDDLE - envelope[c][0] * WAVE_HALF);
      path.append(Mark.path('M', x, top, 'V', foot));
    }
    return Mark.of("path").with("class", "sound-wave").with("d", path.toString());
  }

  private static Mark timeAxis(Messages messages, double seconds) {
    Mark axis = Mark.group("sound-axis");
    double step = seconds > 4 ? 2 : seconds > 1.5 ? 0.5 : seconds > 0.6 ? 0.2 : 0.1;
    double y = TOP + HEIGHT;
    for (int i = 0; i * step <= seconds + 1e-9; i++) {
      double x = LEFT + i * step / seconds * WIDTH;
      axis.add(tick(x, y, x, y + 4));
      axis.add(
          Mark.text(x, y + 18, i == 0 ? "0" : Numbers.fixed(i * step, step < 1 ? 1 : 0))
              .with("text-anchor", "middle"));
    }
    return axis.add(
        Mark.text(LEFT + WIDTH / 2, y + 36, messages.get("media-library.plot.axis-s"))
            .with("text-anchor", "middle"));
  }

  private static Mark frequencyAxis(Messages messages, Spectrogram spectrogram) {
    Mark axis = Mark.group("sound-axis");
    double top = spectrogram.hertz(spectrogram.bins() - 1) / 1000;
    for (int khz = 0; khz <= top; khz += 2) {
      double y = TOP + HEIGHT * (1 - khz / top);
      axis.add(tick(LEFT - 4, y, LEFT, y));
      axis.add(Mark.text(LEFT - 7, y + 4.5, Integer.toString(khz)).with("text-anchor", "end"));
    }
    return axis.add(Mark.text(2, TOP - 6, messages.get("media-library.plot.axis-khz")));
  }

  private static Mark colourScale(Messages messages) {
    Mark scale = Mark.group("sound-axis");
    double x = LEFT + WIDTH + 10;
    double step = HEIGHT / SCALE_STEPS;
    for (int i = 0; i < SCALE_STEPS; i++) {
      scale.add(
          Mark.of("rect")
              .with("x", x)
              .with("y", TOP + i * step)
              .with("width", 10)
              .with("height", step + 0.4)
              .with("fill", ColourScale.cividis(1 - (i + 0.5) / SCALE_STEPS).hex()));
    }
    for (int i = 0; i <= 2; i++) {
      scale.add(
          Mark.text(
              x + 13, TOP + 4.5 + HEIGHT * i / 2, Numbers.fixed(Spectrogram.FLOOR * i / 2, 0)));
    }
    return scale.add(Mark.text(x, TOP - 6, messages.get("media-library.plot.axis-db")));
  }

  private static Mark playHead() {
    return Mark.of("path")
        .with("class", "play-head")
        .with("d", Mark.path('M', LEFT, 4, 'V', TOP + HEIGHT));
  }

  private static Mark tick(double x1, double y1, double x2, double y2) {
    return Mark.of("path").with("d", Mark.path('M', x1, y1, 'L', x2, y2));
  }
}
