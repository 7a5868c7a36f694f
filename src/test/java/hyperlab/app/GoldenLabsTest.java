package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.Theme;
import hyperlab.ui.UnusedClasses;
import hyperlab.ui.WindowTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * The whole window with each lab looks like its picture in {@code src/test/resources/hyperlab/app/golden}, alternately
 * in English and Korean, light and dark. A picture that differs is written to {@code target/golden}, with the places in
 * red next to it. {@code mvn test -Dtest=GoldenLabsTest -Dhyperlab.golden=renew} replaces the pictures; look at them
 * before they are committed.
 */
@WindowTest
class GoldenLabsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hyperlab", "app", "golden");
    private static final Path OUTPUT = Path.of("target", "golden");
    private static final boolean RENEW = "renew".equals(System.getProperty("hyperlab.golden"));
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    /**
     * How long a lab may take until it looks as it should; what it computes in the background takes a second or two.
     */
    private static final long TIMEOUT_MILLIS = 60_000;

    private static final long POLL_MILLIS = 300;
    /** A lab is finished if it has not changed for this long; only when the pictures are renewed. */
    private static final long QUIET_MILLIS = 3_000;

    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        wiring = new TestWindow(stage, folder, "--language", "en", "--theme", "light").wiring();
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        prepareLabs();
    }

    /** Prepares the labs as while the user does nothing, but change the language, the theme and the size after each step. */
    private void prepareLabs() {
        boolean isChanged = false;
        while (wiring.preparing().advance()) {
            isChanged = !isChanged;
            wiring.messages().languageProperty().set(isChanged ? Language.KOREAN : Language.ENGLISH);
            wiring.appearance().themeProperty().set(isChanged ? Theme.DARK : Theme.LIGHT);
            wiring.appearance().presentationProperty().set(isChanged);
        }
        wiring.appearance().presentationProperty().set(false);
    }

    @Stop
    void close() {
        wiring.close();
    }

    @Test
    void everyLabLooksLikeItsPicture(FxRobot robot) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        Set<String> unthemed = new TreeSet<>();
        Set<LabName> seen = EnumSet.noneOf(LabName.class);
        LabName[] labs = LabName.values();
        for (int i = 0; i < labs.length; i++) {
            LabName lab = labs[i];
            Language language = i % 2 == 0 ? Language.ENGLISH : Language.KOREAN;
            Theme theme = i % 4 < 2 ? Theme.LIGHT : Theme.DARK;
            robot.interact(() -> {
                wiring.messages().languageProperty().set(language);
                wiring.appearance().themeProperty().set(theme);
                wiring.navigation().show(lab);
            });
            robot.interact(() -> prepare(lab));
            String fault = RENEW ? renew(robot, lab) : compare(robot, lab);
            if (fault != null) {
                faults.add(fault);
            }
            seen.add(lab);
            robot.interact(
                    () -> unthemed.addAll(UnusedClasses.in(stage.getScene().getRoot())));
        }
        assertEquals(EnumSet.allOf(LabName.class), seen);
        assertEquals(Set.of(), unthemed, "controls without the rules of the theme");
        assertEquals("", String.join("\n", faults));
    }

    /** Shows something that does not depend on the speed of the machine. */
    private void prepare(LabName lab) {
        switch (lab) {
            case LEARNING_RATE -> step(5);
            case TRAINING -> step(1);
            // The table of the other topic has measured times.
            case ACTIVATION ->
                ((ToggleButton) Objects.requireNonNull(stage.getScene().lookup("#activation-topic-1"))).fire();
            // A map of runs takes longer than one of a closed form.
            case MAP -> wiring.documentController().open(Path.of("assets", "pages", "try", "momentum-map.json"));
            case BATCH_SIZE, CONVOLUTION, TUNING, CASES, LEARN -> {}
        }
    }

    private void step(int steps) {
        for (int k = 0; k < steps; k++) {
            wiring.navigation().currentProperty().get().parts().playback().stepForward();
        }
    }

    private @Nullable String compare(FxRobot robot, LabName lab) throws IOException, InterruptedException {
        Path file = GOLDEN.resolve(lab.id() + ".png");
        if (!Files.exists(file)) {
            write(picture(robot), lab.id());
            return lab.id() + " has no picture in " + GOLDEN + "; what was drawn is in " + OUTPUT;
        }
        BufferedImage golden = ImageIO.read(file.toFile());
        long end = System.currentTimeMillis() + TIMEOUT_MILLIS;
        BufferedImage picture = picture(robot);
        PictureDifference difference = new PictureDifference(golden, picture);
        while (difference.fault() != null && System.currentTimeMillis() < end) {
            Thread.sleep(POLL_MILLIS);
            picture = picture(robot);
            difference = new PictureDifference(golden, picture);
        }
        String fault = difference.fault();
        if (fault == null) {
            return null;
        }
        write(picture, lab.id());
        write(difference.marked(), lab.id() + "-differences");
        return lab.id() + ": " + fault + "; see " + OUTPUT;
    }

    private static void write(BufferedImage picture, String name) throws IOException {
        Files.createDirectories(OUTPUT);
        ImageIO.write(picture, "png", OUTPUT.resolve(name + ".png").toFile());
    }

    private @Nullable String renew(FxRobot robot, LabName lab) throws IOException, InterruptedException {
        BufferedImage picture = picture(robot);
        long since = System.currentTimeMillis();
        long end = since + TIMEOUT_MILLIS;
        while (System.currentTimeMillis() - since < QUIET_MILLIS) {
            Thread.sleep(POLL_MILLIS);
            BufferedImage next = picture(robot);
            if (!new PictureDifference(picture, next).isExact()) {
                picture = next;
                since = System.currentTimeMillis();
            }
            if (since > end) {
                return lab.id() + " does not come to rest";
            }
        }
        Files.createDirectories(GOLDEN);
        ImageIO.write(
                PalettePicture.of(picture),
                "png",
                GOLDEN.resolve(lab.id() + ".png").toFile());
        return null;
    }

    private BufferedImage picture(FxRobot robot) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            WritableImage image = stage.getScene().snapshot(null);
            int[] pixels = new int[WIDTH * HEIGHT];
            image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            picture.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
        });
        return picture;
    }
}
