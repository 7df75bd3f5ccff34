package mirador.concepts.cells;

import mirador.concepts.text.Fingerprint;

/** A learner's program as Python reads it. */
public final class SourceText {
  private SourceText() {}

  /**
   * Makes what pasting brings along into what was meant: line ends of Windows and of old Macs,
   * spaces that do not break, characters that cannot be seen. Line numbers stay what they were.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> {
          clean.append('\n');
          i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        }
        case '\u00a0', '\u2007', '\u202f', '\u2002', '\u2003', '\u2009' -> clean.append(' ');
        case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad' -> {
          // They have no width: left out.
        }
        case '\u2028', '\u2029', '\u0085' -> clean.append('\n');
        default -> clean.append(c);
      }
    }
    return clean.toString();
  }

  /** What a program is known by: equal for programs that are the same when cleaned, 8 digits. */
  public static String digest(String text) {
    return Fingerprint.of(clean(text)).substring(8);
  }
}
