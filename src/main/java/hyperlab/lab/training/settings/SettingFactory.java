package hyperlab.lab.training.settings;

import hyperlab.data.DataSettings;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.ui.SettingsState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates the settings of one experiment, which follow it, and lists them in creation order. */
final class SettingFactory {
    private final SettingsState<Experiment> state;
    private final List<Setting<?>> all = new ArrayList<>();

    SettingFactory(SettingsState<Experiment> state) {
        this.state = state;
    }

    List<Setting<?>> all() {
        return Collections.unmodifiableList(all);
    }

    <T> Setting<T> data(
            String nameKey,
            Function<DataSettings, @Nullable T> get,
            BiFunction<DataSettings, T, DataSettings> with,
            Function<T, LocalizedText> describe) {
        return setting(
                nameKey, e -> get.apply(e.data()), (e, value) -> e.withData(with.apply(e.data(), value)), describe);
    }

    <T> Setting<T> network(
            String nameKey,
            Function<NetworkSettings, @Nullable T> get,
            BiFunction<NetworkSettings, T, NetworkSettings> with,
            Function<T, LocalizedText> describe) {
        return setting(
                nameKey,
                e -> get.apply(e.network()),
                (e, value) -> e.withNetwork(with.apply(e.network(), value)),
                describe);
    }

    <T> Setting<T> training(
            String nameKey,
            Function<TrainingSettings, @Nullable T> get,
            BiFunction<TrainingSettings, T, TrainingSettings> with,
            Function<T, LocalizedText> describe) {
        return setting(
                nameKey,
                e -> get.apply(e.training()),
                (e, value) -> e.withTraining(with.apply(e.training(), value)),
                describe);
    }

    <T> Setting<T> setting(
            String nameKey,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> with,
            Function<T, LocalizedText> describe) {
        Setting<T> setting = new Setting<>(nameKey, state, new Setting.Lens<>(get, with, describe));
        all.add(setting);
        return setting;
    }
}
