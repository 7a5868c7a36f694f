package hyperlab.app.settings;

import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Preferences;
import hyperlab.ui.Shortcut;
import hyperlab.ui.Theme;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ModalSheet;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.field.FieldRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The sheet with the settings of the window. Each takes effect at once, except the size. FX thread only. */
public final class SettingsSheet {
    private final Messages messages;
    private final ObjectProperty<Preferences> preferences;
    private final ModalSheet sheet;

    /** @param folder where the settings are kept */
    public SettingsSheet(
            Messages messages, Appearance appearance, ObjectProperty<Preferences> preferences, Path folder) {
        this.messages = messages;
        this.preferences = preferences;
        VBox content = new VBox(
                head(),
                languageRow(),
                themeRow(appearance),
                toggleRow(
                        "settings-motion",
                        "shell.settings.motion",
                        Preferences::reducedMotion,
                        Preferences::withReducedMotion),
                toggleRow(
                        "settings-sound",
                        "shell.settings.sound",
                        Preferences::audibleLoss,
                        Preferences::withAudibleLoss));
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")) {
            content.getChildren().add(3, scaleRow());
        }
        content.getChildren()
                .add(new WrappedText(messages.bind("shell.settings.folder", folder.toString()), "small", "muted"));
        content.getStyleClass().add("settings-content");
        sheet = new ModalSheet("settings-sheet", Pos.CENTER, content);
        sheet.setKeys(this::closesAgain);
    }

    /** The sheet, to be put over the window. */
    public ModalSheet sheet() {
        return sheet;
    }

    private boolean closesAgain(KeyEvent event) {
        boolean again = Shortcut.SETTINGS.matches(event);
        if (again) {
            sheet.close();
        }
        return again;
    }

    private Node head() {
        Label title = new Label();
        title.textProperty().bind(messages.bind("shell.settings"));
        title.getStyleClass().add("lab-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                title,
                gap,
                Icons.button("settings-close", "fth-x", messages.bind("shell.close"), () -> this.sheet.close()));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node languageRow() {
        SegmentedButton<Language> choice = new SegmentedButton<>(
                "settings-language",
                messages,
                List.of(Language.values()),
                language -> "shell.language." + language.code());
        choice.valueProperty().bindBidirectional(messages.languageProperty());
        return new FieldRow(messages.bind("shell.settings.language"), choice);
    }

    private Node themeRow(Appearance appearance) {
        SegmentedButton<Theme> choice = new SegmentedButton<>(
                "settings-theme", messages, List.of(Theme.values()), theme -> "shell.settings.theme." + theme.id());
        choice.valueProperty().bindBidirectional(appearance.themeProperty());
        return new FieldRow(messages.bind("shell.settings.theme"), choice);
    }

    private Node scaleRow() {
        ChoiceComboBox<Integer> choice = ChoiceComboBox.named(
                "settings-scale",
                messages,
                Preferences.SCALES,
                (percent, texts) -> texts.get("shell.settings.percent", Integer.toString(percent)));
        choice.setValue(preferences.get().scalePercent());
        int atStart = preferences.get().scalePercent();
        WrappedText later = WrappedText.hiddenIfEmpty(
                "settings-scale-later",
                messages.compute(
                        () -> preferences.get().scalePercent() == atStart
                                ? ""
                                : messages.get("shell.settings.scale.later"),
                        preferences));
        later.getStyleClass().addAll("small", "muted");
        choice.valueProperty()
                .addListener((observed, before, now) -> preferences.set(preferences
                        .get()
                        .withScale(now, systemScale(choice.getScene().getWindow(), atStart))));
        return new VBox(
                4,
                Hints.withHint(
                        new FieldRow(messages.bind("shell.settings.scale"), choice),
                        messages.bind("shell.settings.scale.hint")),
                later);
    }

    /** The scale of the window without ours. */
    private static double systemScale(Window window, int percentAtStart) {
        return window.getOutputScaleX() * 100 / percentAtStart;
    }

    private Node toggleRow(
            String id,
            String key,
            Function<Preferences, Boolean> get,
            BiFunction<Preferences, Boolean, Preferences> with) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.setSelected(get.apply(preferences.get()));
        toggle.selectedProperty()
                .addListener((observed, before, now) -> preferences.set(with.apply(preferences.get(), now)));
        preferences.addListener((observed, before, now) -> toggle.setSelected(get.apply(now)));
        WrappedText hint = new WrappedText(messages.bind(key + ".hint"), "small", "muted");
        return new VBox(4, new FieldRow(messages.bind(key), toggle), hint);
    }
}
