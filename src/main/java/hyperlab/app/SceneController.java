package hyperlab.app;

import hyperlab.app.disk.DiskChanges;
import hyperlab.app.present.SceneList;
import hyperlab.app.present.ScenesSheet;
import hyperlab.file.RelativePaths;
import hyperlab.file.ScenesFormat;
import hyperlab.file.ScenesFormat.SavedScene;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scenes of a presentation: takes them from the stage, shows them, and opens and saves them. Showing a scene can be
 * undone in its lab, so nothing that was on stage is lost. FX thread only.
 */
final class SceneController implements ScenesSheet.SceneActions {
    private final Navigation navigation;
    private final DocumentController documents;
    private final DocumentSession session;
    private final DiskChanges disk;
    private final LabContext context;
    private final SceneList scenes = new SceneList();
    private Supplier<String> description = () -> "";

    SceneController(
            Navigation navigation,
            DocumentController documents,
            DocumentSession session,
            DiskChanges disk,
            LabContext context) {
        this.navigation = navigation;
        this.documents = documents;
        this.session = session;
        this.disk = disk;
        this.context = context;
    }

    SceneList scenes() {
        return scenes;
    }

    /** Sets what describes the state of the lab on stage in the name of a new scene. */
    void setDescription(Supplier<String> newDescription) {
        description = newDescription;
    }

    /** The lab of a scene. */
    LabName labOf(SceneList.Scene scene) {
        return navigation.labFor(scene.saved().document()).orElse(LabName.LEARN);
    }

    private SceneList.Scene onStage() {
        Lab lab = navigation.currentProperty().get();
        OpenDocument open = session.openDocument(lab);
        return new SceneList.Scene(
                new SavedScene(
                        description.get(),
                        open.document(),
                        DocumentSession.saveExtras(lab).get(),
                        lab.parts().playback().positionProperty().get()),
                open.folder());
    }

    /** Adds what is on stage after the current scene. */
    @Override
    public void add() {
        if (scenes.state().scenes().size() >= ScenesFormat.MAX_SCENES) {
            context.notices()
                    .showError(texts -> texts.get("present.scenes.full", Integer.toString(ScenesFormat.MAX_SCENES)));
            return;
        }
        scenes.add(onStage());
        String place = Integer.toString(scenes.state().current() + 1);
        String count = Integer.toString(scenes.state().scenes().size());
        context.notices().showSuccess(texts -> texts.get("present.scene.added", place, count));
    }

    @Override
    public void update(int index) {
        SceneList.Scene now = onStage();
        scenes.replace(index, scene -> now);
    }

    /** Shows the next scene, or with −1 the previous one. Says so and returns false if there is none. */
    boolean step(int by) {
        Optional<SceneList.Scene> next = scenes.step(by);
        if (next.isPresent()) {
            show(next.get());
        } else {
            context.notices().showSuccess(texts -> texts.get(by > 0 ? "present.scene.last" : "present.scene.first"));
        }
        return next.isPresent();
    }

    @Override
    public void show(int index) {
        if (index >= 0 && index < scenes.state().scenes().size()) {
            scenes.select(index).ifPresent(this::show);
        }
    }

    private void show(SceneList.Scene scene) {
        try {
            documents.showState(
                    "present.scene.show",
                    OpenDocument.unmodified(scene.saved().document(), scene.folder(), null)
                            .asUnsaved()
                            .withExtras(scene.saved().extras()));
        } catch (InvalidInputException error) {
            context.showError("present.scene.failed", error);
            return;
        }
        context.notices().succeeded("present.scene.failed");
        navigation.currentProperty().get().parts().playback().seek(scene.saved().position());
    }

    /** Asks for a file with scenes and opens it. */
    @Override
    public void open() {
        context.files().open(FilePicker.FileType.SCENES).ifPresent(documents::open);
    }

    /** Replaces the scenes with those of a file and shows the first one. */
    void show(Path file, List<SavedScene> saved) {
        Path folder = file.toAbsolutePath().getParent();
        scenes.replaceAll(
                saved.stream().map(scene -> new SceneList.Scene(scene, folder)).toList());
        documents.recent().add(file);
        context.notices().succeeded("shell.notOpened");
        show(0);
    }

    /** Asks for a file and saves the scenes there. */
    @Override
    public void save() {
        String ending = ScenesFormat.FILE_ENDING;
        context.files()
                .save(FilePicker.FileType.SCENES, "lesson" + ending)
                .map(file -> withEnding(file, ending))
                .ifPresent(this::save);
    }

    private static Path withEnding(Path file, String ending) {
        String name = Objects.toString(file.getFileName(), "");
        return name.endsWith(ending) ? file : file.resolveSibling(name + ending);
    }

    private void save(Path file) {
        List<SavedScene> saved =
                relativeTo(Optional.ofNullable(file.toAbsolutePath().getParent()));
        disk.save(
                file, () -> ScenesFormat.write(saved), () -> documents.recent().add(file));
    }

    /** The scenes with the paths of their files relative to a folder. */
    List<SavedScene> relativeTo(Optional<Path> folder) {
        return scenes.state().scenes().stream()
                .map(scene -> folder.isEmpty()
                        ? scene.saved()
                        : new SavedScene(
                                scene.saved().name(),
                                RelativePaths.rebased(scene.saved().document(), scene.folder(), folder.get()),
                                scene.saved().extras(),
                                scene.saved().position()))
                .toList();
    }
}
