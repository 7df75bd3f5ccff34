package mirador.concepts.contrastive;

/** A shape of the drawn pictures: its names, and how deep inside it a point lies. */
enum Form {
  CIRCLE("circle", "círculo", false) {
    @Override
    double depth(double x, double y) {
      return 1 - Math.sqrt(x * x + y * y);
    }
  },
  SQUARE("square", "cuadrado", false) {
    @Override
    double depth(double x, double y) {
      return 0.88 - Math.max(Math.abs(x), Math.abs(y));
    }
  },
  TRIANGLE("triangle", "triángulo", false) {
    @Override
    double depth(double x, double y) {
      // The foot, and the two sides that meet at the top.
      return Math.min(0.85 - y, (y + 1 - 1.85 * Math.abs(x)) / 2.1);
    }
  },
  DIAMOND("diamond", "rombo", false) {
    @Override
    double depth(double x, double y) {
      return (1.1 - Math.abs(x) - Math.abs(y)) / 1.42;
    }
  },
  CROSS("cross", "cruz", true) {
    @Override
    double depth(double x, double y) {
      double wide = Math.max(Math.abs(x), Math.abs(y));
      double narrow = Math.min(Math.abs(x), Math.abs(y));
      return Math.min(1 - wide, 0.34 - narrow);
    }
  },
  RING("ring", "anillo", false) {
    @Override
    double depth(double x, double y) {
      return 0.27 - Math.abs(0.75 - Math.sqrt(x * x + y * y));
    }
  };

  private final String english;
  private final String spanish;
  private final boolean feminine;

  Form(String english, String spanish, boolean feminine) {
    this.english = english;
    this.spanish = spanish;
    this.feminine = feminine;
  }

  /**
   * How far inside the edge the point is, negative outside; the shape reaches about as far as 1.
   *
   * @param x from the middle to the right
   * @param y from the middle down
   */
  abstract double depth(double x, double y);

  String english() {
    return english;
  }

  String spanish() {
    return spanish;
  }

  /** Whether the Spanish noun is feminine. */
  boolean feminine() {
    return feminine;
  }
}
