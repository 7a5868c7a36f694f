package hyperlab.lab.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.MarkerShape;
import hyperlab.convolution.ConvolutionDoctor;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.GeometryChange;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.convolution.ShiftSensitivity;
import hyperlab.convolution.UserImage;
import hyperlab.file.Document;
import hyperlab.finding.Finding;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Remedy;
import hyperlab.image.GrayImage;
import hyperlab.image.KnownFilter;
import hyperlab.nn.Pooling;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.StudyRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ConvolutionViewModelTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final List<String> refused = new ArrayList<>();
    private final ConvolutionViewModel lab =
            new ConvolutionViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));
    private final ConvolutionSettings settings = lab.settings();

    private ConvolutionSnapshot moment() {
        return lab.viewStateProperty().get();
    }

    private ConvolutionLabSettings setup() {
        return lab.setup();
    }

    /** A network that is small enough to be trained quickly. */
    private void smallNetwork() {
        settings.dataProperty().set("digits");
        settings.samplesProperty().set(200);
        settings.firstFiltersProperty().set(4);
        settings.secondFiltersProperty().set(3);
        settings.networkKernelProperty().set(3);
        settings.epochsProperty().set(2);
    }

    /** When the slider is dragged to one pixel and back, the numbers that do not fit on the way come back. */
    @Test
    void kernelSurvivesASmallerSizeOnTheWay() {
        KernelSelection sobel = lab.settings().kernelProperty().get();
        for (int side : new int[] {5, 1, 2, 3}) {
            lab.settings().kernelSizeProperty().set(side);
        }
        assertEquals(sobel, lab.settings().kernelProperty().get());
        lab.settings().kernelSizeProperty().set(5);
        KernelSelection padded = lab.settings().kernelProperty().get();
        KernelSelection changed = padded.withElement(0, 4);
        lab.settings().kernelProperty().set(changed);
        lab.settings().kernelSizeProperty().set(7);
        assertEquals(changed.withSide(7), lab.settings().kernelProperty().get());
    }

    @Test
    void opensWithADigitAndSobelFilter() {
        assertEquals(169, moment().map().positionCount());
        assertEquals(168, lab.playback().lengthProperty().get());
        assertEquals(ConvolutionViewModel.START_POSITION, moment().position());
        FeatureMapStep step = FeatureMapStep.of(moment());
        assertEquals(step.sum, step.added, 1e-12);
        assertEquals(10, moment().top(71));
        assertEquals(12, moment().left(71));
        assertTrue(moment().hasNextInRow());
    }

    private record FeatureMapStep(double sum, double added) {
        static FeatureMapStep of(ConvolutionSnapshot snapshot) {
            return new FeatureMapStep(
                    snapshot.step().sum(),
                    DoubleStream.of(snapshot.step().products()).sum());
        }
    }

    /** A textbook example: 28 × 28 pixels, kernel 5, stride 2, padding 1. */
    @Test
    void kernelFiveStrideTwoPaddingOneGivesThirteenByThirteen() {
        settings.kernelSizeProperty().set(5);
        settings.paddingProperty().set(1);
        assertEquals(13, moment().map().shape().height());
        assertEquals(13, moment().map().shape().width());
        String formula = ConvolutionFormulas.size(moment().map());
        assertTrue(formula.contains("\\frac{28 + 2 \\cdot 1 - 1 \\cdot (5 - 1) - 1}{2}"), formula);
        assertTrue(formula.contains("\\lfloor 12.5 \\rfloor + 1 = 13"), formula);
        String words = new ConvolutionText(ENGLISH).outputText(moment().map());
        assertEquals(
                "All 28 × 28 pixels are read. The output is **13 × 13**. Left over at the far edge, padding"
                        + " included: rows 1, columns 1.",
                words);
        assertEquals(
                List.of("convolution.doctor.remainder"),
                findings().stream().map(Finding::key).toList());
        assertEquals(1, moment().remainingRows());
        assertEquals(1, moment().remainingColumns());
    }

    @Test
    void everyChangeCanBeUndone() {
        ConvolutionLabSettings first = setup();
        settings.strideProperty().set(1);
        settings.paddingProperty().set(2);
        settings.dilationProperty().set(3);
        settings.kernelSizeProperty().set(5);
        settings.poolingProperty().set(Pooling.AVERAGE);
        settings.filtersProperty().set(16);
        settings.filterProperty().set("box");
        settings.sampleProperty().set(20);
        settings.shiftProperty().set(2);
        settings.epochsProperty().set(9);
        lab.editKernel(0, 7);
        assertEquals(7, setup().kernel().values().get(0));
        assertEquals(KernelSelection.USER_DEFINED, settings.filterProperty().get());
        for (int k = 0; k < 11; k++) {
            assertTrue(lab.undo().canUndoProperty().get());
            lab.undo().undo();
        }
        assertEquals(first, setup());
        assertFalse(lab.undo().canUndoProperty().get());
        assertEquals(2, settings.strideProperty().get());
        assertEquals("sobelX", settings.filterProperty().get());
        lab.undo().redo();
        assertEquals(1, setup().stride());
        assertEquals(List.of(), refused);
    }

    @Test
    void rejectsEmptyOutputWithoutChangingState() {
        settings.imageProperty().set(ImageSelection.of("digits"));
        settings.kernelSizeProperty().set(9);
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).startsWith("kernel leaves no pixel"), refused::toString);
        assertEquals(3, settings.kernelSizeProperty().get());
        settings.strideProperty().set(4);
        settings.poolProperty().set(3);
        settings.poolingProperty().set(Pooling.MAX);
        assertEquals(2, refused.size());
        assertEquals(Pooling.NONE, setup().pooling());
        settings.networkPoolProperty().set(3);
        settings.dataProperty().set("digits");
        assertEquals(3, refused.size());
        assertEquals("mnist", settings.dataProperty().get());
        assertEquals(3, setup().kernel().side());
    }

    @Test
    void filterPreservesItsSizeWhenAvailable() {
        settings.filterProperty().set("box");
        settings.kernelSizeProperty().set(7);
        settings.filterProperty().set("gaussian");
        assertEquals(7, setup().kernel().side());
        settings.filterProperty().set("laplacian");
        assertEquals(3, setup().kernel().side());
        settings.filterProperty().set("own");
        assertEquals(KernelSelection.USER_DEFINED, setup().kernel().filter());
        settings.kernelSizeProperty().set(4);
        settings.filterProperty().set("identity");
        assertEquals(3, setup().kernel().side());
    }

    @Test
    void placesKernelNearestToPixelAndSeeksByCell() {
        lab.centerKernelAt(0, 0);
        assertEquals(0, moment().position());
        lab.centerKernelAt(27, 27);
        assertEquals(168, moment().position());
        lab.centerKernelAt(13, 5);
        assertEquals(6 * 13 + 2, moment().position());
        lab.seek(3, 4);
        assertEquals(3 * 13 + 4, moment().position());
        assertFalse(moment().hasNextInRow() && moment().map().column(moment().position()) == 12);
    }

    @Test
    void undoReturnsToTheSameCell() {
        lab.seek(7, 4);
        int chosen = lab.playback().positionProperty().get();
        lab.settings().strideProperty().set(5);
        lab.undo().settle();
        lab.settings().kernelSizeProperty().set(8);
        lab.undo().settle();
        assertNotEquals(chosen, lab.playback().positionProperty().get());
        lab.undo().undo();
        lab.undo().undo();
        assertEquals(chosen, lab.playback().positionProperty().get());
    }

    @Test
    void mapShrinksUnderThePlayHead() {
        lab.playback().toEnd();
        assertEquals(168, moment().position());
        settings.strideProperty().set(5);
        assertEquals(35, moment().position());
        assertEquals(35, lab.playback().lengthProperty().get());
    }

    // images

    @Test
    void strokeIsOneChangeAndCanvasCanBeToggled() {
        lab.drawing().enabledProperty().set(true);
        lab.undo().settle();
        lab.drawing().paint(3, 3, false);
        lab.drawing().paint(3, 4, false);
        lab.undo().settle();
        UserImage own = Objects.requireNonNull(setup().image().userImage());
        assertEquals(1, own.image().pixels()[3 * 28 + 4]);
        assertEquals(28, own.height());
        lab.undo().undo();
        assertEquals(ConvolutionLabSettings.DEFAULT.image(), setup().image());
        lab.chooseSource("temple");
        lab.drawing().paint(0, 0, false);
        assertEquals(28, lab.image().height());
        lab.drawing().clear();
        assertEquals(UserImage.blankDrawing(), setup().image().userImage());
        assertTrue(lab.drawing().enabledProperty().get());
        lab.drawing().enabledProperty().set(false);
        lab.chooseSource("temple");
        lab.drawing().enabledProperty().set(true);
        assertEquals(UserImage.blankDrawing(), setup().image().userImage(), "before the first stroke");
        lab.undo().undo();
        assertEquals("temple", setup().image().source());
        lab.chooseSource("mnist");
        assertEquals(5, setup().image().label());
    }

    @Test
    void textSaysWhichPoolingHelpsMore() {
        ConvolutionText text = new ConvolutionText(Texts.in(Language.ENGLISH));
        assertTrue(text.poolingText(0.6, 0.460, 0.461).contains("46.1\u00a0%. Here the two kinds"));
        assertTrue(text.poolingText(0.6, 0.40, 0.45).contains("Max pooling helps more"));
        assertTrue(text.poolingText(0.6, 0.45, 0.40).contains("Average pooling helps more"));
        assertTrue(text.poolingText(0.6, Double.NaN, Double.NaN).contains("no pooling"));
    }

    @Test
    void fastStrokeIsConnected() {
        lab.drawing().clear();
        lab.drawing().paint(4, 2, false);
        lab.drawing().paintTo(10, 20, false);
        for (int column = 2; column <= 20; column++) {
            int row = (int) Math.rint(4 + (column - 2) / 3.0);
            assertEquals(1, lab.image().pixels()[row * 28 + column], "column " + column);
        }
        lab.drawing().endStroke();
        lab.drawing().paintTo(26, 2, false);
        assertEquals(0, lab.image().pixels()[18 * 28 + 11], "a new stroke is not joined to the last one");
        lab.drawing().paint(26, 2, true);
        lab.drawing().paintTo(26, 8, true);
        assertEquals(0, lab.image().pixels()[26 * 28 + 5]);
    }

    @Test
    void drawsByKeyboard() {
        lab.drawing().clear();
        assertEquals(new ImageDrawing.Pen(14, 14), lab.drawing().penProperty().get());
        lab.drawing().movePen(-1, 2);
        lab.drawing().paintAtPen(false);
        assertEquals(1, lab.image().pixels()[13 * 28 + 16]);
        lab.drawing().paintAtPen(true);
        assertEquals(0, DoubleStream.of(lab.image().pixels()).sum());
        lab.drawing().movePen(100, -100);
        assertEquals(new ImageDrawing.Pen(27, 0), lab.drawing().penProperty().get());
    }

    @Test
    void scalesCustomImageToFit() {
        lab.openImage("wide.png", new GrayImage(300, 600, new double[180_000]));
        assertEquals(128, lab.image().height());
        assertEquals(256, lab.image().width());
        assertEquals(
                "wide.png", Objects.requireNonNull(setup().image().userImage()).name());
        String formula = ConvolutionFormulas.size(moment().map());
        assertTrue(formula.contains("= 63") && formula.contains("= 127"), formula);
        lab.undo().undo();
        assertEquals(28, lab.image().height());
    }

    // documents

    @Test
    void restoresDocumentAndClearsUndoHistory() {
        settings.strideProperty().set(1);
        Document document = lab.document();
        settings.filterProperty().set("box");
        lab.open(document);
        assertEquals(document, lab.document());
        assertFalse(lab.undo().canUndoProperty().get());
        assertEquals(13 * 26 + 13, moment().position());
        ConvolutionLabSettings nothing = ConvolutionLabSettings.DEFAULT
                .withImage(ImageSelection.of("digits"))
                .withKernel(KernelSelection.of(KnownFilter.BOX, 11));
        assertThrows(InvalidInputException.class, () -> lab.open(new Document.OfConvolution(nothing)));
        assertEquals(document, lab.document());
    }

    // the doctor

    private List<Finding<NoEvidence, GeometryChange>> findings() {
        return ConvolutionDoctor.examine(ConvolutionDoctor.Input.of(moment().map()));
    }

    @Test
    void remedyCoversAllPixelsAndCanBeUndoneInOneStep() {
        Remedy<GeometryChange> remedy = Objects.requireNonNull(findings().get(0).remedy());
        lab.applyRemedy(remedy.change());
        assertEquals(1, setup().padding());
        assertEquals(0, moment().map().unreadPixels());
        lab.undo().undo();
        assertEquals(0, setup().padding());
    }

    @Test
    void everyRemedyChangesItsSetting() {
        settings.strideProperty().set(5);
        lab.applyRemedy(Objects.requireNonNull(findings().get(0).remedy()).change());
        assertEquals(3, setup().stride());
        settings.strideProperty().set(1);
        assertEquals(List.of(), findings());
        settings.kernelSizeProperty().set(4);
        lab.applyRemedy(Objects.requireNonNull(findings().get(0).remedy()).change());
        assertEquals(5, setup().kernel().side());
        settings.kernelSizeProperty().set(3);
        settings.poolProperty().set(4);
        settings.poolingProperty().set(Pooling.MAX);
        assertEquals(
                List.of("convolution.doctor.pool"),
                findings().stream().map(Finding::key).toList());
    }

    // the network

    @Test
    void showsNetworkBeforeTrainingAndTrainsLive() {
        smallNetwork();
        assertEquals(0, lab.network().responseProperty().get().network().step());
        List<Long> steps = new ArrayList<>();
        lab.network()
                .responseProperty()
                .addListener((observed, before, now) -> steps.add(now.network().step()));
        lab.network().startTraining();
        assertEquals(
                StudyRunner.StudyState.DONE,
                lab.network().training().statusProperty().get().state());
        assertEquals(10, lab.network().responseProperty().get().network().step());
        assertEquals(
                3, lab.network().responseProperty().get().network().reports().size());
        assertTrue(steps.size() >= 3, steps::toString);
        assertEquals(
                1,
                DoubleStream.of(lab.network()
                                .responseProperty()
                                .get()
                                .activations()
                                .probabilities())
                        .sum(),
                1e-9);
        double[] before = lab.network().responseProperty().get().activations().probabilities();
        settings.shiftProperty().set(3);
        assertNotEquals(
                before[0], lab.network().responseProperty().get().activations().probabilities()[0]);
        settings.epochsProperty().set(3);
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.network().training().statusProperty().get().state());
        assertEquals(0, lab.network().responseProperty().get().network().step());
    }

    @Test
    void discardsResultsOfAnotherNetwork() {
        Deque<Runnable> atWork = new ArrayDeque<>();
        Deque<Runnable> pulses = new ArrayDeque<>();
        ConvolutionViewModel slow =
                new ConvolutionViewModel((name, work) -> atWork.add(work), pulses::add, error -> {});
        ConvNetResponse first = slow.network().responseProperty().get();
        slow.settings().shiftProperty().set(1);
        atWork.remove().run();
        slow.settings().networkKernelProperty().set(3);
        while (!pulses.isEmpty()) {
            pulses.remove().run();
        }
        assertSame(first, slow.network().responseProperty().get());
        while (!atWork.isEmpty()) {
            atWork.remove().run();
        }
        while (!pulses.isEmpty()) {
            pulses.remove().run();
        }
        assertEquals(
                3, slow.network().responseProperty().get().network().settings().kernel());
        assertArrayEquals(
                slow.image().shifted(1, 0).pixels(),
                slow.network().responseProperty().get().image().pixels());
    }

    @Test
    void trainingStartsWithTheDisplayedKernels() {
        smallNetwork();
        double[][][][] seen = lab.network().responseProperty().get().network().filters(0);
        List<double[][][][]> first = new ArrayList<>();
        lab.network().training().statusProperty().addListener((observed, before, now) -> {
            if (!now.results().isEmpty()) {
                first.add(now.results().get(0).filters(0));
            }
        });
        lab.network().startTraining();
        assertArrayEquals(seen[0][0][0], first.get(0)[0][0][0]);
    }

    @Test
    void learnedKernelSlides() {
        smallNetwork();
        lab.network().startTraining();
        lab.pageProperty().set(ConvolutionPage.LEARN);
        assertEquals(15, lab.playback().lengthProperty().get());
        lab.slideLearnedKernel(2);
        assertEquals(ConvolutionPage.SLIDE, lab.pageProperty().get());
        assertEquals(3, setup().kernel().side());
        assertEquals(
                lab.network().currentNetwork().filters(0)[2][0][1][1],
                setup().kernel().values().get(4));
        lab.undo().undo();
        assertEquals("sobelX", setup().kernel().filter());
        assertEquals(ConvolutionViewModel.START_POSITION, moment().position());
    }

    @Test
    void activationOpensItsSumOfProducts() {
        ConvNetResponse response = lab.network().responseProperty().get();
        NetworkSnapshot.LayerMaps maps = response.activations().maps().get(0);
        int row = 12;
        int column = 17;
        for (int filter : new int[] {0, 3}) {
            lab.pageProperty().set(ConvolutionPage.LEARN);
            assertTrue(lab.openActivation(filter, row, column));
            assertEquals(ConvolutionPage.SLIDE, lab.pageProperty().get());
            assertEquals(row, moment().step().row());
            assertEquals(column, moment().step().column());
            int size = maps.shape().height() * maps.shape().width();
            double activation = maps.values()[filter * size + row * maps.shape().width() + column];
            double sum = moment().step().sum() + response.network().biases(0)[filter];
            assertEquals(activation, Math.max(0, sum), 1e-12);
            lab.undo().undo();
            assertEquals("sobelX", setup().kernel().filter());
            assertEquals(ConvolutionViewModel.START_POSITION, moment().position());
            lab.undo().redo();
            assertEquals(row, moment().step().row());
            assertEquals(column, moment().step().column());
            lab.undo().undo();
        }
        lab.settings().shiftProperty().set(2);
        assertFalse(lab.openActivation(0, row, column));
    }

    @Test
    void measuresStudyAndDiscardsItWithItsNetwork() {
        smallNetwork();
        settings.samplesProperty().set(100);
        settings.epochsProperty().set(1);
        settings.secondFiltersProperty().set(0);
        lab.pageProperty().set(ConvolutionPage.MEASURE);
        lab.network().startStudy();
        assertEquals(
                StudyRunner.StudyState.DONE,
                lab.network().study().statusProperty().get().state());
        assertEquals(12, lab.network().study().statusProperty().get().results().size());
        String words = new ConvolutionText(ENGLISH)
                .studyText(lab.network().study().statusProperty().get().results());
        assertTrue(words.startsWith("Highest median so far: kernel "), words);
        assertEquals(11, lab.playback().lengthProperty().get());
        assertEquals(11, lab.playback().positionProperty().get(), "the newest");
        lab.playback().seek(5);
        KernelSizeStudy.KernelSizeResult now = Objects.requireNonNull(lab.currentStudyResult());
        assertEquals(lab.network().study().statusProperty().get().results().get(5), now);
        assertEquals(
                "k = " + now.kernel() + ", s = " + now.stride(),
                lab.playback().labelsProperty().get().apply(5));
        lab.pageProperty().set(ConvolutionPage.SLIDE);
        assertNull(lab.currentStudyResult());
        assertEquals("6", lab.playback().labelsProperty().get().apply(5));
        lab.pageProperty().set(ConvolutionPage.MEASURE);
        settings.networkKernelProperty().set(5);
        assertEquals(12, lab.network().study().statusProperty().get().results().size());
        settings.networkPoolProperty().set(1);
        assertEquals(
                StudyRunner.StudyState.NONE,
                lab.network().study().statusProperty().get().state());
        assertEquals(0, lab.playback().lengthProperty().get());
        assertNull(lab.currentStudyResult());
        lab.pause();
        assertNotNull(lab.network().responseProperty().get());
    }

    @Test
    void twoKindsOfPoolingThatAgreeCanBeToldApart() {
        ConvNetResponse response = lab.network().responseProperty().get();
        ConvNetChartContent content = new ConvNetChartContent(Texts.in(Language.ENGLISH));
        List<ErrorBarLine> lines = content.invariance(response, 0).lines();
        CurveStyle max = line(lines, "after max").curveStyle();
        CurveStyle average = line(lines, "after average").curveStyle();
        assertTrue(lines.indexOf(line(lines, "after max")) < lines.indexOf(line(lines, "after average")));
        assertEquals(Dash.SOLID, max.dash());
        assertNotEquals(Dash.SOLID, average.dash(), "the line below is seen through the gaps");
        assertTrue(average.width() < max.width());
        assertEquals(List.of(MarkerShape.NONE, MarkerShape.NONE), List.of(max.marker(), average.marker()));

        ShiftSensitivity.ShiftResult near = new ShiftSensitivity.ShiftResult(-1, 0.5, 0.4, 0.42, 0.9);
        ShiftSensitivity.ShiftResult far = new ShiftSensitivity.ShiftResult(-2, 0.7, 0.5, 0.58, 0.8);
        ConvolutionText words = new ConvolutionText(Texts.in(Language.ENGLISH));
        assertEquals(
                "max and average pooling up to 0.08 apart, most at shift −2, the digit shifted sideways",
                words.shiftsText(new ShiftSensitivity(List.of(near, far), 5)));
        ShiftSensitivity.ShiftResult equal = new ShiftSensitivity.ShiftResult(1, 0.5, 0.4, 0.4, 0.9);
        ShiftSensitivity.ShiftResult none = new ShiftSensitivity.ShiftResult(2, 0.5, Double.NaN, Double.NaN, 0.9);
        assertEquals("the digit shifted sideways", words.shiftsText(new ShiftSensitivity(List.of(equal, none), 5)));
    }

    private static ErrorBarLine line(List<ErrorBarLine> lines, String name) {
        return lines.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allTextIsAvailableInBothLanguages() {
        settings.strideProperty().set(3);
        settings.dilationProperty().set(2);
        settings.poolingProperty().set(Pooling.MAX);
        smallNetwork();
        lab.network().startTraining();
        for (Language language : Language.values()) {
            ConvolutionText words = new ConvolutionText(Texts.in(language));
            ConvNetChartContent drawn = new ConvNetChartContent(Texts.in(language));
            ConvolutionChartContent chartContent = new ConvolutionChartContent(Texts.in(language));
            for (String text : List.of(
                    words.subtitle(setup(), ConvolutionPage.SLIDE),
                    words.subtitle(setup(), ConvolutionPage.LEARN),
                    words.imageSubtitle(moment().map()),
                    words.mapSubtitle(moment()),
                    words.pooledSubtitle(moment().map()),
                    words.outputText(moment().map()),
                    words.costText(moment().map()),
                    words.filterText(setup()),
                    words.imageKindText(moment().map()),
                    words.strideText(setup()),
                    words.predictionText(lab.network().responseProperty().get(), 5),
                    words.predictionText(lab.network().responseProperty().get(), -1),
                    words.receptiveFieldText(setup().network().convolutions()),
                    words.invarianceText(lab.network().responseProperty().get()),
                    words.shiftsText(lab.network().responseProperty().get().invariance()),
                    words.accuracyText(lab.network().currentNetwork()))) {
                assertFalse(text.isBlank() || text.contains("{"), text);
            }
            assertEquals(
                    2,
                    drawn.kernels(lab.network().responseProperty().get()).rows().size());
            assertEquals(
                    12,
                    drawn.kernels(lab.network().responseProperty().get())
                            .rows()
                            .get(1)
                            .tiles()
                            .size());
            assertEquals(
                    4,
                    drawn.activations(lab.network().responseProperty().get())
                            .rows()
                            .size());
            assertEquals(
                    moment().map().shape().height() / 2,
                    chartContent.pooled(moment()).height());
        }
    }
}
