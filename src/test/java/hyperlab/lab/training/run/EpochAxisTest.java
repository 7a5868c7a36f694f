package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochAxisTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "30, 0, 30",
        "100, 3, 100",
        "200, 0, 200",
        "300, 0, 200",
        "300, 170, 300",
        "1000, 160, 200",
        "1000, 161, 500",
        "1000000, 2869, 5000",
        "1000000, 4000, 5000",
        "1000000, 4001, 10000",
        "1000000, 900000, 1000000",
        "700000, 500000, 700000",
        "2147483647, 2147483000, 2147483647"
    })
    void aLongRunIsShownAsFarAsItHasComeAndALittleMore(int asked, double done, int end) {
        assertEquals(end, EpochAxis.end(asked, done));
    }
}
