package hyperlab.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
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
    private static final int MAX_NUMBERS = 1 << 28;
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
                throw new InvalidInputException(label, "is empty");
            }
            expect(json, JsonToken.START_OBJECT, "", "a JSON object");
            List<LayerWeights> layers = file(json);
            if (json.nextToken() != null) {
                throw new InvalidInputException(label, "goes on after its end");
            }
            return layers;
        } catch (JsonProcessingException e) {
            throw StrictJson.toException(e, label);
        }
    }

    private List<LayerWeights> file(JsonParser json) throws IOException {
        List<LayerWeights> layers = new ArrayList<>();
        Set<String> seenKeys = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            checkUnique(seenKeys, key, key);
            if (key.equals("format")) {
                if (!text(json, key).equals(WeightsFile.FORMAT)) {
                    throw invalid(key, "must be " + WeightsFile.FORMAT + ", got " + describeToken(json));
                }
            } else if (key.equals("layers")) {
                expect(json, JsonToken.START_ARRAY, key, "a list in [ ]");
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    layers.add(layer(json, "layers[" + layers.size() + "]"));
                }
            } else {
                throw unknownKey(key, key, List.of("format", "layers"));
            }
        }
        if (!seenKeys.contains("format")) {
            throw invalid("format", "must be given: " + WeightsFile.FORMAT);
        }
        return List.copyOf(layers);
    }

    private LayerWeights layer(JsonParser json, String place) throws IOException {
        expect(json, JsonToken.START_OBJECT, place, "an object in { }");
        Set<String> seenKeys = new HashSet<>();
        Map<String, double[]> vectors = new HashMap<>();
        NestedRows weights = null;
        String kind = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            String at = place + "." + key;
            json.nextToken();
            checkUnique(seenKeys, key, at);
            switch (key) {
                case "kind" -> kind = kind(json, at);
                case "weights" -> weights = new NestedRows(json, at, depth(kind));
                case "bias", "slope" -> vectors.put(key, vector(json, at));
                default -> throw unknownKey(at, key, List.of("kind", "weights", "bias", "slope"));
            }
        }
        if (kind == null) {
            throw invalid(place + ".kind", "must be one of " + String.join(", ", KINDS) + ", got none");
        }
        for (String key : seenKeys) {
            if (!keys(kind).contains(key)) {
                throw unknownKey(place + "." + key, key, keys(kind));
            }
        }
        if (kind.equals(PRELU)) {
            return new LayerWeights.Prelu(required(vectors.get("slope"), place + ".slope"));
        }
        if (weights == null) {
            throw invalid(place + ".weights", "must be given");
        }
        if (weights.depth != depth(kind)) {
            throw invalid(place + ".weights", "must be lists nested " + depth(kind) + " deep, got " + weights.depth);
        }
        double[] bias = required(vectors.get("bias"), place + ".bias");
        int outputs = weights.lengths[0];
        if (bias.length != outputs) {
            String each = kind.equals(DENSE) ? "row of weights" : "filter";
            throw invalid(place + ".bias", "must have " + outputs + " numbers, one a " + each + ", got " + bias.length);
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
        private static final int MAX_DEPTH = 4;

        private final List<double[]> rows = new ArrayList<>();
        private final int[] lengths = new int[MAX_DEPTH];
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
            if (depth == 0 && level > 0 && (json.currentToken() != JsonToken.START_ARRAY || level == MAX_DEPTH - 1)) {
                depth = level + 1;
            }
            int length;
            if (level + 1 == depth) {
                double[] row = vectorFromHere(json, at);
                rows.add(row);
                length = row.length;
            } else {
                length = readLists(json, at, level);
            }
            if (lengths[level] != 0 && lengths[level] != length) {
                String what =
                        level + 1 == depth ? " numbers as the row before, got " : " lists as the one before, got ";
                throw invalid(at, "must have " + lengths[level] + what + length);
            }
            lengths[level] = length;
        }

        private int readLists(JsonParser json, String at, int level) throws IOException {
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
                throw invalid(at, "must have at least one " + (level == 0 ? "row" : "list") + ", got none");
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
            throw invalid(at, "must be one of " + String.join(", ", KINDS) + ", got " + describeToken(json));
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
                throw invalid(place, "must be a number, got " + describeToken(json));
            }
            double value = json.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw invalid(place, "must be a finite number, got " + describeToken(json));
            }
            if (++numbers > MAX_NUMBERS) {
                throw invalid(place, "is one too many: a file holds at most " + MAX_NUMBERS + " numbers");
            }
            if (count == vector.length) {
                vector = Arrays.copyOf(vector, 2 * count);
            }
            vector[count++] = value;
        }
        if (count == 0) {
            throw invalid(at, "must have at least one number, got none");
        }
        return Arrays.copyOf(vector, count);
    }

    private String text(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.VALUE_STRING, at, "a text in quotes");
        return json.getText();
    }

    private void expect(JsonParser json, JsonToken token, String at, String rule) throws IOException {
        if (json.currentToken() != token) {
            throw invalid(at, "must be " + rule + ", got " + describeToken(json));
        }
    }

    private void checkUnique(Set<String> seenKeys, String key, String at) {
        if (!seenKeys.add(key)) {
            throw invalid(at, "is given twice");
        }
    }

    private double[] required(double @Nullable [] vector, String at) {
        if (vector == null) {
            throw invalid(at, "must be given");
        }
        return vector;
    }

    private InvalidInputException unknownKey(String at, String key, List<String> known) {
        String nearest = ClosestMatch.of(JsonObjectReader.abbreviated(key), known);
        return invalid(JsonObjectReader.abbreviated(at), "is no known key (nearest: " + nearest + ")");
    }

    private InvalidInputException invalid(String at, String complaint) {
        return new InvalidInputException((label + " " + at).strip(), complaint);
    }

    private static List<String> keys(String kind) {
        return KEYS.getOrDefault(kind, List.of());
    }

    private static String describeToken(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "\"" + JsonObjectReader.abbreviated(json.getText()) + "\"";
            default -> JsonObjectReader.abbreviated(json.getText());
        };
    }
}
