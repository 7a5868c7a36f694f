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

/** Reads one weights file token by token, so that only its numbers are held in memory. */
final class WeightsReader {
    private static final int MOST_NUMBERS = 1 << 28;
    private static final String DENSE = "dense";
    private static final String CONVOLUTION = "convolution";
    private static final String PRELU = "prelu";
    private static final List<String> KINDS = List.of(DENSE, CONVOLUTION, PRELU);
    private static final List<String> MATRIX_KEYS = List.of("kind", "weights", "bias");
    private static final Map<String, List<String>> KEYS =
            Map.of(DENSE, MATRIX_KEYS, CONVOLUTION, MATRIX_KEYS, PRELU, List.of("kind", "slope"));

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
        NestedRows weights = null;
        String kind = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            String at = place + "." + key;
            json.nextToken();
            once(given, key, at);
            switch (key) {
                case "kind" -> kind = kind(json, at);
                case "weights" -> weights = new NestedRows(json, at, depth(kind));
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
        if (kind.equals(PRELU)) {
            return new LayerWeights.Prelu(required(vectors.get("slope"), place + ".slope"));
        }
        if (weights == null) {
            throw refused(place + ".weights", "must be given");
        }
        if (weights.depth != depth(kind)) {
            throw refused(place + ".weights", "must be lists nested " + depth(kind) + " deep, got " + weights.depth);
        }
        double[] bias = required(vectors.get("bias"), place + ".bias");
        int outputs = weights.lengths[0];
        if (bias.length != outputs) {
            String each = kind.equals(DENSE) ? "row of weights" : "filter";
            throw refused(place + ".bias", "must have " + outputs + " numbers, one a " + each + ", got " + bias.length);
        }
        return kind.equals(DENSE)
                ? new LayerWeights.Dense(weights.rows.toArray(double[][]::new), bias)
                : new LayerWeights.Convolution(weights.filters(), bias);
    }

    /** The nesting depth of the weights in this kind of layer; 0 if the kind is not known yet. */
    private static int depth(@Nullable String kind) {
        return kind == null ? 0 : kind.equals(CONVOLUTION) ? 4 : 2;
    }

    /** Nested lists of numbers, with equal lengths at each level; read row by row for any depth. */
    private final class NestedRows {
        private static final int DEEPEST = 4;

        private final List<double[]> rows = new ArrayList<>();
        private final int[] lengths = new int[DEEPEST];
        private int depth;

        /** @param depth the required depth; 0 if the first numbers determine it */
        NestedRows(JsonParser json, String at, int depth) throws IOException {
            this.depth = depth;
            expect(json, JsonToken.START_ARRAY, at, "a list of rows in [ ]");
            json.nextToken();
            read(json, at, 0);
        }

        /** Reads a list whose first token is the current one. */
        private void read(JsonParser json, String at, int level) throws IOException {
            if (depth == 0 && level > 0 && (json.currentToken() != JsonToken.START_ARRAY || level == DEEPEST - 1)) {
                depth = level + 1;
            }
            int length;
            if (level + 1 == depth) {
                double[] row = vectorFromHere(json, at);
                rows.add(row);
                length = row.length;
            } else {
                length = lists(json, at, level);
            }
            if (lengths[level] != 0 && lengths[level] != length) {
                String what =
                        level + 1 == depth ? " numbers as the row before, got " : " lists as the one before, got ";
                throw refused(at, "must have " + lengths[level] + what + length);
            }
            lengths[level] = length;
        }

        private int lists(JsonParser json, String at, int level) throws IOException {
            int count = 0;
            while (json.currentToken() != JsonToken.END_ARRAY) {
                String place = at + "[" + count + "]";
                boolean numbersNext = level + 2 == Math.max(2, depth);
                String rule = numbersNext ? "a list of numbers in [ ]" : "a list in [ ]";
                expect(json, JsonToken.START_ARRAY, place, rule);
                json.nextToken();
                read(json, place, level + 1);
                json.nextToken();
                count++;
            }
            if (count == 0) {
                throw refused(at, "must have at least one " + (level == 0 ? "row" : "list") + ", got none");
            }
            return count;
        }

        double[][][][] filters() {
            double[][][][] filters = new double[lengths[0]][lengths[1]][lengths[2]][];
            for (int i = 0; i < rows.size(); i++) {
                int channel = i / lengths[2];
                filters[channel / lengths[1]][channel % lengths[1]][i % lengths[2]] = rows.get(i);
            }
            return filters;
        }
    }

    private String kind(JsonParser json, String at) throws IOException {
        String kind = text(json, at);
        if (!KINDS.contains(kind)) {
            throw refused(at, "must be one of " + String.join(", ", KINDS) + ", got " + got(json));
        }
        return kind;
    }

    private double[] vector(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.START_ARRAY, at, "a list of numbers in [ ]");
        json.nextToken();
        return vectorFromHere(json, at);
    }

    /** The numbers from the current token to the end of their list. */
    private double[] vectorFromHere(JsonParser json, String at) throws IOException {
        double[] vector = new double[16];
        int count = 0;
        for (; json.currentToken() != JsonToken.END_ARRAY; json.nextToken()) {
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
