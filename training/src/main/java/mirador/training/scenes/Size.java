package mirador.training.scenes;

/** The size of a picture in pixels. */
record Size(int width, int height) {
  Size {
    if (width < 16 || height < 16 || width > 4096 || height > 4096) {
      throw new IllegalArgumentException(
          "A picture of "
              + width
              + "x"
              + height
              + " pixels cannot be drawn: choose a width and a height from 16 to 4096.");
    }
  }
}
