package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleConstantTest {
    private static final Map<String, Set<String>> HAS = Map.of(
            "constant", Set.of("warmup"),
            "step", Set.of("every", "factor", "warmup"),
            "exponential", Set.of("factor", "warmup"),
            "cosine", Set.of("floor", "warmup"));

    @Test
    void everyScheduleHasConstantsAndAcceptsOthers() {
        for (Schedule schedule : Schedule.all()) {
            assertEquals(schedule, Schedule.byName(schedule.name()));
            Set<String> has = Stream.of(ScheduleConstant.values())
                    .filter(constant -> schedule.value(constant).isPresent())
                    .map(ScheduleConstant::key)
                    .collect(Collectors.toSet());
            assertEquals(HAS.get(schedule.name()), has);
            for (ScheduleConstant constant : ScheduleConstant.values()) {
                Schedule changed = schedule.with(constant, 7);
                assertEquals(schedule.name(), changed.name());
                if (schedule.value(constant).isPresent()) {
                    assertEquals(7, changed.value(constant).orElseThrow());
                    for (ScheduleConstant other : ScheduleConstant.values()) {
                        assertTrue(other == constant || schedule.value(other).equals(changed.value(other)));
                    }
                } else {
                    assertEquals(schedule, changed);
                }
            }
        }
    }

    @Test
    void rejectsInvalidConstant() {
        assertThrows(InvalidInputException.class, () -> Schedule.StepDecay.DEFAULT.with(ScheduleConstant.EVERY, 0));
        assertThrows(
                InvalidInputException.class, () -> Schedule.ExponentialDecay.DEFAULT.with(ScheduleConstant.FACTOR, 0));
        assertThrows(
                InvalidInputException.class, () -> Schedule.CosineAnnealing.DEFAULT.with(ScheduleConstant.FLOOR, -1));
        assertThrows(IllegalArgumentException.class, () -> Schedule.byName("linear"));
    }

    @Test
    void orderMatchesTheFiles() {
        assertEquals(
                List.of("constant", "step", "exponential", "cosine"),
                Schedule.all().stream().map(Schedule::name).toList());
    }
}
