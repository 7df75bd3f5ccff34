package mirador.concepts.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          García López, Ana       | Ana García López
          ' de la Cruz ,José '    | José de la Cruz
          Ana García              | Ana García
          García,                 | García
          ', Ana'                 | Ana
          ''                      | ''
          ','                     | ''
          """)
  void isSaidAsPeopleSayIt(String studentName, String name) {
    assertEquals(name, LearnerName.of(studentName));
  }
}
