package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.file.ExperimentOverrides;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeMarkerTest {
    private static Experiment batch(int size) {
        return ExperimentOverrides.with(Experiment.DEFAULT, "training.batchSize", Integer.toString(size));
    }

    private static String said(int marks, Language language) {
        List<ChangeMarker> all = IntStream.range(0, marks)
                .mapToObj(k -> new ChangeMarker("training.batchSize", k, 10L * k, batch(64 >> k), batch(32 >> k)))
                .toList();
        return ChangeMarker.listText(all).format(Texts.in(language));
    }

    @Test
    void markerShowsStepAndTruncatesManyChanges() {
        assertEquals("", said(0, Language.ENGLISH));
        assertEquals("Batch size 64 → 32 at step 0", said(1, Language.ENGLISH));
        assertEquals("Batch size 64 → 32 at step 0, Batch size 32 → 16 at step 10", said(2, Language.ENGLISH));
        assertEquals(
                "배치 크기 64 → 32 (0스텝에서), 배치 크기 32 → 16 (10스텝에서), 배치 크기 16 → 8 (20스텝에서), 배치 크기 8 → 4 (30스텝에서) 외 2개",
                said(6, Language.KOREAN));
    }
}
