package mirador.training.scenes;

import java.awt.Color;
import java.util.Locale;

/** The colours a subject can be asked for, by the word a caption would use. */
enum Colour implements Named {
  RED(0xDB1F30),
  ORANGE(0xF08A34),
  YELLOW(0xF5C23B),
  GREEN(0x3FA45B),
  BLUE(0x2F6FD0),
  PURPLE(0x8148B8),
  PINK(0xEE7FA6),
  BROWN(0x9A5F38),
  GOLDEN(0xDFA04F),
  WHITE(0xEEE8E0),
  GREY(0x8D93A1),
  BLACK(0x3A3844);

  private final int rgb;

  Colour(int rgb) {
    this.rgb = rgb;
  }

  Color base() {
    return Tint.of(rgb);
  }

  /** The word for it, as written on the command line and in captions. */
  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
