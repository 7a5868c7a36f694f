package hyperlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetLeaksTest {
    @TempDir
    Path folder;

    private List<String> leaks(StringBuilder text, String target) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        CsvPlan plan = CsvInference.of(CsvPreview.read(file), target).plan();
        return TargetLeaks.find(file, plan);
    }

    @Test
    void aLinearFunctionOfANumericTargetIsALeak() throws IOException {
        StringBuilder text = new StringBuilder("near,fahrenheit,celsius\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 60; i++) {
            double celsius = random.nextDouble(-20, 40);
            text.append(String.format(
                    Locale.ROOT, "%.4f,%.4f,%.4f%n", celsius + random.nextDouble(0.1), celsius * 1.8 + 32, celsius));
        }
        assertEquals(List.of("fahrenheit"), leaks(text, "celsius"));
    }

    @Test
    void aColumnThatDeterminesTheClassIsALeakUnlessItHasFewRowsForEachValue() throws IOException {
        StringBuilder text = new StringBuilder("city,code,mixed,number,country\n");
        for (int i = 0; i < 60; i++) {
            text.append("c" + i % 6)
                    .append(",k" + i % 20)
                    .append(",m" + i % 4)
                    .append(',')
                    .append(i * 7 % 59);
            text.append(i % 6 < 3 ? ",A\n" : ",B\n");
        }
        assertEquals(List.of("city"), leaks(text, "country"));
    }

    /** One row that contradicts it is enough. */
    @Test
    void oneExceptionMakesItNoLeak() throws IOException {
        StringBuilder text = new StringBuilder("city,size,country\n");
        for (int i = 0; i < 60; i++) {
            text.append("c" + i % 6).append(',').append(i % 7).append(i % 6 < 3 && i != 1 ? ",A\n" : ",B\n");
        }
        assertEquals(List.of(), leaks(text, "country"));
    }
}
