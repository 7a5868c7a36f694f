package hyperlab.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import hyperlab.nn.LayerWeights;
import hyperlab.rule.Nearest;
import hyperlab.rule.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one weights file token by token: no more than its numbers is ever in memory. */
final class WeightsReader {
    private static final int MOST_NUMBERS = 1 << 28;
    private static final List<String> KINDS = List.of("dense", "prelu");
    private static final Map<String, List<String>> KEYS =
            Map.of("dense", List.of("kind", "weights", "bias"), "prelu", List.of("kind", "slope"));

    private final InputStream in;
    private final String label;
    private long numbers;

    WeightsReader(InputStream in, String label) {
        this.in = in;
        this.label = label;
    }

    List<LayerWeights> read() throws IOException {
        try (JsonParser json = StrictJson.parser(in)) {
            if (json.nextToken() == null) {
                throw new Refusal(label, "is empty");
            }
            expect(json, JsonToken.START_OBJECT, "", "a JSON object");
            List<LayerWeights> layers = file(json);
            if (json.nextToken() != null) {
                throw new Refusal(label, "goes on after its end");
            }
            return layers;
        } catch (JsonProcessingException e) {
            throw StrictJson.refusal(e, label);
        }
    }

    private List<LayerWeights> file(JsonParser json) throws IOException {
        List<LayerWeights> layers = new ArrayList<>();
        Set<String> given = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            once(given, key, key);
            if (key.equals("format")) {
                if (!text(json, key).equals(WeightsFile.FORMAT)) {
                    throw refused(key, "must be " + WeightsFile.FORMAT + ", got " + got(json));
                }
            } else if (key.equals("layers")) {
                expect(json, JsonToken.START_ARRAY, key, "a list in [ ]");
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    layers.add(layer(json, "layers[" + layers.size() + "]"));
                }
            } else {
                throw unknown(key, key, List.of("format", "layers"));
            }
        }
        if (!given.contains("format")) {
            throw refused("format", "must be given: " + WeightsFile.FORMAT);
        }
        return List.copyOf(layers);
    }

    private LayerWeights layer(JsonParser json, String place) throws IOException {
        expect(json, JsonToken.START_OBJECT, place, "an object in { }");
        Set<String> given = new HashSet<>();
        Map<String, double[]> vectors = new HashMap<>();
        List<double[]> weights = new ArrayList<>();
        String kind = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            String at = place + "." + key;
            json.nextToken();
            once(given, key, at);
            switch (key) {
                case "kind" -> kind = kind(json, at);
                case "weights" -> weights = matrix(json, at);
                case "bias", "slope" -> vectors.put(key, vector(json, at));
                default -> throw unknown(at, key, List.of("kind", "weights", "bias", "slope"));
            }
        }
        if (kind == null) {
            throw refused(place + ".kind", "must be one of " + String.join(", ", KINDS) + ", got none");
        }
        for (String key : given) {
            if (!keys(kind).contains(key)) {
                throw unknown(place + "." + key, key, keys(kind));
            }
        }
        if (kind.equals("prelu")) {
            return new LayerWeights.Prelu(required(vectors.get("slope"), place + ".slope"));
        }
        return dense(weights, required(vectors.get("bias"), place + ".bias"), place);
    }

    private LayerWeights dense(List<double[]> weights, double[] bias, String place) {
        if (weights.isEmpty()) {
            throw refused(place + ".weights", "must have at least one row, got none");
        }
        if (bias.length != weights.size()) {
            throw refused(
                    place + ".bias",
                    "must have " + weights.size() + " numbers, one a row of weights, got " + bias.length);
        }
        return new LayerWeights.Dense(weights.toArray(double[][]::new), bias);
    }

    private String kind(JsonParser json, String at) throws IOException {
        String kind = text(json, at);
        if (!KINDS.contains(kind)) {
            throw refused(at, "must be one of " + String.join(", ", KINDS) + ", got " + got(json));
        }
        return kind;
    }

    private List<double[]> matrix(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.START_ARRAY, at, "a list of rows in [ ]");
        List<double[]> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = at + "[" + rows.size() + "]";
            double[] row = vector(json, place);
            if (!rows.isEmpty() && row.length != rows.get(0).length) {
                throw refused(
                        place, "must have " + rows.get(0).length + " numbers as the row before, got " + row.length);
            }
            rows.add(row);
        }
        return rows;
    }

    private double[] vector(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.START_ARRAY, at, "a list of numbers in [ ]");
        double[] vector = new double[16];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = at + "[" + count + "]";
            if (!json.currentToken().isNumeric()) {
                throw refused(place, "must be a number, got " + got(json));
            }
            double value = json.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw refused(place, "must be a finite number, got " + got(json));
            }
            if (++numbers > MOST_NUMBERS) {
                throw refused(place, "is one too many: a file holds at most " + MOST_NUMBERS + " numbers");
            }
            if (count == vector.length) {
                vector = Arrays.copyOf(vector, 2 * count);
            }
            vector[count++] = value;
        }
        if (count == 0) {
            throw refused(at, "must have at least one number, got none");
        }
        return Arrays.copyOf(vector, count);
    }

    private String text(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.VALUE_STRING, at, "a text in quotes");
        return json.getText();
    }

    private void expect(JsonParser json, JsonToken token, String at, String rule) throws IOException {
        if (json.currentToken() != token) {
            throw refused(at, "must be " + rule + ", got " + got(json));
        }
    }

    private void once(Set<String> given, String key, String at) {
        if (!given.add(key)) {
            throw refused(at, "is given twice");
        }
    }

    private double[] required(double @Nullable [] vector, String at) {
        if (vector == null) {
            throw refused(at, "must be given");
        }
        return vector;
    }

    private Refusal unknown(String at, String key, List<String> known) {
        String nearest = Nearest.of(Keys.shortened(key), known);
        return refused(Keys.shortened(at), "is no known key (nearest: " + nearest + ")");
    }

    private Refusal refused(String at, String complaint) {
        return new Refusal((label + " " + at).strip(), complaint);
    }

    private static List<String> keys(String kind) {
        return KEYS.getOrDefault(kind, List.of());
    }

    private static String got(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "\"" + Keys.shortened(json.getText()) + "\"";
            default -> Keys.shortened(json.getText());
        };
    }
}
