package hyperlab.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static String said(int marks, Language language) {
        List<Mark> all = IntStream.range(0, marks)
                .mapToObj(k -> new Mark("training.batchSize", k, 10L * k, Words.number(32 >> k), Words.number(16 >> k)))
                .toList();
        return Mark.list(all).in(Texts.in(language));
    }

    @Test
    void changesAreToldWithTheStepAndOfManyTheFirstFew() {
        assertEquals("", said(0, Language.ENGLISH));
        assertEquals("Batch size 32 → 16 at step 0", said(1, Language.ENGLISH));
        assertEquals("Batch size 32 → 16 at step 0, Batch size 16 → 8 at step 10", said(2, Language.ENGLISH));
        assertEquals(
                "배치 크기 32 → 16 (0스텝에서), 배치 크기 16 → 8 (10스텝에서), 배치 크기 8 → 4 (20스텝에서), 배치 크기 4 → 2 (30스텝에서) 외 2개",
                said(6, Language.KOREAN));
    }
}
