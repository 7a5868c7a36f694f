package hyperlab.chart.descent;

import hyperlab.chart.DescentMarkers;
import hyperlab.chart.ModelAnnotation;
import hyperlab.chart.PixelImage;
import hyperlab.chart.Surface;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.MarkerShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Draws {@link RotatableSurfaceChart}. While only the paths change, the image of the surface is reused. */
final class RotatableSurface extends ModelAnnotation<SurfaceChartModel> {
    private static final int CONTOURS = 12;
    /** Cells of the mesh are this many samples wide. */
    private static final int STRIDE = 2;

    private static final double SIDE_ROOM = 46;
    private static final double END_ROOM = 30;
    private static final double MINIMUM_ARM = 5;
    private static final int NEWEST_STEPS = 30;
    private static final double SAMPLE_SPACING = 4;
    private static final int MAX_SAMPLES = 24;
    private static final double MARKER_SPACING = 7;
    private static final double FAR = 1e4;

    private ViewAngles angles = ViewAngles.DEFAULT;
    private @Nullable HeightField field;
    private @Nullable CachedMesh cachedMesh;

    /** Everything that the image of the surface depends on. */
    private record MeshKey(
            Surface surface, ViewAngles angles, Rectangle2D area, ChartStyle style, double deviceScale) {}

    private record CachedMesh(MeshKey key, BufferedImage image) {}

    void setAngles(ViewAngles newAngles) {
        if (!newAngles.equals(angles)) {
            angles = newAngles;
            fireAnnotationChanged();
        }
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, PixelTransform pixels, SurfaceChartModel model) {
        double sides = SIDE_ROOM * style().scale();
        double ends = END_ROOM * style().scale();
        Rectangle2D room = new Rectangle2D.Double(
                area.getX() + sides,
                area.getY() + ends / 2,
                area.getWidth() - 2 * sides,
                area.getHeight() - ends * 3 / 2);
        if (room.getWidth() < 1 || room.getHeight() < 1) {
            return;
        }
        HeightField heights = heights(model.surface());
        SurfaceProjection projection = new SurfaceProjection(angles, room);
        Graphics2D own = (Graphics2D) g2.create();
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new SurfaceBox(own, heights, projection, style()).draw(model.xName(), model.yName());
        PixelImage.draw(own, mesh(own, area, heights, projection), area);
        new Drawing(own, area, pixels, model, heights, projection).draw();
        own.dispose();
    }

    private HeightField heights(Surface surface) {
        HeightField known = field;
        if (known == null || known.surface() != surface) {
            known = new HeightField(surface);
            field = known;
        }
        return known;
    }

    private BufferedImage mesh(Graphics2D g2, Rectangle2D area, HeightField heights, SurfaceProjection projection) {
        double scale = PixelImage.deviceScale(g2);
        MeshKey key = new MeshKey(heights.surface(), angles, (Rectangle2D) area.clone(), style(), scale);
        CachedMesh cached = cachedMesh;
        if (cached == null || !cached.key().equals(key)) {
            SurfaceMesh mesh =
                    new SurfaceMesh(heights, projection, style().theme(), CONTOURS, STRIDE, key.area(), scale);
            cached = new CachedMesh(key, mesh.draw());
            cachedMesh = cached;
        }
        return cached.image();
    }

    /** One drawing of what lies on the surface. */
    private final class Drawing {
        private final Graphics2D g2;
        private final Rectangle2D area;
        private final SurfaceChartModel model;
        private final HeightField heights;
        private final SurfaceProjection projection;
        private final DescentMarkers marks;

        Drawing(
                Graphics2D g2,
                Rectangle2D area,
                PixelTransform pixels,
                SurfaceChartModel model,
                HeightField heights,
                SurfaceProjection projection) {
            this.g2 = g2;
            this.area = area;
            this.model = model;
            this.heights = heights;
            this.projection = projection;
            marks = new DescentMarkers(g2, area, pixels, style());
        }

        void draw() {
            model.minima().forEach(this::drawMinimum);
            for (SurfacePath path : model.paths()) {
                Curve after = SurfaceChart.part(
                        path.points(), path.currentStep(), path.points().size() - 1);
                drawLine(after, path.lineStyle().faint());
                drawLine(SurfaceChart.part(path.points(), 0, path.currentStep()), path.lineStyle());
                avoidNewestSteps(path);
            }
            model.paths().forEach(this::drawBall);
            drawStart();
            marks.placeLabels();
        }

        /** The pixel of a point of the surface; null outside the window and in a hole. */
        private @Nullable Point2D pixel(double x, double y) {
            double across = heights.across(x);
            double along = heights.along(y);
            double height = heights.at(across, along);
            return Double.isNaN(height) ? null : projection.pixel(across, along, height);
        }

        private boolean isVisible(double x, double y) {
            double across = heights.across(x);
            double along = heights.along(y);
            return heights.isVisible(across, along, heights.at(across, along), projection);
        }

        /** Draws a path along the surface; the parts that the surface hides are fainter and thinner. */
        private void drawLine(Curve points, CurveStyle curveStyle) {
            Path2D visible = new Path2D.Double();
            Path2D hidden = new Path2D.Double();
            for (int k = 1; k < points.size(); k++) {
                addStep(points, k, visible, hidden);
            }
            double scale = style().scale();
            g2.setColor(color(curveStyle, CurveStyle.FAINT * curveStyle.opacity()));
            g2.setStroke(curveStyle.dash().stroke(curveStyle.width() / 2 * scale, scale));
            g2.draw(hidden);
            g2.setColor(color(curveStyle, curveStyle.opacity()));
            g2.setStroke(curveStyle.dash().stroke(curveStyle.width() * scale, scale));
            g2.draw(visible);
            if (curveStyle.opacity() == 1) {
                drawMarkers(points, curveStyle);
            }
        }

