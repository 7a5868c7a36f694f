package hyperlab.file.optuna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Documents;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialCurve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptunaSelectionTest {
    /** Trial t has the value t modulo 10; every fifth one was pruned. */
    private static final List<OptunaTrial> TRIALS = IntStream.range(0, 20)
            .mapToObj(number -> new OptunaTrial(
                    number,
                    number % 5 == 4 ? OptunaTrial.OptunaState.PRUNED : OptunaTrial.OptunaState.COMPLETE,
                    Map.of("x", "0.5"),
                    number % 10,
                    Map.of(),
                    TrialCurve.EMPTY,
                    -1,
                    1))
            .toList();

    private static List<Integer> selected(boolean largerIsBetter, int count) {
        return new OptunaSelection(Set.of("x"), largerIsBetter)
                .select(TRIALS, count).stream().map(OptunaTrial::number).toList();
    }

    @Test
    void keepsTheBestAndAnEvenSampleOfTheRest() {
        // The best are 0, 10 and 1. Of the 17 others, those at 0, 8 and 16 follow: 2, 11 and 19.
        assertEquals(List.of(0, 1, 2, 10, 11, 19), selected(false, 6));
        // 9 and 19 were pruned, so the best are 8, 18 and 7. The others begin with 0 and end with 19.
        assertEquals(List.of(0, 7, 8, 10, 18, 19), selected(true, 6));
        // One place besides the best.
        assertEquals(List.of(0, 1, 10), selected(false, 3));
    }

    @Test
    void aStudyThatFitsKeepsAllTrials() {
        assertSame(TRIALS, new OptunaSelection(Set.of("x"), false).fitting(TRIALS));
    }

    /** Every curve keeps at least three points, however many curves there are. */
    @Test
    void curvesTakeRoomToo() {
        TrialCurve curve = new TrialCurve(List.of(1, 2, 3, 4), List.of(0.4, 0.3, 0.2, 0.1), 4);
        OptunaSelection selection = new OptunaSelection(Set.of("x"), false);

        assertEquals(60_000, selection.fitting(many(TrialCurve.EMPTY)).size());
        int kept = selection.fitting(many(curve)).size();
        assertTrue(kept > 40_000 && kept < 60_000, kept + " trials");
    }

    private static List<OptunaTrial> many(TrialCurve curve) {
        return IntStream.range(0, 60_000)
                .mapToObj(number -> new OptunaTrial(
                        number, OptunaTrial.OptunaState.COMPLETE, Map.of("x", "0.5"), number, Map.of(), curve, -1, 1))
                .toList();
    }

    @Test
    void aTableOfTheMostTrialsFitsIntoADocument(@TempDir Path folder) throws IOException {
        StringBuilder table =
                new StringBuilder("number,value,params_alpha,params_beta,params_gamma,params_delta,state\n");
        for (int i = 0; i < 100_000; i++) {
            double value = (i * 7_919L % 100_003) / 100_003.0;
            table.append(i + "," + value + "," + value + "," + value / 3 + "," + value / 7 + "," + value / 9
                    + ",COMPLETE\n");
        }
        OptunaStudy study = OptunaStudy.read(Files.writeString(folder.resolve("huge.csv"), table), null, null);
        SearchMethod.Recorded method =
                (SearchMethod.Recorded) study.document().study().method();
        byte[] written = Documents.write(study.document()).getBytes(StandardCharsets.UTF_8);

        assertEquals(100_000, method.trials().size() + method.omitted());
        assertTrue(method.omitted() > 0);
        assertTrue(written.length <= Documents.MAX_BYTES, written.length + " bytes");
        assertTrue(written.length > Documents.MAX_BYTES / 2, "no more are left out than necessary");
        assertEquals(0, method.trials().get(0).number());
        assertEquals(99_999, method.trials().get(method.trials().size() - 1).number());
        assertEquals(study.document(), Documents.parse(new String(written, StandardCharsets.UTF_8), "huge"));
        assertEquals(100_000, study.document().study().trials());
    }
}
