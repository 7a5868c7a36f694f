package hyperlab.lab.training.settings;

import hyperlab.data.CsvSettings;
import hyperlab.data.PredictionTask;
import hyperlab.image.ImageShape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of the user's table: its file, its target, and which of its columns are used. */
public final class TableSettings {
    private static final String AUTO = "auto";

    /** The available tasks, by their names in files. */
    static final List<String> TASKS =
            List.of(AUTO, PredictionTask.CLASSIFICATION.fileName(), PredictionTask.REGRESSION.fileName());

    private final Setting<CsvSettings> csv;
    private final Setting<String> csvTask;
    private final Setting<List<String>> csvFeatures;
    private final Setting<List<Integer>> image;

    TableSettings(SettingFactory factory) {
        csv = factory.setting(
                        "training.csv",
                        e -> e.data().csv(),
                        DataEdits::withCsv,
                        file -> LocalizedText.literal(file.file() + ", " + file.target()))
                .withIdentity(file -> file.withTask(null).withFeatures(List.of()));
        csvTask = factory.setting(
                "training.csv.task",
                e -> e.data().csv() == null ? null : taskOf(e.data().csv()),
                (e, name) -> e.data().csv() == null
                        ? e
                        : DataEdits.withCsv(e, e.data().csv().withTask(taskNamed(name))),
                name -> LocalizedText.of("training.csv.task." + name));
        csvFeatures = factory.setting(
                "training.csv.features",
                e -> e.data().csv() == null ? null : e.data().csv().features(),
                (e, names) -> e.data().csv() == null
                        ? e
                        : DataEdits.withCsv(e, e.data().csv().withFeatures(names)),
                names -> names.isEmpty()
                        ? LocalizedText.of("training.csv.features.all")
                        : LocalizedText.literal(String.join(", ", names)));
        image = factory.setting(
                "training.image",
                e -> e.data().csv() == null ? null : dimensions(e.data().image()),
                DataEdits::withImage,
                dimensions -> dimensions.isEmpty()
                        ? LocalizedText.of("training.noLayers")
                        : LocalizedText.literal(
                                dimensions.get(0) + " × " + dimensions.get(1) + " × " + dimensions.get(2)));
    }

    /** The file and its target; null unless the source is {@code csv}. */
    public Setting<CsvSettings> csv() {
        return csv;
    }

    /** One of {@link #TASKS}; null unless the source is {@code csv}. */
    Setting<String> csvTask() {
        return csvTask;
    }

    /** The feature columns; empty for every other numeric column; null unless the source is {@code csv}. */
    Setting<List<String>> csvFeatures() {
        return csvFeatures;
    }

    /** Channels, height and width of a row's image, empty for none; null unless the source is {@code csv}. */
    Setting<List<Integer>> image() {
        return image;
    }

    private static String taskOf(CsvSettings csv) {
        PredictionTask task = csv.task();
        return task == null ? AUTO : task.fileName();
    }

    private static @Nullable PredictionTask taskNamed(String name) {
        return Arrays.stream(PredictionTask.values())
                .filter(task -> task.fileName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Integer> dimensions(@Nullable ImageShape image) {
        return image == null ? List.of() : List.of(image.channels(), image.height(), image.width());
    }
}
