package hyperlab.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvatureProfileTest {
    @ParameterizedTest
    @CsvSource({
        "parabola, c, true",
        "3x^2 - 5x, f″, true",
        "3x^2 - 5x + x^3/1e3, f″, false",
        "-x^2, f″, false",
        "abs(x), f″, false",
        "bowl, λ, true",
        "rosenbrock, λ, false"
    })
    void tellsConstantPositiveCurvatureFromOthers(String function, String symbol, boolean constant) {
        ObjectiveFunction objective = ObjectiveFunctions.of(function, Map.of());
        assertEquals(symbol, CurvatureProfile.symbol(objective));
        assertEquals(constant, CurvatureProfile.isConstant(objective));
        assertEquals(function.equals("parabola"), CurvatureProfile.isParabola(objective));
    }

    @Test
    void samplesIncludeBothEnds() {
        double[] points = CurvatureProfile.samplePoints(-1, 1).toArray();
        assertEquals(33, points.length);
        assertArrayEquals(new double[] {-1, 0, 1}, new double[] {points[0], points[16], points[32]});
    }
}
