package hyperlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.activation.ActivationConstants;
import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.Component;
import hyperlab.rule.Constant;
import hyperlab.rule.InvalidInputException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer, activation function, schedule and initializer describes itself completely. */
class ComponentTest {
    private static final double[] VALUES = {
        Double.NEGATIVE_INFINITY,
        -1e9,
        -1,
        -0.5,
        0,
        1e-9,
        0.5,
        1,
        1.5,
        2,
        3,
        64,
        65,
        1e9,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    static Stream<Component<?>> components() {
        return Stream.of(Optimizer.all(), Activation.all(), Schedule.all(), Initializer.all())
                .flatMap(List::stream);
    }

    @Test
    void everyComponentIsListedOnce() {
        assertListed(Optimizer.class, Optimizer.all());
        assertListed(Activation.class, Activation.all());
        assertListed(Schedule.class, Schedule.all());
        assertListed(Initializer.class, Initializer.all());
    }

    private static void assertListed(Class<?> kind, List<? extends Component<?>> listed) {
        assertEquals(
                Set.of(kind.getPermittedSubclasses()),
                listed.stream().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(
                listed.size(), listed.stream().map(Component::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("components")
    void recordNumbersAreTheConstants(Component<?> component) {
        List<String> numbers = Arrays.stream(component.getClass().getRecordComponents())
                .filter(part -> part.getType() != boolean.class)
                .map(RecordComponent::getName)
                .toList();
        assertEquals(
                numbers,
                component.constants().keySet().stream().map(Constant::key).toList());
    }

    @ParameterizedTest
    @MethodSource("components")
    void constantAcceptsExactlyTheNumbersInItsRange(Component<?> component) {
        for (Constant constant : component.constants().keySet()) {
            for (double value : VALUES) {
                String place = component + " " + constant + " " + value;
                if (constant.range().contains(value)) {
                    assertEquals(
                            value,
                            component.with(constant, value).value(constant).orElseThrow(),
                            place);
                } else {
                    assertThrows(InvalidInputException.class, () -> component.with(constant, value), place);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void constantOfAnotherComponentChangesNothing(Component<?> component) {
        components()
                .flatMap(other -> other.constants().keySet().stream())
                .filter(constant -> component.value(constant).isEmpty())
                .forEach(constant -> assertEquals(component, component.with(constant, 1)));
    }

    @Test
    void activationLabPreservesTheConstantsOfEveryFunction() {
        for (Activation function : Activation.all()) {
            for (Constant constant : function.constants().keySet()) {
                Activation changed = function.with(constant, 3);
                assertNotEquals(
                        ActivationConstants.DEFAULT,
                        ActivationConstants.DEFAULT.with(List.of(changed)),
                        function.name());
            }
        }
    }
}
