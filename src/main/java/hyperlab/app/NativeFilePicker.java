package hyperlab.app;

import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The platform's file dialogs; each starts in the folder of the last chosen file. */
final class NativeFilePicker implements FilePicker {
    private final Supplier<@Nullable Window> owner;
    private final Messages messages;
    private @Nullable Path folder;

    NativeFilePicker(Supplier<@Nullable Window> owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public Optional<Path> open(FileType kind) {
        return remember(chooser(kind).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> save(FileType kind, String suggestedName) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    private FileChooser chooser(FileType kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get(kind.nameKey()), kind.patterns()));
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.toPath().toAbsolutePath().getParent();
        return Optional.of(chosen.toPath());
    }
}
