package hyperlab.ui.control.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.text.Language;
import hyperlab.ui.Messages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberRuleTest {
    private static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(NumberRule.POSITIVE, "above 0", "0보다 큰 수"),
                Arguments.of(NumberRule.NOT_NEGATIVE, "≥ 0", "0 이상인 수"),
                Arguments.of(NumberRule.FINITE, "a number, such as", "같은 수"),
                Arguments.of(NumberRule.within(0, 1), "from 0 to 1", "0 이상 1 이하인 수"),
                Arguments.of(NumberRule.atLeastBelow(0, 1), "at least 0 and below 1", "0 이상 1 미만인 수"),
                Arguments.of(NumberRule.between(0, 1), "between 0 and 1", "0보다 크고 1보다 작은 수"),
                Arguments.of(NumberRule.wholeWithin(1, 64), "whole number from 1 to 64", "1 이상 64 이하인 정수"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void describesItselfInBothLanguages(NumberRule rule, String english, String korean) {
        assertTrue(rule.text(new Messages(Language.ENGLISH)).contains(english));
        assertTrue(rule.text(new Messages(Language.KOREAN)).contains(korean));
    }

    @Test
    void enforcesItsLimits() {
        assertFalse(NumberRule.POSITIVE.allows(0));
        assertTrue(NumberRule.NOT_NEGATIVE.allows(0));
        assertFalse(NumberRule.atLeastBelow(0, 1).allows(1));
        assertTrue(NumberRule.within(0, 1).allows(1));
        assertFalse(NumberRule.wholeWithin(1, 9).allows(2.5));
        assertFalse(NumberRule.POSITIVE.allows(Double.POSITIVE_INFINITY));
        assertFalse(NumberRule.FINITE.allows(Double.NaN));
        assertEquals(1, NumberRule.within(0, 1).high());
    }
}
