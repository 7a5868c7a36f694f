package hyperlab.lab.training.inspection;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.diagnosis.FeaturePlane;
import hyperlab.image.ImageShape;
import hyperlab.lab.training.inspection.LayerInspection.UnitImage;
import hyperlab.lab.training.run.RunFacts;
import hyperlab.lab.training.run.RunSnapshot;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/** Images of what the units of a network respond to, for the network diagram. Stateless. */
final class UnitImages {
    private static final int UNIT_SIDE = 41;
    private static final int MAP_SIDE = 21;
    private static final int MAX_PLANE_FEATURES = 4_096;

    private UnitImages() {}

    /** The features and the outputs of all units over the plane of two-dimensional data. */
    static List<List<UnitImage>> ofAllUnits(InspectionRequest request, RunSnapshot snapshot, NetworkProbe probe) {
        DataSplit partition = snapshot.partition();
        double parameters = RunFacts.countParameters(snapshot.ensemble());
        if (partition.all().features().numCols != 2
                || parameters * probe.weightLayers().size() * MAP_SIDE * MAP_SIDE > NetworkInspector.MAX_PRODUCTS) {
            return List.of();
        }
        List<Integer> widths = new ArrayList<>();
        DecisionMap map = DecisionMap.of(
                partition,
                FeaturePlane.ofFeatures(partition, 0, 1),
                request.window(),
                grid -> allOutputs(partition, probe, grid, widths),
                MAP_SIDE,
                MAP_SIDE);
        List<List<UnitImage>> maps = new ArrayList<>();
        int first = 0;
        for (int width : widths) {
            maps.add(images(map, first, Math.min(width, NetworkDiagram.MAX_UNITS)));
            first += width;
        }
        return maps;
    }

    /**
     * The features and the outputs of every layer, side by side; of the output layer, how much the probability of each
     * class is above that of a guess among all classes, so that the sign says which class is more likely.
     *
     * @param widths receives the number of columns of each
     */
    private static DMatrixRMaj allOutputs(
            DataSplit partition, NetworkProbe probe, DMatrixRMaj grid, List<Integer> widths) {
        List<DMatrixRMaj> all = new ArrayList<>(List.of(grid));
        for (WeightLayer layer : probe.weightLayers()) {
            if (layer.kind() == WeightLayer.LayerKind.OUTPUT) {
                DMatrixRMaj predictions = probe.network().predict(grid);
                double guess = partition.all().task() == PredictionTask.CLASSIFICATION ? 1.0 / predictions.numCols : 0;
                CommonOps_DDRM.add(predictions, -guess);
                all.add(predictions);
            } else {
                all.add(probe.outputs(layer, grid));
            }
        }
        DMatrixRMaj joined = new DMatrixRMaj(
                grid.numRows, all.stream().mapToInt(part -> part.numCols).sum());
        int column = 0;
        for (DMatrixRMaj part : all) {
            CommonOps_DDRM.insert(part, joined, 0, column);
            column += part.numCols;
            widths.add(part.numCols);
        }
        return joined;
    }

    private static List<UnitImage> images(DecisionMap map, int first, int count) {
        List<UnitImage> images = new ArrayList<>();
        for (int unit = first; unit < first + count; unit++) {
            double[] values = new double[MAP_SIDE * MAP_SIDE];
            for (int k = 0; k < values.length; k++) {
                values[k] = map.output(k % MAP_SIDE, k / MAP_SIDE, unit);
            }
            images.add(new UnitImage(false, MAP_SIDE, MAP_SIDE, values));
        }
        return images;
    }

    /**
     * What the chosen unit responds to: its kernels, its weights as an image, or its output over a plane of features.
     * Null if no unit is chosen, or if there is no such image.
     */
    static @Nullable UnitImage ofChosenUnit(
            InspectionRequest request, DataSplit partition, NetworkProbe probe, Supplier<FeaturePlane> plane) {
        NetworkDiagram.UnitPosition unit = request.unit();
        DataSet data = partition.all();
        if (unit == null
                || unit.column() == 0
                || unit.column() > probe.weightLayers().size()) {
            return null;
        }
        WeightLayer layer = probe.weightLayers().get(unit.column() - 1);
        ImageShape image = data.image();
        if (unit.unit() >= layer.units()) {
            return null;
        }
        if (layer.kind() == WeightLayer.LayerKind.CONVOLUTION) {
            return kernelImage(probe.network().weights(), unit.column() - 1, unit.unit(), layer.units());
        }
        if (image != null && unit.column() == 1) {
            return weightImage(probe.network().weights(), unit.unit(), image);
        }
        if (data.features().numCols < 2 || data.features().numCols > MAX_PLANE_FEATURES) {
            return null;
        }
        DecisionMap map = DecisionMap.of(
                partition, plane.get(), request.window(), grid -> probe.outputs(layer, grid), UNIT_SIDE, UNIT_SIDE);
        double[] values = new double[UNIT_SIDE * UNIT_SIDE];
        for (int k = 0; k < values.length; k++) {
            values[k] = map.output(k % UNIT_SIDE, k / UNIT_SIDE, unit.unit());
        }
        return new UnitImage(false, UNIT_SIDE, UNIT_SIDE, values);
    }

    /**
     * The kernels of one filter, one per input channel, in a grid with one empty line between them. For Maxout, only
     * its first piece.
     */
    private static @Nullable UnitImage kernelImage(List<LayerWeights> weights, int layer, int unit, int units) {
        List<LayerWeights> withoutPrelu = weights.stream()
                .filter(each -> !(each instanceof LayerWeights.Prelu))
                .toList();
        if (!(withoutPrelu.get(layer) instanceof LayerWeights.Convolution convolution)) {
            return null;
        }
        double[][][] kernels = convolution.weights()[unit * (convolution.weights().length / units)];
        int tilesPerRow = (int) Math.ceil(Math.sqrt(kernels.length));
        int side = kernels[0].length;
        int columns = tilesPerRow * (side + 1) - 1;
        double[] values = new double[columns * columns];
        for (int channel = 0; channel < kernels.length; channel++) {
            for (int row = 0; row < side; row++) {
                int y = columns - 1 - (channel / tilesPerRow * (side + 1) + row);
                System.arraycopy(
                        kernels[channel][row], 0, values, y * columns + channel % tilesPerRow * (side + 1), side);
            }
        }
        return new UnitImage(true, columns, columns, values);
    }

    /** The weights of a first-layer unit as an image, summed over the channels. For Maxout, only its first piece. */
    private static @Nullable UnitImage weightImage(List<LayerWeights> weights, int unit, ImageShape image) {
        if (!(weights.get(0) instanceof LayerWeights.Dense dense)) {
            return null;
        }
        int size = image.width() * image.height();
        double[] values = new double[size];
        for (int i = 0; i < dense.weights()[unit].length; i++) {
            int pixel = i % size;
            int row = image.height() - 1 - pixel / image.width();
            values[row * image.width() + pixel % image.width()] += dense.weights()[unit][i];
        }
        return new UnitImage(true, image.width(), image.height(), values);
    }
}
