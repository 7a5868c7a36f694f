package hyperlab.app;

import hyperlab.app.ask.AskController;
import hyperlab.app.ask.AskFrame;
import hyperlab.app.lesson.LessonFrame;
import hyperlab.app.notice.OpeningSign;
import hyperlab.app.palette.CommandPalette;
import hyperlab.app.palette.SettingRows;
import hyperlab.app.present.PresentationBar;
import hyperlab.app.present.PresentedControls;
import hyperlab.app.present.ScenesSheet;
import hyperlab.app.sound.LossSound;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.HasLoss;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LessonRequest;
import hyperlab.ui.Preferences;
import hyperlab.ui.concurrent.PulseClock;
import hyperlab.ui.control.ModalSheet;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.chart.ChartRequest;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.ExperimentRequest;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.playback.Playback;
import hyperlab.ui.control.playback.PlaybackBar;
import hyperlab.ui.control.slider.PinnedControl;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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

    private final LabContext context;
    private final DocumentController documentController;
    private final TopBar topBar;
    private final HelpSheet help;
    private final InsightPanel insight;
    private final ControlsPanel controls;
    private final Presentation presentation;
    private final PresentationBar presentationBar;
    private final NavigationRail rail;
    private final StackPane stage = new StackPane();
    private final StackPane playback = new StackPane();
    private final StackPane root = new StackPane();
    private final WindowLayers layers;
    private final CommandPalette palette;
    private final LossSound sound;
    private final LessonController lessons;
    private final AskController questions;
    private final SceneController scenes;
    private final ScenesSheet scenesSheet;
    private final StackPane lessonStrip = new StackPane();
    private final VBox lessonStage = new VBox(lessonStrip);
    private final HBox row = new HBox();
    private final Map<LabName, PlaybackBar> bars = new EnumMap<>(LabName.class);
    private final PulseClock clock;
    private final Scene scene;
    private final ChangeListener<Boolean> playing;
    private @Nullable Node lastFocused;

    Shell(
            LabContext context,
            Navigation navigation,
            DocumentController desk,
            Actions actions,
            WindowLayers layers,
            LessonController lessons,
            AskController questions,
            SceneController scenes) {
        this.scenes = scenes;
        this.context = context;
        this.documentController = desk;
        this.lessons = lessons;
        this.questions = questions;
        this.layers = layers;
        topBar =
                new TopBar(context.messages(), context.appearance(), actions, new RecentMenu(desk, context.messages()));
        help = new HelpSheet(context.messages(), navigation.labNames());
        insight = new InsightPanel(context.messages(), context.appearance());
        controls = new ControlsPanel(context.appearance());
        presentation = new Presentation(context.appearance(), context.messages(), controls, insight);
        presentationBar = new PresentationBar(
                context.messages(), navigation.labNames(), navigation::visit, actions::run, presentation.controls());
        sound = new LossSound(context.workers());
        clock = new PulseClock(seconds -> play(navigation.currentProperty().get(), seconds));
        playing = (observed, before, now) ->
                setPlaying(navigation.currentProperty().get(), now);
        palette = new CommandPalette(
                context.messages(),
                new WindowPaletteActions(navigation, actions, desk, lessons, this::settingsPanels, this::focusSetting),
                () -> navigation.currentProperty().get().name().id());
        scenes.setDescription(presentation.controls()::description);
        scenesSheet = new ScenesSheet(context.messages(), scenes.scenes(), scenes::labOf, new SheetActions());
        presentationBar.showScenes(scenes.scenes(), scenesSheet::toggle);
        rail = new NavigationRail(navigation, context.messages(), controls, presentation::toggleControls);
        build(new OpeningSign(navigation.openingProperty(), context.messages()));
        scene = new Scene(root, WindowBounds.WIDTH, WindowBounds.HEIGHT);
        actions.setShellActions(new ShellActionHandler());
        presentation.trackFocus(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, help::handleKey);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, scenesSheet::handleKey);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handleLessonKey);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handlePresentationKey);
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
                        showQuestion(navigation.currentProperty().get()));
        root.addEventHandler(ChartRequest.REQUESTED, actions::handleRequest);
        root.addEventHandler(
                DocumentRequest.REQUESTED,
                request -> desk.openUnsaved(request.document(), request.folder(), request.view()));
        root.addEventHandler(
                LessonRequest.REQUESTED, request -> lessons.startBundled(request.name(), request.isFromStart()));
        root.addEventHandler(ExerciseScored.SCORED, lessons::record);
        root.addEventHandler(ExperimentRequest.REQUESTED, desk::handleRequest);
        watchForChanges();
        acceptDrops();
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
        stage.setId("stage");
        stage.getStyleClass().add("stage");
        stage.setMinWidth(0);
        HBox.setHgrow(stage, Priority.ALWAYS);
        lessonStage.setMinWidth(0);
        HBox.setHgrow(lessonStage, Priority.ALWAYS);
        VBox.setVgrow(stage, Priority.ALWAYS);
        StackPane middle = new StackPane(row, controls.overlay(), insight.overlay(), openingSign, layers.noticeStack());
        VBox.setVgrow(middle, Priority.ALWAYS);
        row.getChildren().setAll(controls.column(), stage, insight.strip(), insight.column());
        lessonStrip.managedProperty().bind(lessonStrip.visibleProperty());
        lessonStrip.setVisible(false);
        VBox body = new VBox(topBar, presentationBar, presentation.controls().second(), middle, playback);
        topBar.managedProperty().bind(topBar.visibleProperty());
        HBox.setHgrow(body, Priority.ALWAYS);
        BorderPane frame = new BorderPane(body);
        frame.setLeft(rail);
        root.setId("shell");
        root.getChildren().addAll(frame, scenesSheet, help);
        addSheet(palette.sheet());
        addSheet(layers.settings().sheet());
        playback.getStyleClass().add("playback");
        // Until another lab is open, the bar still belongs to the one before.
        playback.opacityProperty()
                .bind(Bindings.when(openingSign.visibleProperty()).then(0.0).otherwise(1.0));
    }

    /** Ends what is still heard. */
    void close() {
        sound.stop();
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
            sound.stop();
        }
    }

    /** Without motion, playing goes to its end at once; what is still to be computed runs as fast as it can. */
    private void setPlaying(Lab lab, boolean now) {
        Playback playback = lab.parts().playback();
        boolean jumps = now && layers.preferences().get().reducedMotion();
        if (jumps && !playback.isLive()) {
            playback.toEnd();
            return;
        }
        if (jumps) {
            playback.speedProperty().set(playback.speedCount() - 1);
        }
        clock.run(now);
        if (!now) {
            sound.stop();
        }
    }

    private void play(Lab lab, double seconds) {
        lab.parts().playback().advance(seconds);
        // A tone would tell the answer of an open question.
        if (layers.preferences().get().audibleLoss()
                && questions.frameProperty().get().isEmpty()) {
            lab.feature(HasLoss.class).ifPresent(has -> sound.play(has.currentLoss()));
        }
    }

    /** Turns presentation mode on or off. */
    void present(boolean now) {
        presentation.setPresenting(now);
    }

    private void change(Lab before, Lab now) {
        before.parts().playback().playingProperty().removeListener(playing);
        clock.run(false);
        sound.stop();
        layers.notices().leave(before.name());
        show(now);
    }

    private void show(Lab lab) {
        topBar.show(lab);
        presentationBar.show(lab);
        controls.show(lab);
        stage.getChildren().setAll(lab.parts().stage());
        insight.show(lab.parts().insight());
        presentation.show(lab);
        boolean plays = lab.parts().insight() != null;
        playback.getChildren().setAll(plays ? List.of(bar(lab)) : List.of());
        playback.setManaged(plays);
        playback.setVisible(plays);
        presentationBar.followPages(stage);
        lab.parts().playback().playingProperty().addListener(playing);
        clock.run(lab.parts().playback().playingProperty().get());
        // Otherwise the first button has the focus, and Space presses it instead of starting playback.
        root.requestFocus();
    }

    /** Shows the lesson around the stage, or the lab's own panels again. */
    private void showLesson(Lab lab) {
        Optional<LessonFrame> frame = lessons.frameProperty().get();
        presentation.suspend(frame.isPresent());
        if (frame.isEmpty()) {
            lessonStrip.visibleProperty().unbind();
            lessonStrip.setVisible(false);
            lessonStrip.getChildren().clear();
            lessonStage.getChildren().setAll(lessonStrip);
            row.getChildren().setAll(controls.column(), stage, insight.strip(), insight.column());
            show(lab);
            updateNarrow();
            return;
        }
        LessonFrame lesson = frame.get();
        controls.close();
        insight.close();
        topBar.showLesson(lessons.title());
        lessonStrip.getChildren().setAll(lesson.strip());
        lessonStrip.visibleProperty().bind(lesson.strip().visibleProperty());
        row.getChildren().clear();
        lessonStage.getChildren().setAll(lessonStrip, stage);
        row.getChildren().setAll(lesson.panel(), lessonStage);
        updateNarrow();
        stage.getChildren().setAll(lab.parts().stage(), lesson.overlay());
        playback.getChildren().setAll(lesson.bar());
        playback.setManaged(true);
        playback.setVisible(true);
        root.requestFocus();
        lesson.focus();
    }

    /** Shows the card of a question next to the stage, and hides what tells the answer; or shows everything again. */
    private void showQuestion(Lab lab) {
        Optional<AskFrame> frame = questions.frameProperty().get();
        if (frame.isPresent()) {
            AskFrame asking = frame.get();
            asking.hidingProperty().addListener((observed, before, now) -> showHiding(lab, asking, now));
            placeQuestion(lab, asking);
            root.requestFocus();
        } else {
            stage.getChildren().setAll(lab.parts().stage());
            insight.ask(null, false);
            setAnswersVisible(lab, true);
        }
    }

    /** Next to the stage, or in a narrow window above it. */
    private void placeQuestion(Lab lab, AskFrame asking) {
        boolean bar = isNarrow();
        asking.setBar(bar);
        showHiding(lab, asking, asking.hidingProperty().get());
        stage.getChildren()
                .setAll(bar ? List.of(asking.aboveStage()) : List.of(lab.parts().stage(), asking.overlay()));
    }

    private void showHiding(Lab lab, AskFrame asking, boolean hiding) {
        if (questions.frameProperty().get().filter(asking::equals).isPresent()) {
            insight.ask(isNarrow() ? null : asking.card(), hiding);
            setAnswersVisible(lab, !hiding);
        }
    }

    /** Shows or hides what may tell an answer outside of the stage. */
    private void setAnswersVisible(Lab lab, boolean visible) {
        topBar.setAnswersVisible(visible);
        playback.getChildren().forEach(bar -> bar.setVisible(visible));
        Node footer = lab.parts().footer();
        if (footer != null) {
            footer.setVisible(visible);
        }
    }

    private void handleLessonKey(KeyEvent event) {
        if (hasOpenSheet()) {
            return;
        }
        if (!help.isVisible()
                && questions
                        .frameProperty()
                        .get()
                        .filter(asking -> asking.handleKey(event, scene.getFocusOwner()))
                        .isPresent()) {
            event.consume();
            return;
        }
        lessons.frameProperty()
                .get()
                .filter(lesson -> !event.isConsumed() && lesson.handleKey(event, scene.getFocusOwner()))
                .ifPresent(lesson -> event.consume());
    }

    private void handlePresentationKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (event.isConsumed()
                || !plain
                || hasOpenSheet()
                || help.isVisible()
                || hasOpenSheet()
                || !presentationBar.isVisible()
                || scene.getFocusOwner() instanceof TextInputControl) {
            return;
        }
        boolean used = switch (event.getCode()) {
            case V -> presentationBar.turnPage(event.isShiftDown() ? -1 : 1);
            case CLOSE_BRACKET, PAGE_DOWN -> scenes.step(1) || presentationBar.turnPage(1);
            case OPEN_BRACKET, PAGE_UP -> scenes.step(-1) || presentationBar.turnPage(-1);
            default -> presentation.controls().handleKey(event);
        };
        if (used) {
            event.consume();
        }
    }

    private PlaybackBar bar(Lab lab) {
        return bars.computeIfAbsent(lab.name(), name -> {
            PlaybackBar bar = new PlaybackBar(lab.parts().playback(), context.messages());
            bar.setNarrow(isNarrow());
            return bar;
        });
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
        presentationBar.followPages(stage);
        controls.setNarrow(isNarrow());
        insight.setNarrow(isNarrow());
        topBar.setNarrow(isNarrow());
        bars.values().forEach(bar -> bar.setNarrow(isNarrow()));
        questions
                .frameProperty()
                .get()
                .filter(asking -> asking.isBar() != isNarrow())
                .ifPresent(asking -> placeQuestion(asking.lab(), asking));
    }

    /** Any user action may have changed the document, so the title is updated after each. */
    private void watchForChanges() {
        Runnable refresh = () -> context.pulses().execute(() -> {
            documentController.refresh();
            presentation.refresh();
            presentationBar.followPages(stage);
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
        public void showRecentFiles() {
            topBar.showRecent();
        }

        @Override
        public void scroll(double screens) {
            Optional<ScrollPane> pane =
                    insight.isOverlay() ? Optional.of(insight.pane()) : ScrollPanes.findScrollable(stage);
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
        if (!isShown && !controls.besideProperty().get() && !controls.isOverlay()) {
            presentation.toggleControls();
        }
        SettingRows.focus(setting);
    }

    /** What the list of scenes does in this window. */
    private final class SheetActions implements ScenesSheet.SceneActions {
        @Override
        public void show(int index) {
            scenes.show(index);
        }

        @Override
        public void add() {
            scenes.add();
        }

        @Override
        public void update(int index) {
            scenes.update(index);
        }

        @Override
        public void open() {
            scenes.open();
        }

        @Override
        public void save() {
            scenes.save();
        }
    }

    private void acceptDrops() {
        Parent target = root;
        target.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()
                    || PastedText.isDocument(event.getDragboard().getString())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            String text = event.getDragboard().getString();
            if (files.isEmpty() && PastedText.isDocument(text)) {
                documentController.paste(text);
            } else {
                documentController.drop(files);
            }
            event.setDropCompleted(!files.isEmpty() || PastedText.isDocument(text));
            event.consume();
        });
    }
}
