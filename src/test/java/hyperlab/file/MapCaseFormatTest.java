package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.cases.MapCase;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.rule.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCaseFormatTest {
    private static final String JSON =
            """
            {"format": "hyperlab-case/1", "name": "own",
             "map": {"format": "hyperlab-map/1", "experiment": {"format": "hyperlab-experiment/1", "seed": 7},
              "x": {"key": "training.batchSize", "type": "choice", "values": [4, 8, 16]},
              "y": {"key": "training.learningRate", "type": "log", "low": 0.01, "high": 1, "count": 5}, "seeds": 2},
             "recorded": {
              "rates": {"4": [0.1, 0.2], "8": [0.2, 0.3], "16": [0.3, 0.5]},
              "values": {"4": [1, 2], "8": [3, 4], "16": [5, 6]}}}""";

    private static MapCase read(String json) {
        return ((Document.OfMapCase) Documents.parse(json, "own.json")).subject();
    }

    @Test
    void readsTheBestRatesOfEachSeed() {
        MapCase own = read(JSON);

        assertEquals("training.learningRate", own.rates().key());
        assertEquals("training.batchSize", own.batchSizes().key());
        assertEquals(
                List.of(
                        new SeedRates(
                                7, List.of(new BestRate(4, 0.1, 1), new BestRate(8, 0.2, 3), new BestRate(16, 0.3, 5))),
                        new SeedRates(
                                8,
                                List.of(new BestRate(4, 0.2, 2), new BestRate(8, 0.3, 4), new BestRate(16, 0.5, 6)))),
                own.recordedRates());
        assertEquals(own, read(Documents.write(new Document.OfMapCase(own))));
    }

    @Test
    void recordIsOptional() {
        MapCase own = read(JSON.substring(0, JSON.indexOf(",\n \"recorded\"")) + "}");

        assertEquals(List.of(), own.recordedRates());
        assertEquals(own, read(Documents.write(new Document.OfMapCase(own))));
    }

    @Test
    void findsTheSeedWhoseRatesDiffer() {
        MapCase own = read(JSON);
        SeedRates other = new SeedRates(8, List.of(new BestRate(4, 0.2, 2.5)));

        assertEquals(Optional.empty(), own.firstDifference(own.recordedRates()));
        assertEquals(Optional.empty(), own.firstDifference(own.recordedRates().subList(0, 1)));
        assertEquals(
                Optional.of(other),
                own.firstDifference(List.of(own.recordedRates().get(0), other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "own"                    | "a/b"                     | name must be
                    "4": [0.1, 0.2]          | "4": [0.1]                | recorded.rates.4 must have one number for each of 2 seeds, got 1
                    "8": [3, 4]              | "8": [3, 4, 5]            | recorded.values.8 must have one number for each of 2 seeds, got 3
                    "8": [0.2, 0.3]          | "8": [0.2, -0.3]          | recorded.rates.8 must be finite and > 0, got -0.3
                    "16": [5, 6]             | "32": [5, 6]              | recorded.values.32
                    "seeds": 2               | "seeds": 1                | map.seeds must be
                    "training.batchSize"     | "network.dropout"         | map must have the learning rate and the batch size
                    "name"                   | "nam"                     | nam
                    "low": 0.01              | "low": -1                 | map.y
                    """)
    void rejectsWhatIsWrong(String text, String replacement, String message) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> read(JSON.replace(text, replacement)));
        assertEquals(
                message,
                error.line().substring(0, Math.min(message.length(), error.line().length())),
                error.line());
    }
}
