package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void writesNumbersAsTheCourseDoes() {
    assertEquals("1234", Numbers.integer(1234));
    assertEquals("12\u202f345", Numbers.integer(12345));
    assertEquals("−1\u202f234\u202f567", Numbers.integer(-1234567));
    assertEquals("0.88", Numbers.fixed(0.88, 2));
    assertEquals("12\u202f345.7", Numbers.fixed(12345.678, 1));
    assertEquals("0.00", Numbers.fixed(-0.001, 2));
    assertEquals("−0.50", Numbers.fixed(-0.5, 2));
    assertEquals("+0.50", Numbers.signed(0.5, 2));
    assertEquals("0.00", Numbers.signed(0.001, 2));
    assertEquals("67\u202f%", Numbers.percent(2 / 3.0));
  }

  @Property
  void roundsTheExactBinaryValueHalfToEven(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double value,
      @ForAll @IntRange(max = 6) int digits) {
    BigDecimal exact = new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_EVEN);
    assertEquals((value < 0 ? "-" : "") + exact.toPlainString(), Numbers.plain(value, digits));
  }

  @Test
  void roundsTiesToEven() {
    assertEquals("0.12", Numbers.plain(0.125, 2));
    assertEquals("0.38", Numbers.plain(0.375, 2));
    assertEquals("1.11", Numbers.plain(1.115, 2)); // 1.115 is a little less in binary
    assertEquals("2", Numbers.plain(2.5, 0));
  }

  @Test
  void readsWhatLearnersWrite() {
    assertEquals(OptionalDouble.of(0.5), Numbers.parse(" 0,5 "));
    assertEquals(OptionalDouble.of(-2), Numbers.parse("−2"));
    assertEquals(OptionalDouble.of(1e-3), Numbers.parse("1e-3"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("NaN"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1d"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("e"));
    assertEquals(OptionalDouble.empty(), Numbers.parse(""));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1.2.3"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1e"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1e+"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1 2"));
    assertEquals(OptionalDouble.empty(), Numbers.parse("1e999999999999"));
    assertEquals(OptionalDouble.of(0), Numbers.parse("0e999"));
    assertEquals(OptionalDouble.of(0), Numbers.parse("1e-400"));
    assertEquals(OptionalDouble.of(1e22), Numbers.parse("0.001e25"));
  }

  @Property
  void upTo15DigitsAreReadAsJavaReadsThem(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -22, max = 22) int exponent) {
    String text = digits + "e" + exponent;
    assertEquals(OptionalDouble.of(Double.parseDouble(text)), Numbers.parse(text));
  }

  @Property
  void whatAnyDoubleIsWrittenAsIsReadNearlyAsItself(@ForAll double value) {
    double read = Numbers.parse(Double.toString(value)).orElseThrow();
    assertEquals(value, read, Math.abs(value) * 1e-14);
  }
}
