package hyperlab.app;

import hyperlab.app.ask.AskController;
import hyperlab.app.ask.AskFrame;
import hyperlab.app.lesson.LessonFrame;
import hyperlab.app.notice.OpeningSign;
import hyperlab.app.palette.CommandPalette;
import hyperlab.app.palette.SettingRows;
import hyperlab.app.panel.ControlsPanel;
import hyperlab.app.panel.InsightPanel;
import hyperlab.app.present.FullScreen;
import hyperlab.app.present.PresentationBar;
import hyperlab.app.present.PresentedControls;
import hyperlab.app.present.ScenesSheet;
import hyperlab.app.sound.LossSound;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LessonRequest;
import hyperlab.ui.Preferences;
import hyperlab.ui.control.ModalSheet;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.chart.ChartRequest;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.ExperimentRequest;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The frame around the labs: navigation rail, top bar, the current lab's controls, stage and insight, and the playback
 * bar. In a narrow window the insight panel folds to a strip and the controls get narrower; in presentation mode both
 * fold and everything is larger.
 */
final class Shell {
    private static final PseudoClass REDUCED_MOTION = PseudoClass.getPseudoClass("reduced-motion");
    /** The window width in pixels from which a presentation shows the rail. */
    private static final double RAIL_WIDTH = 1280;
    /** The window width in pixels from which a presentation shows a question next to the stage. */
    private static final double QUESTION_WIDTH = 1600;

    private final LabContext context;
    private final DocumentController documentController;
    private final TopBar topBar;
    private final HelpSheet help;
    private final InsightPanel insight;
    private final ControlsPanel controls;
    private final Presentation presentation;
    private final PresentationBar presentationBar;
    private final NavigationRail rail;
    private final StageArea area;
    private final QuestionLayout questionLayout;
    private final LabPlayback playback;
    private final StackPane root = new StackPane();
    private final WindowLayers layers;
    private final CommandPalette palette;
    private final LessonController lessons;
    private final AskController questions;
    private final SceneController scenes;
    private final ScenesSheet scenesSheet;
    private final Scene scene;
    private @Nullable Node lastFocused;

