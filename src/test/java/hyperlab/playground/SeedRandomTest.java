package hyperlab.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with seedrandom 2.4.4 from npm: {@code r = seedrandom(seed)}, its first three numbers and its thousandth.
 */
class SeedRandomTest {
    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("0.59704", 0.3720885891366738, 0.5777042295963245, 0.512260760220704, 0.2945750253772636),
                Arguments.of("", 0.23144008215179881, 0.27404636548159655, 0.7901279251811976, 0.5946400321469282),
                Arguments.of("a", 0.43449421599986604, 0.5451403460013228, 0.3578386258898537, 0.20628300562365898),
                Arguments.of("한국어", 0.6265529568928836, 0.8721637621505401, 0.4136762072139321, 0.723740280582792),
                Arguments.of(
                        "x".repeat(300),
                        0.952495823023581,
                        0.9378530102966817,
                        0.8504259399717166,
                        0.16254541128199804));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void drawsTheNumbersOfSeedrandom(String seed, double first, double second, double third, double thousandth) {
        SeedRandom random = new SeedRandom(seed);

        assertEquals(first, random.next());
        assertEquals(second, random.next());
        assertEquals(third, random.next());
        for (int k = 4; k < 1000; k++) {
            random.next();
        }
        assertEquals(thousandth, random.next());
    }
}
