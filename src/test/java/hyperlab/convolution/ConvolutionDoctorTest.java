package hyperlab.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Severity;
import hyperlab.nn.Pooling;
import hyperlab.nn.kernel.ConvolutionGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConvolutionDoctorTest {
    private static List<Finding<NoEvidence, GeometryChange>> examine(int side, int kernel, int stride, int padding) {
        return ConvolutionDoctor.examine(new ConvolutionDoctor.Input(
                side, side, new ConvolutionGeometry(kernel, stride, padding, 1), Pooling.NONE, 2));
    }

    private static void assertOnly(
            String key, Severity severity, List<Finding<NoEvidence, GeometryChange>> results, long... arguments) {
        assertEquals(List.of(key), results.stream().map(Finding::key).toList());
        assertEquals(severity, results.get(0).severity());
        assertEquals(
                Arrays.stream(arguments).mapToObj(Argument::integer).toList(),
                results.get(0).arguments());
    }

    private static GeometryChange remedy(Finding<NoEvidence, GeometryChange> finding) {
        return Objects.requireNonNull(finding.remedy()).change();
    }

    @Test
    void suggestsPaddingForUnreadEdgePixels() {
        List<Finding<NoEvidence, GeometryChange>> results = examine(28, 3, 2, 0);
        assertOnly("convolution.doctor.edge", Severity.WARNING, results, 55, 784, 1, 14, 14);
        assertEquals(new GeometryChange(GeometryChange.Setting.PADDING, 1), remedy(results.get(0)));
        assertEquals(List.of(), examine(28, 3, 1, 0));
    }

    @Test
    void suggestsSmallerStrideForSkippedPixels() {
        List<Finding<NoEvidence, GeometryChange>> results = examine(28, 3, 5, 0);
        assertOnly("convolution.doctor.gaps", Severity.WARNING, results, 784 - 18 * 18, 784, 3);
        assertEquals(new GeometryChange(GeometryChange.Setting.STRIDE, 3), remedy(results.get(0)));
    }

    /** 28 × 28 pixels, kernel 5, stride 2, padding 1: one row and column of padding remain. */
    @Test
    void unevenStrideDropsOnlyPadding() {
        List<Finding<NoEvidence, GeometryChange>> results = examine(28, 5, 2, 1);
        assertOnly("convolution.doctor.remainder", Severity.NOTE, results, 28, 1, 5, 2, 1);
        assertNull(results.get(0).remedy());
    }

    @Test
    void reportsEvenKernelWithoutCenter() {
        List<Finding<NoEvidence, GeometryChange>> results = examine(28, 4, 1, 0);
        assertOnly("convolution.doctor.even", Severity.NOTE, results, 4, 5);
        assertEquals(new GeometryChange(GeometryChange.Setting.KERNEL, 5), remedy(results.get(0)));
    }

    @Test
    void reportsCellsOmittedByPooling() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(3, 1, 0, 1);
        List<Finding<NoEvidence, GeometryChange>> results =
                ConvolutionDoctor.examine(new ConvolutionDoctor.Input(28, 28, geometry, Pooling.MAX, 4));
        assertOnly("convolution.doctor.pool", Severity.NOTE, results, 26, 26, 4, 26 * 26 - 24 * 24);
        assertNull(results.get(0).remedy());
        assertEquals(
                List.of(), ConvolutionDoctor.examine(new ConvolutionDoctor.Input(28, 28, geometry, Pooling.MAX, 2)));
    }

    @Test
    void changeAffectsOnlyItsSetting() {
        ConvolutionLabSettings settings = ConvolutionLabSettings.DEFAULT;
        assertEquals(settings.withPadding(2), new GeometryChange(GeometryChange.Setting.PADDING, 2).applyTo(settings));
        assertEquals(settings.withStride(3), new GeometryChange(GeometryChange.Setting.STRIDE, 3).applyTo(settings));
        assertEquals(
                settings.withKernel(settings.kernel().withSide(5)),
                new GeometryChange(GeometryChange.Setting.KERNEL, 5).applyTo(settings));
    }
}
