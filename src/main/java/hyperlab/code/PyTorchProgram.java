package hyperlab.code;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.Parting;
import hyperlab.data.Partition;
import hyperlab.data.Sources;
import hyperlab.data.Task;
import hyperlab.nn.LayerWeights;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Python program that trains an experiment in PyTorch 2.x, in double precision, with the same data and initial
 * weights. It prints the columns of {@code history.csv} except the seconds. If nothing is random (no shuffling, no
 * dropout), the numbers agree within 1e-6; a comment in the program says what cannot agree.
 */
public final class PyTorchProgram {
    private static final String MAXOUT = """
            class Maxout(nn.Module):
                ""\"The largest of several pieces; unit u owns the rows u * pieces ... of the layer before.""\"

                def __init__(self, pieces):
                    super().__init__()
                    self.pieces = pieces

                def forward(self, z):
                    return z.unflatten(1, (-1, self.pieces)).max(dim=2).values
            """;

    private final Experiment experiment;
    private final DataSet train;
    private final ProgramNumbers numbers;
    private final TorchModel model;
    private final TorchTraining training;
    private final String version;

    /**
     * @param partition the data, split as the experiment specifies
     * @param start the initial weights of each network
     * @param version the version of Hyperlab, for a comment
     */
    public PyTorchProgram(Experiment experiment, Partition partition, List<List<LayerWeights>> start, String version) {
        this.experiment = experiment;
        this.train = partition.train();
        this.numbers = new ProgramNumbers(partition, start);
        this.version = version;
        this.model = new TorchModel(experiment.network(), train.features().numCols, train.image(), train.outputs());
        this.training = new TorchTraining(experiment, model.drops(), train.task(), train.outputs());
    }

    /** The number of values in the program: features, targets and initial weights. */
    public long numbers() {
        return numbers.count();
    }

