package hyperlab.code;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.nn.layer.LayerWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data and initial weights of a program, by variable name: {@code x_train} (samples × features), {@code y_train}
 * (class indices or values), the same for validation, and {@code start}. {@code start} has one list per parameter
 * array, in layer order; for an ensemble, it has one such list per network.
 */
final class ProgramData {
    static final String START = "start";

    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final List<Object> start = new ArrayList<>();

    /** @param members the initial weights of each network */
    ProgramData(DataSplit partition, List<List<LayerWeights>> members) {
        put("train", partition.train());
        put("validation", partition.validation());
        for (List<LayerWeights> member : members) {
            List<Object> arrays = new ArrayList<>();
            member.forEach(layer -> arrays.addAll(layer.arrays().values()));
            if (members.size() == 1) {
                start.addAll(arrays);
            } else {
                start.add(arrays.toArray());
            }
        }
    }

    private void put(String part, DataSet set) {
        int columns = set.features().numCols;
        double[][] rows = new double[set.samples()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(set.features().data, row * columns, (row + 1) * columns);
        }
        variables.put("x_" + part, rows);
        variables.put(
                "y_" + part,
                set.task() == PredictionTask.CLASSIFICATION
                        ? Arrays.stream(set.targets())
                                .mapToInt(target -> (int) target)
                                .toArray()
                        : set.targets());
    }

    /** The total number of values. */
    long count() {
        long count = 0;
        for (Object numbers : variables.values()) {
            count += count(numbers);
        }
        for (Object numbers : start) {
            count += count(numbers);
        }
        return count;
    }

    private static long count(Object numbers) {
        if (numbers instanceof Object[] rows) {
            return Arrays.stream(rows).mapToLong(ProgramData::count).sum();
        }
        return numbers instanceof double[] values ? values.length : ((int[]) numbers).length;
    }

    /** Formats the data as Python statements. */
    String toPython() {
        StringBuilder text = new StringBuilder();
        variables.forEach(
                (name, numbers) -> text.append(name + " = torch.tensor(" + PythonFormat.list(numbers, "") + ")\n"));
        text.append(START + " = [\n");
        start.forEach(numbers -> text.append("    " + PythonFormat.list(numbers, "    ") + ",\n"));
        return text.append("]\n").toString();
    }

    /** Writes the data as one JSON object. */
    void writeJson(Appendable out) throws IOException {
        out.append("{");
        for (Map.Entry<String, Object> entry : variables.entrySet()) {
            out.append('"').append(entry.getKey()).append("\": ");
            PythonFormat.list(out, entry.getValue());
            out.append(",\n");
        }
        out.append('"').append(START).append("\": [");
        String separator = "";
        for (Object numbers : start) {
            out.append(separator);
            PythonFormat.list(out, numbers);
            separator = ",\n";
        }
        out.append("]}\n");
    }

    /** The names of the data variables, in order, without {@code start}. */
    List<String> variableNames() {
        return List.copyOf(variables.keySet());
    }
}
