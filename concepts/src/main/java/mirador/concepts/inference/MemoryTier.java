package mirador.concepts.inference;

import java.util.List;

/** Whether a machine has memory for a model that runs in several workers. */
public enum MemoryTier {
  /** All workers may live beside each other. */
  LARGE("large"),
  /** One at a time: to go from one to the other takes as long as loading it. */
  TIGHT("tight"),
  /** Not even one is sure to fit. */
  TOO_SMALL("too-small");

  private static final double GIGABYTE = 1 << 30;

  /** What is supposed of a computer whose browser tells nothing: it may well be eight. */
  private static final double UNKNOWN = 8;

  /** A phone's browser is ended by the system long before its memory is full. */
  private static final double SHARE = 0.5;

  private static final double SHARE_OF_A_PHONE = 0.25;

  private final String code;

  MemoryTier(String code) {
    this.code = code;
  }

  /** A short name for keys of texts. */
  public String code() {
    return code;
  }

  /**
   * The tier of a machine. A browser may take half of its memory, on a phone a quarter.
   *
   * @param gigabytes of memory that the browser tells, which are rounded and seldom more than 8; 0
   *     when it does not
   * @param phone whether it is a phone or a tablet
   * @param workers bytes of memory that each worker takes
   */
  public static MemoryTier of(double gigabytes, boolean phone, List<Long> workers) {
    double memory = gigabytes > 0 ? gigabytes : UNKNOWN;
    double share = memory * GIGABYTE * (phone ? SHARE_OF_A_PHONE : SHARE);
    long all = 0;
    long largest = 0;
    for (long bytes : workers) {
      all += bytes;
      largest = Math.max(largest, bytes);
    }
    if (all <= share) {
      return LARGE;
    }
    return largest <= share ? TIGHT : TOO_SMALL;
  }
}