        private void addStep(Curve points, int k, Path2D visible, Path2D hidden) {
            double fromX = points.x(k - 1);
            double fromY = points.y(k - 1);
            double dx = points.x(k) - fromX;
            double dy = points.y(k) - fromY;
            Point2D from = pixel(fromX, fromY);
            Point2D to = pixel(points.x(k), points.y(k));
            int samples = from == null || to == null
                    ? MAX_SAMPLES
                    : (int) Math.max(2, Math.min(MAX_SAMPLES, Math.ceil(from.distance(to) / SAMPLE_SPACING)));
            for (int i = 0; i < samples; i++) {
                Point2D start = pixel(fromX + dx * i / samples, fromY + dy * i / samples);
                Point2D end = pixel(fromX + dx * (i + 1) / samples, fromY + dy * (i + 1) / samples);
                if (start != null && end != null) {
                    double middle = (i + 0.5) / samples;
                    append(isVisible(fromX + dx * middle, fromY + dy * middle) ? visible : hidden, start, end);
                }
            }
        }

        /** Adds a segment and continues the line if it starts where the line ends, so that dashes run on. */
        private static void append(Path2D path, Point2D start, Point2D end) {
            Point2D last = path.getCurrentPoint();
            if (last == null || !last.equals(start)) {
                path.moveTo(start.getX(), start.getY());
            }
            path.lineTo(end.getX(), end.getY());
        }

        private void drawMarkers(Curve points, CurveStyle curveStyle) {
            if (curveStyle.marker() == MarkerShape.NONE) {
                return;
            }
            Point2D last = null;
            for (int k = 0; k < points.size(); k++) {
                Point2D at = pixel(points.x(k), points.y(k));
                if (at != null && (last == null || last.distance(at) >= MARKER_SPACING * style().scale())) {
                    g2.setColor(color(curveStyle, isVisible(points.x(k), points.y(k)) ? 1 : CurveStyle.FAINT));
                    g2.fill(curveStyle.marker().shapeAt(at.getX(), at.getY(), curveStyle.radius() * style().scale()));
                    last = at;
                }
            }
        }

        private Color color(CurveStyle curveStyle, double opacity) {
            Color color = curveStyle.themeColor().resolve(style().theme());
            return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
        }

        private void avoidNewestSteps(SurfacePath path) {
            for (int k = Math.max(1, path.currentStep() - NEWEST_STEPS); k <= path.currentStep(); k++) {
                Point2D from = pixel(path.points().x(k - 1), path.points().y(k - 1));
                Point2D to = pixel(path.points().x(k), path.points().y(k));
                if (from != null && to != null) {
                    marks.avoid(from, to);
                }
            }
        }

        private void drawBall(SurfacePath path) {
            double x = path.points().x(path.currentStep());
            double y = path.points().y(path.currentStep());
            Color color = path.curveStyle().themeColor().resolve(style().theme());
            Point2D at = pixel(x, y);
            if (at == null) {
                marks.drawCurrentPosition(path.curveStyle().marker(), color, beyond(x, y), path.name());
            } else {
                new Ball(g2, style()).draw(at, projection.verticalShare(), color, isVisible(x, y));
                marks.avoid(Ball.bounds(at, projection.verticalShare(), style().scale()));
                marks.addLabel(path.name(), style().labelFont(), color, at);
            }
        }

        /** A pixel far outside the plot in the direction of a point outside the window. */
        private Point2D beyond(double x, double y) {
            double across = heights.across(x);
            double along = heights.along(y);
            double length = Math.hypot(across, along);
            boolean finite = Double.isFinite(length) && length > 0;
            double right = finite ? projection.right(across / length, along / length) : 1;
            double up = finite ? projection.up(across / length, along / length, 0.5) : 1;
            double size = Math.max(1e-9, Math.hypot(right, up));
            return new Point2D.Double(area.getCenterX() + FAR * right / size, area.getCenterY() - FAR * up / size);
        }

        private void drawMinimum(SurfaceChartModel.NamedPoint minimum) {
            Point2D at = pixel(minimum.x(), minimum.y());
            if (at == null) {
                return;
            }
            double arm = (minimum.minor() ? MINIMUM_ARM / 2 : MINIMUM_ARM) * style().scale();
            double squeezed = arm * Math.max(0.4, Math.sin(Math.toRadians(angles.elevation())));
            Path2D cross = new Path2D.Double();
            cross.moveTo(at.getX() - arm, at.getY() - squeezed);
            cross.lineTo(at.getX() + arm, at.getY() + squeezed);
            cross.moveTo(at.getX() - arm, at.getY() + squeezed);
            cross.lineTo(at.getX() + arm, at.getY() - squeezed);
            Color text = style().theme().text();
            boolean shown = isVisible(minimum.x(), minimum.y());
            g2.setColor(shown ? text : style().theme().muted());
            g2.setStroke(new BasicStroke((float) ((minimum.minor() ? 1 : 2) * style().scale())));
            g2.draw(cross);
            if (!minimum.minor()) {
                marks.avoid(cross.getBounds2D());
                marks.addLabel(minimum.name(), style().axisFont(), text, at);
            }
        }

        private void drawStart() {
            SurfaceChartModel.NamedPoint start = model.start();
            if (start == null) {
                return;
            }
            Point2D at = pixel(start.x(), start.y());
            if (at != null) {
                boolean left = model.paths().stream().anyMatch(path -> path.currentStep() > 0);
                marks.drawStart(at, left || model.paths().isEmpty(), start.name(), "");
            }
        }
    }
}
