package mirador.concepts.vit;

/**
 * A picture cut into square patches, row by row from the top left; what does not fill a patch is
 * cropped (notebook cell 1.1a, {@code patchify}).
 *
 * @param height of the picture, in pixels
 * @param width of the picture, in pixels
 * @param patch side of a patch, in pixels
 */
public record PatchGrid(int height, int width, int patch) {
  /**
   * A grid; it has no patches when the picture is smaller than one.
   *
   * @throws IllegalArgumentException when a side is negative or the patch is not positive
   */
  public PatchGrid {
    if (height < 0 || width < 0 || patch < 1) {
      throw new IllegalArgumentException(
          "a grid needs sides of 0 or more and a patch of 1 or more: "
              + height
              + " x "
              + width
              + ", patch "
              + patch);
    }
  }

  /** Patches from top to bottom. */
  public int rows() {
    return height / patch;
  }

  /** Patches from left to right. */
  public int columns() {
    return width / patch;
  }

  /** Number of patches, {@code num_patches(height, width, patch)} in cell 1.2-T2. */
  public int count() {
    return rows() * columns();
  }

  /** Height that the patches cover, in pixels. */
  public int croppedHeight() {
    return rows() * patch;
  }

  /** Width that the patches cover, in pixels. */
  public int croppedWidth() {
    return columns() * patch;
  }

  /** Rows of pixels cut off below. */
  public int restBelow() {
    return height - croppedHeight();
  }

  /** Columns of pixels cut off at the right. */
  public int restRight() {
    return width - croppedWidth();
  }

  /** Left edge of patch {@code index}, in pixels. */
  public int x(int index) {
    return checked(index) % columns() * patch;
  }

  /** Top edge of patch {@code index}, in pixels. */
  public int y(int index) {
    return checked(index) / columns() * patch;
  }

  /** The patch that holds the pixel (x, y), or -1 in the cropped rest and outside. */
  public int indexAt(int x, int y) {
    if (x < 0 || y < 0 || x >= croppedWidth() || y >= croppedHeight()) {
      return -1;
    }
    return y / patch * columns() + x / patch;
  }

  /** Numbers in one flattened patch: patch x patch x 3. */
  public int valuesPerPatch() {
    return patch * patch * 3;
  }

  private int checked(int index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException("patch " + index + " of " + count());
    }
    return index;
  }
}
