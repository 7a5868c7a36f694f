package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.cases.MapCase;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.map.MapSpecification;
import hyperlab.map.RateScaling.BestRate;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code hyperlab-case/1} of a question that maps answer, as a JSON tree. {@code name} and {@code map}, which is a
 * {@code hyperlab-map/1}, are required. {@code recorded} has the best learning rates under {@code rates}, and the color
 * values there under {@code values}: one list for each batch size, with one number for each seed.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-case/1",
 *   "name": "rateScaling",
 *   "map": { "format": "hyperlab-map/1", …, "seeds": 2 },
 *   "recorded": {"rates": {"4": [0.5, 0.4], "8": [1, 0.8]}, "values": {"4": [0.0015, 0.0021], "8": [0.0034, 0.0026]}}
 * }
 * }</pre>
 */
final class MapCaseFormat {
    /** The key that tells this kind of case from one with a study. */
    static final String MAP = "map";

    private static final String RATES = "rates";
    private static final String VALUES = "values";

    private MapCaseFormat() {}

    static MapCase read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", CaseFormat.FORMAT);
        String name = keys.text("name", "");
        MapSpecification map = CaseFormat.nested(keys, MAP, MapFormat::read);
        keys.value("recorded");
        keys.rejectUnknownKeys();
        MapCase subject = new MapCase(name, map, List.of());
        return subject.withRecordedRates(keys.object("recorded", recorded -> recorded(recorded, subject)));
    }

    private static List<SeedRates> recorded(JsonObjectReader keys, MapCase subject) {
        List<String> batches = subject.batchSizes().values();
        List<List<Double>> rates = keys.object(RATES, reader -> numbers(reader, batches));
        List<List<Double>> values = keys.object(VALUES, reader -> numbers(reader, batches));
        keys.rejectUnknownKeys();
        int seeds = rates.get(0).size();
        for (int batch = 0; batch < batches.size(); batch++) {
            checkCount(RATES, batches.get(batch), rates.get(batch), seeds, subject);
            checkCount(VALUES, batches.get(batch), values.get(batch), seeds, subject);
        }
        List<SeedRates> found = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            List<BestRate> ofSeed = new ArrayList<>();
            for (int batch = 0; batch < batches.size(); batch++) {
                ofSeed.add(new BestRate(
                        (int) Double.parseDouble(batches.get(batch)),
                        rates.get(batch).get(seed),
                        values.get(batch).get(seed)));
            }
            found.add(new SeedRates(subject.experiment().seed() + seed, ofSeed));
        }
        return found;
    }

    private static List<List<Double>> numbers(JsonObjectReader keys, List<String> batches) {
        List<List<Double>> numbers =
                batches.stream().map(batch -> keys.numbers(batch, List.of())).toList();
        keys.rejectUnknownKeys();
        return numbers;
    }

    private static void checkCount(String key, String batch, List<Double> numbers, int seeds, MapCase subject) {
        if (numbers.size() != seeds || (seeds != 0 && seeds != subject.map().seeds())) {
            throw new InvalidInputException(
                    key + "." + batch, Rule.RATES_PER_SEED, subject.map().seeds(), numbers.size());
        }
        for (double number : numbers) {
            if (!(key.equals(VALUES) || number > 0)) {
                throw new InvalidInputException(key + "." + batch, Rule.POSITIVE, number);
            }
        }
    }

    static ObjectNode write(MapCase subject) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", CaseFormat.FORMAT);
        node.put("name", subject.name());
        node.set(MAP, MapFormat.write(subject.map()));
        if (!subject.recordedRates().isEmpty()) {
            ObjectNode recorded = node.putObject("recorded");
            ObjectNode rates = recorded.putObject(RATES);
            ObjectNode values = recorded.putObject(VALUES);
            List<String> batches = subject.batchSizes().values();
            for (int batch = 0; batch < batches.size(); batch++) {
                ArrayNode ofRates = rates.putArray(batches.get(batch));
                ArrayNode ofValues = values.putArray(batches.get(batch));
                for (SeedRates seed : subject.recordedRates()) {
                    ofRates.add(seed.rates().get(batch).rate());
                    ofValues.add(seed.rates().get(batch).value());
                }
            }
        }
        return node;
    }
}
