package hyperlab.code;

import hyperlab.data.CsvSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSources;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitSettings;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Python program that trains an experiment in PyTorch 2.x, in double precision, with the same data and initial
 * weights, and takes the same batches. It prints the columns of {@code history.csv} except the seconds. Without
 * dropout, the numbers agree except for the rounding, which training can amplify; a comment in the program says so.
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
    private final ProgramData data;
    private final TorchModel model;
    private final TorchTraining training;
    private final String version;

    /**
     * @param partition the data, split as the experiment specifies
     * @param start the initial weights of each network
     * @param version the version of Hyperlab, for a comment
     */
    public PyTorchProgram(Experiment experiment, DataSplit partition, List<List<LayerWeights>> start, String version) {
        this.experiment = experiment;
        this.train = partition.train();
        this.data = new ProgramData(partition, start);
        this.version = version;
        this.model = new TorchModel(experiment.network(), train.features().numCols, train.image(), train.outputs());
        this.training = new TorchTraining(experiment, model.hasDropout(), train.task(), train.outputs());
    }

    /** The number of values in the program: features, targets and initial weights. */
    public long valueCount() {
        return data.count();
    }

    /**
     * Returns the program's source code.
     *
     * @param dataFile the name of the JSON file, in the same folder, with the output of {@link #writeData}; null to
     *     include all values in the program
     */
    public String source(@Nullable String dataFile) {
        List<String> pieces =
                new ArrayList<>(List.of(header(dataFile), data(dataFile, "pathlib.Path(__file__).with_name")));
        pieces.addAll(modelPieces());
        pieces.addAll(training.sections());
        return join(pieces);
    }

    /**
     * Returns the program as a notebook (nbformat 4.5), whose Markdown cells explain its parts.
     *
     * @param dataFile the name of the JSON file, in the same folder, with the output of {@link #writeData}; null to
     *     include all values in the notebook
     */
    public String notebook(@Nullable String dataFile) {
        PyTorchNotebook notebook = new PyTorchNotebook();
        String name = experiment.name().isBlank() ? experiment.data().source() : experiment.name();
        notebook.addText(
                "title",
                "# " + PyTorchNotebook.escape(PythonFormat.toSingleLine(name)),
                "Hyperlab " + version
                        + " wrote this notebook. It trains the same experiment in PyTorch 2.x, from the same data"
                        + " and initial weights, in double precision. Run the cells in order.",
                PyTorchNotebook.escape(agreement()));
        notebook.addCode("imports", imports(dataFile));
        notebook.addText(
                "about-data",
                "## Data",
                PyTorchNotebook.escape(dataDescription()),
                "A row of `x_train` is a sample, and `y_train` has its "
                        + (train.task() == PredictionTask.CLASSIFICATION ? "class." : "value.")
                        + " The validation part is never trained on."
                        + (dataFile == null
                                ? ""
                                : " The numbers are read from `" + dataFile + "`, which has to be in the folder of the"
                                        + " notebook. No other file is needed."));
        notebook.addCode("data", data(dataFile, "pathlib.Path"));
        notebook.addText(
                "about-model",
                "## Model",
                "The modules follow each other. The last linear module has "
                        + (train.task() == PredictionTask.CLASSIFICATION ? "one output for each class." : "one output.")
                        + " Its parameters get the initial weights of Hyperlab, so that both begin at the same point.");
        notebook.addCode("model", join(modelPieces()));
        notebook.addText("about-training", "## Loss and optimizer", training.description());
        notebook.addCode("setup", join(training.setup()));
        notebook.addText(
                "about-evaluation",
                "## Evaluation",
                "At the end of an epoch, the loss is evaluated over a whole part, with dropout off and without the penalty."
                        + " `report` prints a row and keeps it in `history`.");
        notebook.addCode("evaluation", "history = []\n\n\n" + join(training.evaluation(true)));
        notebook.addText(
                "about-loop",
                "## Training",
                (experiment.training().shuffle()
                                ? "`Order` shuffles the samples with the random numbers of Hyperlab, so that both take the"
                                        + " same batches. "
                                : "")
                        + "Row 0 is before any step. The columns are those of `history.csv` in a run folder, without the seconds. A run"
                        + " ends early if its loss is no longer finite: it has diverged.");
        notebook.addCode("loop", join(training.loop()));
        notebook.addText(
                "about-curves",
                "## Curves",
                "If the validation loss grows while the training loss still falls, the model overfits. Matplotlib draws the"
                        + " curves.");
        notebook.addCode("curves", """
                import matplotlib.pyplot as plt

                epochs = [row[0] for row in history]
                plt.plot(epochs, [row[2] for row in history], label="training loss")
                plt.plot(epochs, [row[3] for row in history], "--", label="validation loss")
                plt.xlabel("epoch")
                plt.ylabel("loss")
                plt.legend()
                plt.show()
                """);
        return notebook.json();
    }

    private List<String> modelPieces() {
        boolean hasMaxout = model.modules().stream().anyMatch(module -> module.startsWith("Maxout("));
        return hasMaxout ? List.of(MAXOUT, model()) : List.of(model());
    }

    private static String join(List<String> pieces) {
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
    public void writeData(Appendable out) throws IOException {
        data.writeJson(out);
    }

    private String header(@Nullable String dataFile) {
        StringBuilder head = new StringBuilder();
        if (!experiment.name().isBlank()) {
            head.append(PythonFormat.comment(experiment.name()));
        }
        head.append(PythonFormat.comment(
                "Written by Hyperlab " + version + " for PyTorch 2.x: the same experiment, from the"
                        + " same data and initial weights, in double precision."));
        head.append(
                PythonFormat.comment("Prints what Hyperlab's history.csv holds, but for the seconds. " + agreement()));
        return head.append('\n').append(imports(dataFile)).toString();
    }

    private String imports(@Nullable String dataFile) {
        StringBuilder text = new StringBuilder();
        if (training.needsCopy()) {
            text.append("import copy\n");
        }
        if (dataFile != null) {
            text.append("import json\n");
        }
        text.append("import math\n");
        if (dataFile != null) {
            text.append("import pathlib\n");
        }
        text.append("\nimport torch\nfrom torch import nn\n\ntorch.set_default_dtype(torch.float64)\n");
        if (model.hasDropout()) {
            text.append("torch.manual_seed(" + experiment.seed() + ")\n");
        }
        return text.toString();
    }

    /** What agrees with Hyperlab, and what cannot. */
    private String agreement() {
        String rounding =
                " PyTorch rounds sums in another way, by about 1e-16 in each. Training can amplify this: in a run"
                        + " with a large learning rate, late rows can differ visibly.";
        return model.hasDropout()
                ? "What cannot agree are the dropout masks, which PyTorch draws from random numbers of its own (\"dropout\": 0"
                        + " drops none). Without them, every step would be the same." + rounding
                : "Every step is the same: the batches and their order, too." + rounding;
    }

    /** @param path the call that makes a path to the name of the data file */
    private String data(@Nullable String dataFile, String path) {
        StringBuilder text = new StringBuilder(PythonFormat.comment(dataDescription()));
        if (dataFile == null) {
            return text.append(data.toPython()).toString();
        }
        text.append("with open(" + path + "(" + PythonFormat.quote(dataFile)
                + "), encoding=\"utf-8\") as file:\n    numbers = json.load(file)\n");
        for (String name : data.variableNames()) {
            text.append(name + " = torch.tensor(numbers[\"" + name + "\"])\n");
        }
        return text.append(ProgramData.START + " = numbers[\"" + ProgramData.START + "\"]\n")
                .toString();
    }

    private String dataDescription() {
        DataSettings data = experiment.data();
        List<String> facts = new ArrayList<>();
        CsvSettings csv = data.csv();
        facts.add("Data: " + (csv == null ? data.source() : csv.file() + ", target " + csv.target()));
        if (csv != null && !csv.features().isEmpty()) {
            facts.add("features " + String.join(", ", csv.features()));
        }
        if (csv != null) {
            facts.addAll(preparation(csv));
        }
        Integer samples = data.samples();
        if (samples != null) {
            facts.add("samples " + samples);
        }
        if (DataSources.generators().contains(data.source())) {
            facts.add("noise " + PythonFormat.number(data.noise()));
        }
        facts.add(splitDescription(data));
        if (train.image() != null) {
            facts.add("image " + train.image());
        }
        if (data.standardize()) {
            facts.add("standardized by the training part" + (hasIndicators() ? ", except for categories" : ""));
        }
        if (train.task() == PredictionTask.CLASSIFICATION) {
            facts.add("classes from 0: " + String.join(", ", train.classNames()));
        }
        return String.join("; ", facts) + ".";
    }

    /** What was done to the table before the numbers were written. */
    private static List<String> preparation(CsvSettings csv) {
        List<String> facts = new ArrayList<>();
        if (!csv.categories().isEmpty()) {
            facts.add("one-hot encoded " + String.join(", ", csv.categories()));
        }
        switch (csv.missing()) {
            case REFUSE -> {}
            case DROP -> facts.add("rows with missing values dropped");
            case MEAN -> facts.add("missing numbers filled with the mean of the training part");
            case MEDIAN -> facts.add("missing numbers filled with the median of the training part");
            case CATEGORY ->
                facts.add(
                        "missing numbers filled with the mean of the training part, and marked by a feature of their own");
        }
        return facts;
    }

    private boolean hasIndicators() {
        return !train.preparation().indicators().isEmpty();
    }

    private static String splitDescription(DataSettings data) {
        SplitSettings split = data.splitSettings();
        String testSplit = split.testFraction() > 0
                ? "testFraction " + PythonFormat.number(split.testFraction()) + " of the rows left out, "
                : "";
        String others = testSplit.isEmpty() ? " of the rows" : " of the others";
        String train = split.folds() > 0
                ? "all but fold " + split.fold() + " of " + split.folds()
                : "trainFraction " + PythonFormat.number(data.trainFraction());
        return testSplit + train + others + ", " + data.split().fileName();
    }

    private String model() {
        boolean isEnsemble = experiment.ensemble() > 1;
        String indent = isEnsemble ? "        " : "    ";
        StringBuilder text = new StringBuilder();
        text.append(isEnsemble ? "models = nn.ModuleList(\n    nn.Sequential(\n" : "model = nn.Sequential(\n");
        model.modules().forEach(module -> text.append(indent + module + ",\n"));
        text.append(isEnsemble ? "    )\n    for _ in start\n)\n" : ")\n");
        String initial = experiment.network().initialWeights();
        String origin = initial == null
                ? "drawn by Hyperlab: " + experiment.network().initializer().name() + ", seed " + experiment.seed()
                : "from " + initial;
        return text.append(PythonFormat.comment(
                        "The initial weights, " + origin + (isEnsemble ? " and those that follow." : ".")))
                .append("with torch.no_grad():\n")
                .append(isEnsemble ? "    for model, arrays in zip(models, start):\n    " : "")
                .append("    for parameter, values in zip(model.parameters(), " + (isEnsemble ? "arrays" : "start")
                        + "):\n")
                .append(isEnsemble ? "    " : "")
                .append("        parameter.copy_(torch.tensor(values))\n")
                .toString();
    }
}
