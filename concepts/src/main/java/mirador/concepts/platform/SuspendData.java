package mirador.concepts.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The learner's work as one text for {@code cmi.suspend_data} (SCORM 1.2 Run-Time Environment,
 * 3.4.4: CMIString4096). It rarely holds everything, so the entries of the course's state go in by
 * what a learner would miss most; what was left out is told.
 *
 * <p>The text is a mark of the format, then, compressed, a checksum and the entries. How it is
 * compressed is the caller's choice; the result must be ASCII.
 */
public final class SuspendData {
  /** The longest text that a platform must keep, in characters. */
  public static final int LIMIT = 4096;

  /** What the text begins with: another course's, or another version's, is not read. */
  static final String MARK = "mirador1.";

  // ASCII's own separators; nobody can type them into a page.
  private static final char RECORD = '\u001e';
  private static final char UNIT = '\u001f';
  private static final int RADIX = 36;

  /**
   * No text longer than this, in characters, is ever compressed into the limit: it is not tried.
   */
  private static final int MOST_CHARACTERS = 40_000;

  /** Halvings of the room that is tried: the result is within a 256th of it. */
  private static final int HALVINGS = 8;

  /** Rank of what nobody would miss. */
  private static final int LEAST = 8;

  private SuspendData() {}

  /**
   * What a platform is given.
   *
   * @param data at most {@link #LIMIT} characters
   * @param left keys of what a learner made and that is not in it
   */
  public record Packed(String data, List<String> left) {}

  private record Entry(int rank, String key, String value) {
    int length() {
      return key.length() + value.length() + 2;
    }
  }

  /**
   * Packs as many entries as fit, by rank, short ones first.
   *
   * @param entries the course's state, texts by key
   * @param compress makes a text short, in ASCII
   */
  public static Packed pack(Map<String, String> entries, UnaryOperator<String> compress) {
    List<Entry> all = ranked(entries);
    Packed best = new Packed(MARK + compress.apply(text(List.of())), missed(all));
    int fits = 0;
    int tooMuch = Math.min(total(all), MOST_CHARACTERS) + 1;
    int room = tooMuch - 1;
    for (int i = 0; i <= HALVINGS && room > fits; i++) {
      List<Entry> chosen = within(all, room);
      String data = MARK + compress.apply(text(chosen));
      if (data.length() <= LIMIT) {
        List<Entry> left = new ArrayList<>(all);
        left.removeAll(chosen);
        best = new Packed(data, missed(left));
        fits = room;
      } else {
        tooMuch = room;
      }
      room = (fits + tooMuch) / 2;
    }
    return best;
  }

  /**
   * The entries of a text that {@link #pack} made; none for any other text, whole or cut off.
   *
   * @param data what the platform kept
   * @param expand undoes the compression; gives any text, or null, for what it did not make
   */
  public static Map<String, String> unpack(String data, UnaryOperator<String> expand) {
    Map<String, String> entries = new LinkedHashMap<>();
    String text = data.startsWith(MARK) ? expand.apply(data.substring(MARK.length())) : null;
    int head = text == null ? -1 : text.indexOf(RECORD);
    if (head < 0 || !text.substring(0, head).equals(checksum(text.substring(head + 1)))) {
      return entries;
    }
    int from = head + 1;
    while (from < text.length()) {
      int unit = text.indexOf(UNIT, from);
      int end = text.indexOf(RECORD, from);
      entries.put(text.substring(from, unit), text.substring(unit + 1, end));
      from = end + 1;
    }
    return entries;
  }

  private static List<Entry> ranked(Map<String, String> entries) {
    List<Entry> all = new ArrayList<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      if (travels(entry.getKey())) {
        all.add(new Entry(rank(entry.getKey()), entry.getKey(), entry.getValue()));
      }
    }
    all.sort(
        Comparator.comparingInt(Entry::rank)
            .thenComparingInt(Entry::length)
            .thenComparing(Entry::key));
    return all;
  }

  /** Own pictures are files of the browser, and the name is the platform's own. */
  private static boolean travels(String key) {
    return !key.startsWith("picture.") && !key.startsWith("learner.");
  }

  /** What a learner would miss most comes first. */
  private static int rank(String key) {
    if (key.endsWith(".before") || key.startsWith("progress.")) {
      return LEAST; // what a reset had replaced, and what each page counts again
    }
    if (key.startsWith("exercise.")) {
      if (key.endsWith(".passed")) {
        return 0;
      }
      if (key.endsWith(".checked") || key.endsWith(".tries")) {
        return 1;
      }
      return key.endsWith(".code") ? 2 : 3;
    }
    if (key.startsWith("check.")) {
      return 1;
    }
    if (key.startsWith("answer.")) {
      return 4;
    }
    if (key.startsWith("prediction.")) {
      return 5;
    }
    return key.startsWith("caption.") ? 6 : 7;
  }

  /** The first entries that have room, in characters; one that is too long leaves it to others. */
  private static List<Entry> within(List<Entry> all, int room) {
    List<Entry> chosen = new ArrayList<>();
    int rest = room;
    for (Entry entry : all) {
      if (entry.length() <= rest && isClean(entry.key()) && isClean(entry.value())) {
        chosen.add(entry);
        rest -= entry.length();
      }
    }
    return chosen;
  }

  /** Whether a text comes back as it was: no separator in it, and no half of a character. */
  private static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == RECORD || unit == UNIT || Character.isLowSurrogate(unit)) {
        return false;
      }
      if (Character.isHighSurrogate(unit)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static int total(List<Entry> all) {
    long total = 0;
    for (Entry entry : all) {
      total += entry.length();
    }
    return (int) Math.min(total, Integer.MAX_VALUE - 1);
  }

  private static List<String> missed(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.rank() < LEAST).map(Entry::key).toList();
  }

  private static String text(List<Entry> entries) {
    StringBuilder body = new StringBuilder();
    for (Entry entry : entries) {
      body.append(entry.key()).append(UNIT).append(entry.value()).append(RECORD);
    }
    return checksum(body.toString()) + RECORD + body;
  }

  private static String checksum(String body) {
    return Integer.toString(body.hashCode(), RADIX);
  }
}
