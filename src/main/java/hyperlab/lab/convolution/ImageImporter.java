package hyperlab.lab.convolution;

import hyperlab.convolution.FeatureMap;
import hyperlab.convolution.InputImage;
import hyperlab.file.MatrixCsv;
import hyperlab.image.GrayImage;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** Opens user images from a file or the clipboard, and exports the feature map. FX thread only. */
final class ImageImporter {
    private final LabContext context;
    private final ConvolutionViewModel lab;

    ImageImporter(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
    }

    void choose() {
        context.files().open(FilePicker.FileType.IMAGE).ifPresent(this::open);
    }

    /** Reads an image file on a worker and shows it. An invalid file is rejected with an error message. */
    void open(Path path) {
        context.workers().run("image", () -> {
            try {
                GrayImage image = GrayImage.read(path);
                context.pulses().execute(() -> show(String.valueOf(path.getFileName()), image));
            } catch (InvalidInputException error) {
                context.pulses().execute(() -> context.showError("convolution.notOpened", error));
            }
        });
    }

    /** Opens the image on the clipboard, or reports that there is none. */
    void paste() {
        if (!openPasted()) {
            context.notices().showError(texts -> texts.get("convolution.paste.none"));
        }
    }

    /** Opens the image or the single file on the clipboard. Returns whether there was one. */
    boolean openPasted() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        @Nullable Image image = clipboard.getImage();
        if (clipboard.hasFiles() && clipboard.getFiles().size() == 1) {
            open(clipboard.getFiles().get(0).toPath());
        } else if (image != null) {
            show(context.messages().get("convolution.pasted"), GrayImage.of(SwingFXUtils.fromFXImage(image, null)));
        } else {
            return false;
        }
        return true;
    }

    private void show(String name, GrayImage picture) {
        lab.openImage(name, picture);
        context.notices().succeeded("convolution.notOpened");
        InputImage shown = lab.image();
        boolean scaled = shown.height() != picture.height() || shown.width() != picture.width();
        context.notices()
                .showSuccess(texts -> texts.get(
                        scaled ? "convolution.scaled" : "convolution.opened",
                        name,
                        Integer.toString(picture.height()),
                        Integer.toString(picture.width()),
                        Integer.toString(shown.height()),
                        Integer.toString(shown.width())));
    }

    /** Writes the values of a feature map as a CSV file that the user chooses. */
    void saveMap(FeatureMap map) {
        context.files().save(FilePicker.FileType.TABLE, "feature-map.csv").ifPresent(path -> {
            try {
                MatrixCsv.write(path, map.shape().width(), map.values());
                context.notices().succeeded("convolution.csv.notWritten");
                context.notices().showSuccess(texts -> texts.get("convolution.csv.written", path.toString()));
            } catch (InvalidInputException error) {
                context.showError("convolution.csv.notWritten", error);
            }
        });
    }
}
