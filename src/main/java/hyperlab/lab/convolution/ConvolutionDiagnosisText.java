package hyperlab.lab.convolution;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.text.Texts;
import hyperlab.ui.control.DoctorSection;
import hyperlab.ui.control.FindingCard;
import java.util.List;
import java.util.function.Consumer;

/** The doctor's texts, in one language. */
final class ConvolutionDiagnosisText {
    private ConvolutionDiagnosisText() {}

    /** @param applyRemedy applies a remedy */
    static List<DoctorSection.FindingModel> of(
            List<ConvolutionDiagnosis> diagnoses, Texts texts, Consumer<ConvolutionLabSettings> applyRemedy) {
        return diagnoses.isEmpty()
                ? List.of(new DoctorSection.FindingModel(
                        FindingCard.Severity.GOOD,
                        texts.get("convolution.doctor.fine"),
                        texts.get("convolution.doctor.fine.why"),
                        "",
                        () -> {}))
                : diagnoses.stream()
                        .map(diagnosis -> finding(diagnosis, texts, applyRemedy))
                        .toList();
    }

    private static DoctorSection.FindingModel finding(
            ConvolutionDiagnosis diagnosis, Texts texts, Consumer<ConvolutionLabSettings> applyRemedy) {
        ConvolutionLabSettings mended = diagnosis.remedied();
        Runnable action = mended == null ? () -> {} : () -> applyRemedy.accept(mended);
        if (diagnosis instanceof ConvolutionDiagnosis.EdgeUnused found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("convolution.doctor.edge"),
                    texts.get(
                            "convolution.doctor.edge.why",
                            number(found.unread()),
                            number(found.pixels()),
                            number(found.padding()),
                            number(found.rows()),
                            number(found.columns())),
                    texts.get("convolution.doctor.edge.remedy", number(found.padding())),
                    action);
        }
        if (diagnosis instanceof ConvolutionDiagnosis.SkippedPixels found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.WARNING,
                    texts.get("convolution.doctor.gaps"),
                    texts.get(
                            "convolution.doctor.gaps.why",
                            number(found.unread()),
                            number(found.pixels()),
                            number(found.stride())),
                    texts.get("convolution.doctor.gaps.remedy", number(found.stride())),
                    action);
        }
        if (diagnosis instanceof ConvolutionDiagnosis.EvenKernel found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("convolution.doctor.even"),
                    texts.get("convolution.doctor.even.why", number(found.side()), number(found.odd())),
                    texts.get("convolution.doctor.even.remedy", number(found.odd())),
                    action);
        }
        if (diagnosis instanceof ConvolutionDiagnosis.UnevenStride found) {
            return new DoctorSection.FindingModel(
                    FindingCard.Severity.NOTE,
                    texts.get("convolution.doctor.remainder"),
                    texts.get(
                            "convolution.doctor.remainder.why",
                            number(found.pixels()),
                            number(found.padding()),
                            number(found.span()),
                            number(found.stride()),
                            number(found.dropped())),
                    "",
                    action);
        }
        ConvolutionDiagnosis.UnpooledCells found = (ConvolutionDiagnosis.UnpooledCells) diagnosis;
        return new DoctorSection.FindingModel(
                FindingCard.Severity.NOTE,
                texts.get("convolution.doctor.pool"),
                texts.get(
                        "convolution.doctor.pool.why",
                        number(found.rows()),
                        number(found.columns()),
                        number(found.pool()),
                        number(found.leftOut())),
                "",
                action);
    }

    private static String number(long number) {
        return Long.toString(number);
    }
}
