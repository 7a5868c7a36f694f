package hyperlab.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.Term;
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
                throw new InvalidInputException(label, Rule.EMPTY);
            }
            expect(json, JsonToken.START_OBJECT, "", Rule.JSON_OBJECT);
            List<LayerWeights> layers = file(json);
            if (json.nextToken() != null) {
                throw new InvalidInputException(label, Rule.TRAILING_CONTENT);
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
                    throw invalid(key, Rule.EXACTLY, WeightsFile.FORMAT, describeToken(json));
                }
            } else if (key.equals("layers")) {
                expect(json, JsonToken.START_ARRAY, key, Rule.LIST);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    layers.add(layer(json, "layers[" + layers.size() + "]"));
                }
            } else {
                throw unknownKey(key, key, List.of("format", "layers"));
            }
        }
        if (!seenKeys.contains("format")) {
            throw invalid("format", Rule.FORMAT_REQUIRED, WeightsFile.FORMAT);
        }
        return List.copyOf(layers);
    }

    private LayerWeights layer(JsonParser json, String place) throws IOException {
        expect(json, JsonToken.START_OBJECT, place, Rule.OBJECT);
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
            throw invalid(place + ".kind", Rule.LAYER_KIND_REQUIRED, String.join(", ", KINDS));
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
            throw invalid(place + ".weights", Rule.REQUIRED);
        }
        if (weights.depth != depth(kind)) {
            throw invalid(place + ".weights", Rule.NESTED_LISTS, depth(kind), weights.depth);
        }
        double[] bias = required(vectors.get("bias"), place + ".bias");
        int outputs = weights.lengths[0];
        if (bias.length != outputs) {
            Rule rule = kind.equals(DENSE) ? Rule.BIAS_PER_ROW : Rule.BIAS_PER_FILTER;
            throw invalid(place + ".bias", rule, outputs, bias.length);
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
            expect(json, JsonToken.START_ARRAY, at, Rule.LIST_OF_ROWS);
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
                Rule rule = level + 1 == depth ? Rule.ROW_LENGTH : Rule.LIST_LENGTH;
                throw invalid(at, rule, lengths[level], length);
            }
            lengths[level] = length;
        }

        private int readLists(JsonParser json, String at, int level) throws IOException {
            int count = 0;
            while (json.currentToken() != JsonToken.END_ARRAY) {
                String place = at + "[" + count + "]";
                boolean numbersNext = level + 2 == Math.max(2, depth);
                expect(json, JsonToken.START_ARRAY, place, numbersNext ? Rule.LIST_OF_NUMBERS : Rule.LIST);
                json.nextToken();
                read(json, place, level + 1);
                json.nextToken();
                count++;
            }
            if (count == 0) {
                throw invalid(at, level == 0 ? Rule.NO_ROW : Rule.NO_LIST);
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
            throw invalid(at, Rule.ONE_OF, String.join(", ", KINDS), describeToken(json));
        }
        return kind;
    }

    private double[] vector(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.START_ARRAY, at, Rule.LIST_OF_NUMBERS);
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
                throw invalid(place, Rule.NUMBER, describeToken(json));
            }
            double value = json.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw invalid(place, Rule.FINITE_NUMBER, describeToken(json));
            }
            if (++numbers > MAX_NUMBERS) {
                throw invalid(place, Rule.TOO_MANY_NUMBERS, MAX_NUMBERS);
            }
            if (count == vector.length) {
                vector = Arrays.copyOf(vector, 2 * count);
            }
            vector[count++] = value;
        }
        if (count == 0) {
            throw invalid(at, Rule.NO_NUMBER);
        }
        return Arrays.copyOf(vector, count);
    }

    private String text(JsonParser json, String at) throws IOException {
        expect(json, JsonToken.VALUE_STRING, at, Rule.TEXT);
        return json.getText();
    }

    private void expect(JsonParser json, JsonToken token, String at, Rule rule) throws IOException {
        if (json.currentToken() != token) {
            throw invalid(at, rule, describeToken(json));
        }
    }

    private void checkUnique(Set<String> seenKeys, String key, String at) {
        if (!seenKeys.add(key)) {
            throw invalid(at, Rule.GIVEN_TWICE);
        }
    }

    private double[] required(double @Nullable [] vector, String at) {
        if (vector == null) {
            throw invalid(at, Rule.REQUIRED);
        }
        return vector;
    }

    private InvalidInputException unknownKey(String at, String key, List<String> known) {
        String nearest = ClosestMatch.of(JsonObjectReader.abbreviated(key), known);
        return invalid(JsonObjectReader.abbreviated(at), Rule.UNKNOWN_KEY, nearest);
    }

    private InvalidInputException invalid(String at, Rule rule, Object... arguments) {
        return new InvalidInputException((label + " " + at).strip(), rule, arguments);
    }

    private static List<String> keys(String kind) {
        return KEYS.getOrDefault(kind, List.of());
    }

    /** The current token, as an argument of an error. */
    private static Object describeToken(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> Term.OBJECT;
            case START_ARRAY -> Term.LIST;
            case VALUE_STRING -> "\"" + JsonObjectReader.abbreviated(json.getText()) + "\"";
            default -> JsonObjectReader.abbreviated(json.getText());
        };
    }
}
