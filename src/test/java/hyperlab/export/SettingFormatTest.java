package hyperlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.data.CsvSettings;
import hyperlab.data.PointSet;
import hyperlab.data.PointSet.LabeledPoint;
import hyperlab.file.ExperimentOverrides;
import hyperlab.text.KeyNames;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingFormatTest {
    private static final Experiment POINTS = Experiment.DEFAULT.withData(Experiment.DEFAULT
            .data()
            .withPoints(new PointSet(
                    List.of(new LabeledPoint(-1.5, 2, 0), new LabeledPoint(3, 1, 1), new LabeledPoint(0, 0, 1)))));
    private static final Experiment TABLE = Experiment.DEFAULT.withData(Experiment.DEFAULT
            .data()
            .withCsv(new CsvSettings("people.csv", "passed", List.of("city", "height"), null, false)));

    private final SettingFormat english = new SettingFormat(Texts.in(Language.ENGLISH));

    @Test
    void pointsAreCounted() {
        assertEquals("3 points", english.value(POINTS, "data.points"));
        assertEquals("점 3개", new SettingFormat(Texts.in(Language.KOREAN)).value(POINTS, "data.points"));
    }

    @Test
    void columnsAreListedWithoutQuotes() {
        assertEquals("city, height", english.value(TABLE, "data.features"));
        assertEquals("people.csv", english.value(TABLE, "data.file"));
    }

    @Test
    void unitsAreJoinedWithDashes() {
        assertEquals("8–8", english.value(Experiment.DEFAULT, "network.hidden"));
    }

    /** A table of all settings has no dotted keys. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everySettingHasAName(Language language) {
        Texts texts = Texts.in(language);
        for (Experiment experiment : List.of(Experiment.DEFAULT, POINTS, TABLE)) {
            assertEquals(
                    List.of("format", "name"),
                    ExperimentOverrides.keys(experiment).stream()
                            .filter(key -> KeyNames.of(key, texts).equals(key))
                            .toList());
        }
    }
}
