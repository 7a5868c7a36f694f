package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        return Optimizers.all();
    }

    @Test
    void everyOptimizerIsNamedOnce() {
        Set<String> names = new TreeSet<>();
        for (Class<?> kind : Optimizer.class.getPermittedSubclasses()) {
            names.add(Optimizers.all().stream()
                    .filter(kind::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .name());
        }
        assertEquals(Optimizers.all().size(), names.size());
        names.forEach(name -> assertEquals(name, Optimizers.byName(name).name()));
        assertThrows(IllegalArgumentException.class, () -> Optimizers.byName("adagard"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theConstantsAreTheNumbersOfTheRecord(Optimizer optimizer) {
        Set<String> numbers = Arrays.stream(optimizer.getClass().getRecordComponents())
                .filter(component -> component.getType() == double.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        Set<String> known = OptimizerConstant.constantsOf(optimizer).stream()
                .map(OptimizerConstant::id)
                .collect(Collectors.toSet());
        assertEquals(numbers, known);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachConstantIsReadAndSetByItself(Optimizer optimizer) throws ReflectiveOperationException {
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            if (constant.valueIn(optimizer).isEmpty()) {
                assertSame(optimizer, constant.with(optimizer, 0.125));
                assertFalse(OptimizerConstant.constantsOf(optimizer).contains(constant));
                continue;
            }
            Optimizer changed = constant.with(optimizer, 0.125);
            assertEquals(optimizer.getClass(), changed.getClass());
            for (RecordComponent component : optimizer.getClass().getRecordComponents()) {
                Object before = component.getAccessor().invoke(optimizer);
                Object after = component.getAccessor().invoke(changed);
                assertEquals(component.getName().equals(constant.id()) ? 0.125 : before, after);
            }
            assertEquals(0.125, constant.valueIn(changed).orElseThrow());
            assertThrows(InvalidInputException.class, () -> constant.with(optimizer, -1));
        }
    }

    @Test
    void nesterovStaysUnlessTheMomentumGoes() {
        assertEquals(new Sgd(0.5, true), OptimizerConstant.MOMENTUM.with(new Sgd(0.9, true), 0.5));
        assertEquals(new Sgd(0, false), OptimizerConstant.MOMENTUM.with(new Sgd(0.9, true), 0));
    }
}
