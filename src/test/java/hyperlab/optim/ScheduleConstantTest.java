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
    void everyScheduleHasItsConstantsAndTakesOthers() {
        for (Schedule schedule : Schedules.all()) {
            assertEquals(schedule, Schedules.byName(schedule.name()));
            Set<String> has = Stream.of(ScheduleConstant.values())
                    .filter(constant -> constant.valueIn(schedule).isPresent())
                    .map(ScheduleConstant::id)
                    .collect(Collectors.toSet());
            assertEquals(HAS.get(schedule.name()), has);
            for (ScheduleConstant constant : ScheduleConstant.values()) {
                Schedule changed = constant.with(schedule, 7);
                assertEquals(schedule.name(), changed.name());
                if (constant.valueIn(schedule).isPresent()) {
                    assertEquals(7, constant.valueIn(changed).orElseThrow());
                    for (ScheduleConstant other : ScheduleConstant.values()) {
                        assertTrue(other == constant || other.valueIn(schedule).equals(other.valueIn(changed)));
                    }
                } else {
                    assertEquals(schedule, changed);
                }
            }
        }
    }

    @Test
    void aNumberThatTheScheduleMayNotHaveIsRefused() {
        assertThrows(InvalidInputException.class, () -> ScheduleConstant.EVERY.with(Schedule.StepDecay.DEFAULT, 0));
        assertThrows(
                InvalidInputException.class, () -> ScheduleConstant.FACTOR.with(Schedule.ExponentialDecay.DEFAULT, 0));
        assertThrows(
                InvalidInputException.class, () -> ScheduleConstant.FLOOR.with(Schedule.CosineAnnealing.DEFAULT, -1));
        assertThrows(IllegalArgumentException.class, () -> Schedules.byName("linear"));
    }

    @Test
    void theOrderIsThatOfTheFiles() {
        assertEquals(
                List.of("constant", "step", "exponential", "cosine"),
                Schedules.all().stream().map(Schedule::name).toList());
    }
}
