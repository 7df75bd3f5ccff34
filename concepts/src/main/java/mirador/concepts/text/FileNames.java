package mirador.concepts.text;

/** Names of files as people read them. */
public final class FileNames {
  private FileNames() {}

  /**
   * What a name says of its file: «fotos/dog_in-the.snow 03.jpg» says «dog in the snow». Empty when
   * it is all numbers.
   */
  public static String caption(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < stem.length(); i++) {
      char c = stem.charAt(i);
      if ("_-.+()[] ".indexOf(c) >= 0 || (c >= '0' && c <= '9')) {
        gap = words.length() > 0;
      } else {
        words.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return words.toString();
  }

  /** A text as a part of a file's name on any system: «Ángel Núñez» as «angel-nunez». */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    String plain = Letters.plain(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || isDigit(c)) {
        safe.append(c);
      } else if (safe.length() > 0 && safe.charAt(safe.length() - 1) != '-') {
        safe.append('-');
      }
    }
    int end = safe.length();
    return safe.substring(0, end > 0 && safe.charAt(end - 1) == '-' ? end - 1 : end);
  }

  /** The order of people: «img2» before «img10», small and capital letters alike. */
  public static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        char one = Character.toLowerCase(a.charAt(i++));
        char other = Character.toLowerCase(b.charAt(j++));
        if (one != other) {
          return Character.compare(one, other);
        }
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String a, String b) {
    String one = withoutZeros(a);
    String other = withoutZeros(b);
    return one.length() == other.length()
        ? one.compareTo(other)
        : Integer.compare(one.length(), other.length());
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