    /**
     * Returns the program's source code.
     *
     * @param beside the name of the JSON file, in the same folder, with the output of {@link #writeNumbers}; null to
     *     include all values in the program
     */
    public String text(@Nullable String beside) {
        List<String> pieces = new ArrayList<>(List.of(head(beside), data(beside)));
        if (model.modules().stream().anyMatch(module -> module.startsWith("Maxout("))) {
            pieces.add(MAXOUT);
        }
        pieces.add(model());
        pieces.addAll(training.pieces());
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i++) {
            boolean beforeOrAfterBlock = isBlock(pieces.get(i - 1)) || isBlock(pieces.get(i));
            text.append(beforeOrAfterBlock ? "\n\n" : "\n").append(pieces.get(i));
        }
        return text.toString();
    }

    private static boolean isBlock(String piece) {
        return piece.startsWith("def ") || piece.startsWith("class ");
    }

    /** Writes the data and initial weights as JSON, for the separate data file. */
    public void writeNumbers(Appendable out) throws IOException {
        numbers.writeJson(out);
    }

    private String head(@Nullable String beside) {
        StringBuilder head = new StringBuilder();
        if (!experiment.name().isBlank()) {
            head.append(PythonText.comment(experiment.name()));
        }
        head.append(
                PythonText.comment("Written by Hyperlab " + version + " for PyTorch 2.x: the same experiment, from the"
                        + " same data and initial weights, in double precision."));
        head.append(
                PythonText.comment("Prints what Hyperlab's history.csv holds, but for the seconds. " + agreement()));
        head.append('\n');
        if (training.copies()) {
            head.append("import copy\n");
        }
        if (beside != null) {
            head.append("import json\n");
        }
        head.append("import math\n");
        if (beside != null) {
            head.append("import pathlib\n");
        }
        return head.append("\nimport torch\nfrom torch import nn\n\ntorch.set_default_dtype(torch.float64)\n"
                        + "torch.manual_seed(" + experiment.seed() + ")\n")
                .toString();
    }

    private String agreement() {
        List<String> drawn = new ArrayList<>();
        TrainingSettings settings = experiment.training();
        boolean whole = settings.batchSize().of(train.samples()) == train.samples();
        if (settings.shuffle() && !whole) {
            drawn.add("the order of the samples in each epoch (\"shuffle\": false takes them as they lie)");
        }
        if (model.drops()) {
            drawn.add("the dropout masks (\"dropout\": 0 drops none)");
        }
        return drawn.isEmpty()
                ? "Nothing here is random, so the two agree to 1e-6 and better."
                : "What cannot agree is what each draws from random numbers of its own: "
                        + String.join(", and ", drawn)
                        + ". Without that the two agree to 1e-6 and better.";
    }

    private String data(@Nullable String beside) {
        StringBuilder text = new StringBuilder(PythonText.comment(source()));
        if (beside == null) {
            return text.append(numbers.python()).toString();
        }
        text.append("with open(pathlib.Path(__file__).with_name(" + PythonText.quoted(beside)
                + "), encoding=\"utf-8\") as file:\n    numbers = json.load(file)\n");
        for (String name : numbers.names()) {
            text.append(name + " = torch.tensor(numbers[\"" + name + "\"])\n");
        }
        return text.append(ProgramNumbers.START + " = numbers[\"" + ProgramNumbers.START + "\"]\n")
                .toString();
    }

    private String source() {
        DataSettings data = experiment.data();
        List<String> facts = new ArrayList<>();
        CsvSettings csv = data.csv();
        facts.add("Data: " + (csv == null ? data.source() : csv.file() + ", target " + csv.target()));
        if (csv != null && !csv.features().isEmpty()) {
            facts.add("features " + String.join(", ", csv.features()));
        }
        Integer samples = data.samples();
        if (samples != null) {
            facts.add("samples " + samples);
        }
        if (Sources.generators().contains(data.source())) {
            facts.add("noise " + PythonText.number(data.noise()));
        }
        facts.add(parts(data));
        if (train.image() != null) {
            facts.add("image " + train.image());
        }
        if (data.standardize()) {
            facts.add("standardized by the training part");
        }
        if (train.task() == Task.CLASSIFICATION) {
            facts.add("classes from 0: " + String.join(", ", train.classNames()));
        }
        return String.join("; ", facts) + ".";
    }

    private static String parts(DataSettings data) {
        Parting parting = data.parting();
        String held = parting.testFraction() > 0
                ? "testFraction " + PythonText.number(parting.testFraction()) + " of the rows left out, "
                : "";
        String others = held.isEmpty() ? " of the rows" : " of the others";
        String train = parting.folds() > 0
                ? "all but fold " + parting.fold() + " of " + parting.folds()
                : "trainFraction " + PythonText.number(data.trainFraction());
        return held + train + others + ", " + data.split().fileName();
    }

    private String model() {
        boolean several = experiment.ensemble() > 1;
        String indent = several ? "        " : "    ";
        StringBuilder text = new StringBuilder();
        text.append(several ? "models = nn.ModuleList(\n    nn.Sequential(\n" : "model = nn.Sequential(\n");
        model.modules().forEach(module -> text.append(indent + module + ",\n"));
        text.append(several ? "    )\n    for _ in start\n)\n" : ")\n");
        String initial = experiment.network().initialWeights();
        String origin = initial == null
                ? "drawn by Hyperlab: " + experiment.network().initializer().name() + ", seed " + experiment.seed()
                : "from " + initial;
        return text.append(PythonText.comment(
                        "The initial weights, " + origin + (several ? " and those that follow." : ".")))
                .append("with torch.no_grad():\n")
                .append(several ? "    for model, arrays in zip(models, start):\n    " : "")
                .append("    for parameter, values in zip(model.parameters(), " + (several ? "arrays" : "start")
                        + "):\n")
                .append(several ? "    " : "")
                .append("        parameter.copy_(torch.tensor(values))\n")
                .toString();
    }
}
