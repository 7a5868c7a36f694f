package hyperlab.app;

import hyperlab.app.palette.PaletteActions;
import hyperlab.file.Document;
import hyperlab.lab.HasGlossary;
import hyperlab.lab.HasSlowMotion;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lab.ListsLessons;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.LinkedDocuments;
import hyperlab.ui.Shortcut;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** What the palette does in this window. FX thread only. */
final class WindowPaletteActions implements PaletteActions {
    private final Navigation navigation;
    private final Actions actions;
    private final DocumentController documentController;
    private final LessonController lessons;
    private final Function<Lab, List<Node>> panels;
    private final Consumer<Node> focus;

    /**
     * @param panels returns the panels with the settings of a lab
     * @param focus shows a setting and gives it the focus
     */
    WindowPaletteActions(
            Navigation navigation,
            Actions actions,
            DocumentController documentController,
            LessonController lessons,
            Function<Lab, List<Node>> panels,
            Consumer<Node> focus) {
        this.navigation = navigation;
        this.actions = actions;
        this.documentController = documentController;
        this.lessons = lessons;
        this.panels = panels;
        this.focus = focus;
    }

    @Override
    public List<LabName> labs() {
        return navigation.labNames();
    }

    @Override
    public List<Node> settingsPanels() {
        return panels.apply(navigation.currentProperty().get());
    }

    @Override
    public void showLab(LabName lab) {
        navigation.visit(lab);
    }

    @Override
    public void run(Shortcut shortcut) {
        actions.run(shortcut);
    }

    @Override
    public void startFresh() {
        documentController.resetLab();
    }

    @Override
    public void focusSetting(Node setting) {
        focus.accept(setting);
    }

    @Override
    public boolean isInLesson() {
        return lessons.player().isPresent();
    }

    @Override
    public void openExample(LinkTarget target) {
        if (target instanceof LinkTarget.SettingsTarget settings) {
            documentController.openUnsaved(LinkedDocuments.of(settings), null, settings.view());
        } else if (target instanceof LinkTarget.CaseTarget example) {
            documentController.openUnsaved(LinkedDocuments.of(example), null, "");
        }
    }

    @Override
    public void openPage(String name) {
        lessons.read(() -> documentController.openUnsaved(new Document.OfPage(name), null, ""));
    }

    @Override
    public void showTerm(String word) {
        navigation.prepare(LabName.LEARN, () -> {
            openPage(HasGlossary.PAGE);
            navigation.currentProperty().get().feature(HasGlossary.class).ifPresent(lab -> lab.showTerm(word));
        });
    }

    @Override
    public void showSlowMotion() {
        navigation.prepare(LabName.TRAINING, () -> {
            navigation.show(LabName.TRAINING);
            navigation
                    .currentProperty()
                    .get()
                    .feature(HasSlowMotion.class)
                    .ifPresent(motion -> motion.setSlowMotion(true));
        });
    }

    @Override
    public void showWorksheets() {
        navigation.prepare(LabName.LEARN, () -> {
            navigation.show(LabName.LEARN);
            navigation.currentProperty().get().feature(ListsLessons.class).ifPresent(ListsLessons::showLessons);
        });
    }

    @Override
    public void startLesson(String name) {
        lessons.startBundled(name, false);
    }
}
