package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EnteredNumberTest {
    @Test
    void readsNumbersAsStudentsTypeThem() {
        assertEquals(OptionalDouble.of(0.5), EnteredNumber.parse(" 0.5 "));
        assertEquals(OptionalDouble.of(0.5), EnteredNumber.parse("0,5"));
        assertEquals(OptionalDouble.of(-1.5), EnteredNumber.parse("\u22121.5"));
        assertEquals(OptionalDouble.of(2e-6), EnteredNumber.parse("2e-6"));
    }

    @Test
    void rejectsEverythingElse() {
        assertEquals(OptionalDouble.empty(), EnteredNumber.parse(""));
        assertEquals(OptionalDouble.empty(), EnteredNumber.parse("many"));
        assertEquals(OptionalDouble.empty(), EnteredNumber.parse("NaN"));
        assertEquals(OptionalDouble.empty(), EnteredNumber.parse("1e999"));
    }
}
