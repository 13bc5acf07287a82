package dev.toward.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What so much of something costs, in seconds, and how that grows. */
final class GrowthCurve {
    private static final int SIDE = 300;
    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final String[] COLOURS = {"#3c7d78", "#c2603a", "#4a5fa5"};

    private final String name;
    private final List<double[]> points = new ArrayList<>();

    GrowthCurve(String name) {
        this.name = name;
    }

    void add(int n, double seconds) {
        points.add(new double[] {n, seconds});
    }

    /**
     * A row for each point, with the power of n that the cost grew by since the point before: 1 is linear. Below a point of a cost that is
     * felt, the power says little.
     */
    String table(String across) {
        StringBuilder table = new StringBuilder(
                "| " + across + " | " + name + ", s | each, µs | power |\n| --- | --- | --- | --- |\n");
        for (int i = 0; i < points.size(); i++) {
            double[] now = points.get(i);
            double[] before = i == 0 ? now : points.get(i - 1);
            String power = i == 0 || before[0] == 0
                    ? ""
                    : String.format(Locale.ROOT, "%.2f", Math.log(now[1] / before[1]) / Math.log(now[0] / before[0]));
            table.append(String.format(
                    Locale.ROOT,
                    "| %,.0f | %.3g | %.3g | %s |%n",
                    now[0],
                    now[1],
                    1e6 * now[1] / Math.max(1, now[0]),
                    power));
        }
        return table.toString();
    }

    /** All of them on scales of powers of ten; dotted, what is linear. Nothing at all stands where one would. */
    static String svg(String across, List<GrowthCurve> curves) {
        double[] x = {Double.MAX_VALUE, 0};
        double[] y = {Double.MAX_VALUE, -Double.MAX_VALUE};
        for (GrowthCurve curve : curves) {
            for (double[] point : curve.points) {
                x[0] = Math.min(x[0], Math.floor(place(point[0])));
                x[1] = Math.max(x[1], Math.ceil(place(point[0])));
                y[0] = Math.min(y[0], Math.floor(Math.log10(point[1])));
                y[1] = Math.max(y[1], Math.ceil(Math.log10(point[1])));
            }
        }
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 420 "
                + (TOP + SIDE + 70 + 18 * curves.size())
                + "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n"
                + "  <title id=\"title\">Cost by " + across + "</title>\n"
                + "  <desc id=\"desc\">Seconds of processor time by " + across + ", both in powers of ten.</desc>\n"
                + "  <rect width=\"420\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (double d = x[0]; d <= x[1]; d++) {
            double at = LEFT + SIDE * (d - x[0]) / (x[1] - x[0]);
            svg.append(line(at, TOP, at, TOP + SIDE, "#d5d9e0", ""))
                    .append(text(at, TOP + SIDE + 18, "middle", d == 0 ? "1" : "10^" + (int) d));
        }
        for (double d = y[0]; d <= y[1]; d++) {
            double at = TOP + SIDE - SIDE * (d - y[0]) / (y[1] - y[0]);
            svg.append(line(LEFT, at, LEFT + SIDE, at, "#d5d9e0", ""))
                    .append(text(LEFT - 8, at + 4, "end", "10^" + (int) d));
        }
        svg.append(text(LEFT + SIDE / 2.0, TOP + SIDE + 38, "middle", across))
                .append(text(LEFT, TOP - 12, "start", "seconds of processor time"));
        for (int c = 0; c < curves.size(); c++) {
            GrowthCurve curve = curves.get(c);
            StringBuilder path = new StringBuilder();
            for (double[] point : curve.points) {
                double px = LEFT + SIDE * (place(point[0]) - x[0]) / (x[1] - x[0]);
                double py = TOP + SIDE - SIDE * (Math.log10(point[1]) - y[0]) / (y[1] - y[0]);
                path.append(path.isEmpty() ? "M" : " L").append(String.format(Locale.ROOT, "%.1f %.1f", px, py));
                svg.append(String.format(
                        Locale.ROOT, "  <circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", px, py, COLOURS[c]));
            }
            svg.append("  <path d=\"" + path + "\" fill=\"none\" stroke=\"" + COLOURS[c] + "\"/>\n")
                    .append("  <circle cx=\"" + (LEFT + 4) + "\" cy=\"" + (TOP + SIDE + 56 + 18 * c)
                            + "\" r=\"4\" fill=\"" + COLOURS[c] + "\"/>\n")
                    .append(text(LEFT + 16, TOP + SIDE + 60 + 18 * c, "start", curve.name));
        }
        double rise = Math.min(y[1] - y[0], x[1] - x[0]);
        svg.append(line(
                LEFT,
                TOP + SIDE,
                LEFT + SIDE * rise / (x[1] - x[0]),
                TOP + SIDE - SIDE * rise / (y[1] - y[0]),
                "#1f2430",
                " stroke-dasharray=\"2 4\""));
        return svg.append("</svg>\n").toString();
    }

    private static double place(double n) {
        return Math.log10(Math.max(1, n));
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, String more) {
        return String.format(
                Locale.ROOT,
                "  <line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                more);
    }

    private static String text(double x, double y, String anchor, String what) {
        return String.format(
                Locale.ROOT,
                "  <text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#4c5361\">%s</text>%n",
                x,
                y,
                anchor,
                what);
    }
}
