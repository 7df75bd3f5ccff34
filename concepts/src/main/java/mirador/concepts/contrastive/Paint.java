package mirador.concepts.contrastive;

import mirador.concepts.colour.Rgb;

/** A colour of the drawn pictures, and what it is called beside a noun. */
enum Paint {
  RED("red", "rojo", "roja", 0xd32f2f),
  YELLOW("yellow", "amarillo", "amarilla", 0xfbca2f),
  GREEN("green", "verde", "verde", 0x2e8b4b),
  BLUE("blue", "azul", "azul", 0x285cc4),
  WHITE("white", "blanco", "blanca", 0xf6f6f2),
  BLACK("black", "negro", "negra", 0x202126);

  private final String english;
  private final String masculine;
  private final String feminine;
  private final int rgb;

  Paint(String english, String masculine, String feminine, int rgb) {
    this.english = english;
    this.masculine = masculine;
    this.feminine = feminine;
    this.rgb = rgb;
  }

  String english() {
    return english;
  }

  String spanish(boolean besideFeminine) {
    return besideFeminine ? feminine : masculine;
  }

  Rgb rgb() {
    return new Rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
