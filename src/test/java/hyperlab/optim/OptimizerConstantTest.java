package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.Constant;
import hyperlab.rule.InvalidInputException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerConstantTest {
    static List<Optimizer> all() {
        return Optimizer.all();
    }

    @Test
    void everyOptimizerIsNamedOnce() {
        Set<String> names = new TreeSet<>();
        for (Class<?> kind : Optimizer.class.getPermittedSubclasses()) {
            names.add(Optimizer.all().stream()
                    .filter(kind::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .name());
        }
        assertEquals(Optimizer.all().size(), names.size());
        names.forEach(name -> assertEquals(name, Optimizer.byName(name).name()));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.byName("adagard"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void constantsMatchTheRecordComponents(Optimizer optimizer) {
        Set<String> numbers = Arrays.stream(optimizer.getClass().getRecordComponents())
                .filter(component -> component.getType() == double.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        Set<String> known =
                optimizer.constants().keySet().stream().map(Constant::key).collect(Collectors.toSet());
        assertEquals(numbers, known);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachConstantIsReadAndSetIndependently(Optimizer optimizer) throws ReflectiveOperationException {
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            if (optimizer.value(constant).isEmpty()) {
                assertEquals(optimizer, optimizer.with(constant, 0.125));
                assertFalse(optimizer.constants().containsKey(constant));
                continue;
            }
            Optimizer changed = optimizer.with(constant, 0.125);
            assertEquals(optimizer.getClass(), changed.getClass());
            for (RecordComponent component : optimizer.getClass().getRecordComponents()) {
                Object before = component.getAccessor().invoke(optimizer);
                Object after = component.getAccessor().invoke(changed);
                assertEquals(component.getName().equals(constant.key()) ? 0.125 : before, after);
            }
            assertEquals(0.125, changed.value(constant).orElseThrow());
            assertThrows(InvalidInputException.class, () -> optimizer.with(constant, -1));
        }
    }

    @Test
    void nesterovStaysUnlessMomentumIsRemoved() {
        assertEquals(new Sgd(0.5, true), new Sgd(0.9, true).with(OptimizerConstant.MOMENTUM, 0.5));
        assertEquals(new Sgd(0, false), new Sgd(0.9, true).with(OptimizerConstant.MOMENTUM, 0));
    }
}