    Shell(
            LabContext context,
            Navigation navigation,
            DocumentController documents,
            Actions actions,
            WindowLayers layers,
            LessonController lessons,
            AskController questions,
            SceneController scenes) {
        this.scenes = scenes;
        this.context = context;
        this.documentController = documents;
        this.lessons = lessons;
        this.questions = questions;
        this.layers = layers;
        topBar = new TopBar(
                context.messages(), context.appearance(), actions, new RecentMenu(documents, context.messages()));
        help = new HelpSheet(context.messages(), navigation.labNames());
        insight = new InsightPanel(context.messages(), context.appearance());
        controls = new ControlsPanel(context.appearance());
        presentation = new Presentation(context.appearance(), context.messages(), controls, insight);
        presentationBar = new PresentationBar(
                context.messages(), navigation.labNames(), navigation::visit, actions::run, presentation.controls());
        area = new StageArea(context.messages(), controls, insight);
        questionLayout = new QuestionLayout(area, insight, topBar);
        playback = new LabPlayback(
                layers.preferences()::get,
                () -> questions.frameProperty().get().isPresent(),
                new LossSound(context.workers(), () -> context.pulses().execute(this::showNoSound)));
        palette = new CommandPalette(
                context.messages(),
                new WindowPaletteActions(
                        navigation, actions, documents, lessons, this::settingsPanels, this::focusSetting),
                () -> navigation.currentProperty().get().name().id());
        scenes.setDescription(presentation.controls()::description);
        scenesSheet = new ScenesSheet(context.messages(), scenes.scenes(), scenes::labOf, scenes);
        presentationBar.showScenes(scenes.scenes(), scenesSheet::toggle);
        rail = new NavigationRail(navigation, context.messages(), controls, presentation::toggleControls);
        build(new OpeningSign(navigation.openingProperty(), context.messages()));
        scene = new Scene(root, WindowBounds.WIDTH, WindowBounds.HEIGHT);
        actions.setShellActions(new ShellActionHandler());
        presentation.trackFocus(scene);
        // Before the filters whose own notice about the same key stays.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> continuePresentation());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, help::handleKey);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, scenesSheet::handleKey);
        ModeKeys modeKeys = new ModeKeys(scene, help, this::hasOpenSheet);
        modeKeys.handleLessons(questions, lessons);
        modeKeys.handlePresentation(presentationBar, scenes, presentation.controls());
        new ShortcutHandler(scene, actions, this::hasOpenSheet);
        context.appearance().applyTo(scene);
        scene.widthProperty().addListener((observed, before, now) -> updateNarrow());
        scene.heightProperty()
                .addListener((observed, before, now) -> context.appearance().setScreenHeight(now.doubleValue()));
        context.appearance().setScreenHeight(scene.getHeight());
        scene.focusOwnerProperty().addListener((observed, before, now) -> rememberFocus(now));
        navigation.currentProperty().addListener((observed, before, now) -> change(before, now));
        layers.preferences().addListener((observed, before, now) -> applyPreferences());
        applyPreferences();
        show(navigation.currentProperty().get());
        lessons.frameProperty()
                .addListener((observed, before, now) ->
                        showLesson(navigation.currentProperty().get()));
        questions
                .frameProperty()
                .addListener((observed, before, now) ->
                        showQuestion(navigation.currentProperty().get(), now.orElse(null)));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> continuePresentation());
        root.addEventHandler(ChartRequest.REQUESTED, actions::handleRequest);
        root.addEventHandler(
                DocumentRequest.REQUESTED,
                request -> documents.openUnsaved(request.document(), request.folder(), request.view()));
        root.addEventHandler(
                LessonRequest.REQUESTED, request -> lessons.startBundled(request.name(), request.isFromStart()));
        root.addEventHandler(ExerciseScored.SCORED, lessons::record);
        root.addEventHandler(ExperimentRequest.REQUESTED, documents::handleRequest);
        watchForChanges();
        DocumentDrops.accept(root, documents);
        context.appearance().presentationProperty().addListener((observed, before, now) -> {
            updateNarrow();
            layers.notices().dismissOffers();
        });
        updateNarrow();
    }

    Scene scene() {
        return scene;
    }

    /** The controls above the stage of a presentation. */
    PresentedControls presentedControls() {
        return presentation.controls();
    }

    private void build(Node openingSign) {
        StackPane middle =
                new StackPane(area.row(), controls.overlay(), insight.overlay(), openingSign, layers.noticeStack());
        layers.noticeStack().stayWithin(insight.column().visibleProperty());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox body = new VBox(topBar, presentationBar, presentation.controls().second(), middle, area.playback());
        topBar.managedProperty().bind(topBar.visibleProperty());
        HBox.setHgrow(body, Priority.ALWAYS);
        BorderPane frame = new BorderPane(body);
        frame.setLeft(rail);
        root.setId("shell");
        root.getChildren().addAll(frame, scenesSheet, help);
        addSheet(palette.sheet());
        addSheet(layers.settings().sheet());
        // Until another lab is open, the bar still belongs to the one before.
        area.playback()
                .opacityProperty()
                .bind(Bindings.when(openingSign.visibleProperty()).then(0.0).otherwise(1.0));
    }

    private void showNoSound() {
        context.notices().showError(texts -> texts.get("shell.settings.sound.none"));
    }

    /** Confirmations lie over the charts of a presentation only until the next key or click. */
    private void continuePresentation() {
        if (presentation.isPresenting() && !layers.noticeStack().isHover()) {
            layers.notices().dismissConfirmations();
        }
    }

    /**
     * Leaves the panels of the lab and its playback bar empty until the returned task runs. They have most of the
     * window's nodes, so that the stage is on the screen in half the time without them.
     */
    Runnable leaveOutPanels() {
        List<Runnable> restoring =
                List.of(controls.leaveOutContent(), insight.leaveOutContent(), area.leaveOutPlayback());
        return () -> restoring.forEach(Runnable::run);
    }

    /** Styles and lays out the parts of a lab that is not shown yet, which takes most of the time of showing it. */
    List<Runnable> stylingAhead(Lab lab) {
        Region content = lab.parts().insight();
        return List.of(
                () -> area.styleAhead(lab),
                () -> controls.styleAhead(lab),
                () -> {
                    if (content != null) {
                        insight.styleAhead(content);
                    }
                },
                () -> area.stylePlaybackAhead(lab));
    }

    /** Ends the tone that may still play. */
    void close() {
        playback.silence();
    }

    /** Adds a sheet that can be opened over everything else. */
    void addSheet(ModalSheet sheet) {
        root.getChildren().add(sheet);
    }

    private boolean hasOpenSheet() {
        return root.getChildren().stream().anyMatch(layer -> layer instanceof ModalSheet sheet && sheet.isOpen());
    }

    private void applyPreferences() {
        Preferences now = layers.preferences().get();
        root.pseudoClassStateChanged(REDUCED_MOTION, now.reducedMotion());
        if (!now.audibleLoss()) {
            playback.silence();
        }
    }

    /** Turns presentation mode on or off. */
    void present(boolean now) {
        presentation.setPresenting(now);
    }

    private void change(Lab before, Lab now) {
        layers.notices().leave(before.name());
        show(now);
    }

    private void show(Lab lab) {
        topBar.show(lab);
        presentationBar.show(lab);
        controls.show(lab);
        area.show(lab);
        insight.show(lab.parts().insight());
        presentation.show(lab);
        presentationBar.followPages(area.stage());
        playback.show(lab);
        // Otherwise the first button has the focus, and Space presses it instead of starting playback.
        root.requestFocus();
    }

    /** Shows the lesson around the stage, or the lab's own panels again. */
    private void showLesson(Lab lab) {
        Optional<LessonFrame> frame = lessons.frameProperty().get();
        presentation.suspend(frame.isPresent());
        if (frame.isEmpty()) {
            area.endLesson();
            show(lab);
            updateNarrow();
            return;
        }
        LessonFrame lesson = frame.get();
        controls.close();
        insight.close();
        topBar.showLesson(lessons.title());
        area.showLesson(lesson);
        updateNarrow();
        area.showLesson(lesson, lab);
        root.requestFocus();
        lesson.focus();
    }

    private void showQuestion(Lab lab, @Nullable AskFrame question) {
        questionLayout.show(lab, question);
        if (question != null) {
            root.requestFocus();
        }
    }

    private boolean isNarrow() {
        return scene.getWidth() < StageGrid.WIDE_WIDTH;
    }

    /** Remembers the focus owner outside the top bar, because the top bar's buttons act on that node. */
    private void rememberFocus(@Nullable Node owner) {
        if (hasOpenSheet()) {
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(topBar)) {
                return;
            }
        }
        lastFocused = owner;
    }

    private void updateNarrow() {
        boolean presenting = presentation.isPresenting();
        boolean rails = !presenting || scene.getWidth() >= RAIL_WIDTH;
        rail.setVisible(rails);
        rail.setManaged(rails);
        presentationBar.setNarrow(!rails);
        presentationBar.setVisible(presenting && !presentation.isSuspended());
        topBar.setVisible(!presentationBar.isVisible());
        presentationBar.followPages(area.stage());
        controls.setNarrow(isNarrow());
        insight.setNarrow(isNarrow());
        topBar.setNarrow(isNarrow());
        area.setNarrow(isNarrow());
        questionLayout.setNarrow(isNarrow() || (presenting && scene.getWidth() < QUESTION_WIDTH));
    }

    /** Any user action may have changed the document, so the title is updated after each. */
    private void watchForChanges() {
        Runnable refresh = () -> context.pulses().execute(() -> {
            documentController.refresh();
            presentation.refresh();
            presentationBar.followPages(area.stage());
        });
        root.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> refresh.run());
        root.addEventFilter(KeyEvent.KEY_RELEASED, event -> refresh.run());
        root.addEventHandler(ActionEvent.ACTION, event -> refresh.run());
    }

    private final class ShellActionHandler implements Actions.ShellActions {
        @Override
        public void toggleHelp() {
            help.toggle();
        }

        @Override
        public void togglePalette() {
            palette.toggle();
        }

        @Override
        public void showSettings() {
            layers.settings().sheet().open();
        }

        @Override
        public void toggleQuestions() {
            questions.toggle();
            if (questions.frameProperty().get().isPresent()) {
                presentation.closePanels();
            }
        }

        @Override
        public void addScene() {
            scenes.add();
        }

        @Override
        public void toggleScenes() {
            scenesSheet.toggle();
        }

        @Override
        public void toggleInsight() {
            insight.toggle();
        }

        @Override
        public void focusNextRemedy() {
            insight.focusNextRemedy();
        }

        @Override
        public void toggleControls() {
            presentation.toggleControls();
        }

        @Override
        public void togglePresentation() {
            presentation.toggle();
        }

        @Override
        public void toggleFullScreen() {
            if (scene.getWindow() instanceof Stage stage) {
                FullScreen.toggle(stage);
            }
        }

        @Override
        public void showRecentFiles() {
            topBar.showRecent();
        }

        @Override
        public void scroll(double screens) {
            Optional<ScrollPane> pane =
                    insight.isOverlay() ? Optional.of(insight.pane()) : ScrollPanes.findScrollable(area.stage());
            pane.ifPresent(found -> ScrollPanes.scrollBy(found, screens));
        }

        @Override
        public boolean handleEscape() {
            return layers.notices().dismissError() || presentation.handleEscape();
        }

        @Override
        public @Nullable Node focusedNode() {
            return lastFocused;
        }
    }

    /** Where the palette finds settings: the lab's panel with its footer, and what a presentation keeps above the stage. */
    private List<Node> settingsPanels(Lab lab) {
        Region footer = lab.parts().footer();
        return Stream.<Node>of(
                        presentationBar,
                        presentation.controls().second(),
                        lab.parts().controls(),
                        footer == null ? lab.parts().controls() : footer)
                .distinct()
                .filter(panel -> panel.getScene() == scene)
                .toList();
    }

    private void focusSetting(Node setting) {
        boolean isShown = PinnedControl.isVisibleIn(setting, root);
        if (!isShown && !controls.dockedProperty().get() && !controls.isOverlay()) {
            presentation.toggleControls();
        }
        SettingRows.focus(setting);
    }
}
