package dev.toward.train;

import dev.toward.encode.SentenceEncoder;
import java.util.List;
import java.util.Random;

/**
 * A vector for each word piece, standing alone: run once through the sentence encoder, reduced to its main directions (Model2Vec, Tulkens and van
 * Dongen 2024), and weighted by how seldom the piece is, {@code a / (a + p)} (SIF, Arora, Liang and Ma 2017). The mean of them stands
 * for a text.
 */
final class StaticVectors {
    private static final double SIF = 1e-3;
    private static final int ROUNDS = 40;
    private static final long SEED = 7;

    private StaticVectors() {}

    /** Pieces that people's English can be cut into: letters of Latin scripts, digits, marks. */
    static List<String> pieces(SentenceEncoder encoder) {
        return encoder.entries().stream()
                .filter(piece -> !piece.startsWith("[") || piece.length() == 1)
                .filter(piece -> piece.chars().allMatch(c -> c < 0x250))
                .toList();
    }

    /** Vectors of the pieces, {@code width} wide, unweighted. */
    static float[][] of(List<String> pieces, SentenceEncoder encoder, int width) {
        float[][] vectors = pieces.parallelStream()
                .map(piece -> encoder.vector(piece.length() > 2 && piece.startsWith("##") ? piece.substring(2) : piece))
                .toArray(float[][]::new);
        return reduced(vectors, width);
    }

    /** What each piece weighs, by how often it was counted. */
    static float[] weights(int[] counts) {
        double all = 0;
        for (int count : counts) {
            all += count;
        }
        float[] weights = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            weights[i] = (float) (SIF / (SIF + counts[i] / Math.max(1, all)));
        }
        return weights;
    }

    /** Principal components, by orthogonal iteration. */
    private static float[][] reduced(float[][] vectors, int width) {
        int wide = vectors[0].length;
        double[] mean = new double[wide];
        for (float[] vector : vectors) {
            for (int i = 0; i < wide; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        double[][] covariance = new double[wide][wide];
        double[] off = new double[wide];
        for (float[] vector : vectors) {
            for (int i = 0; i < wide; i++) {
                off[i] = vector[i] - mean[i];
            }
            for (int i = 0; i < wide; i++) {
                double x = off[i];
                double[] row = covariance[i];
                for (int j = 0; j < wide; j++) {
                    row[j] += x * off[j];
                }
            }
        }
        double[][] directions = directions(covariance, width);
        float[][] out = new float[vectors.length][width];
        for (int v = 0; v < vectors.length; v++) {
            for (int k = 0; k < width; k++) {
                double sum = 0;
                for (int i = 0; i < wide; i++) {
                    sum += (vectors[v][i] - mean[i]) * directions[k][i];
                }
                out[v][k] = (float) sum;
            }
        }
        return out;
    }

    private static double[][] directions(double[][] covariance, int width) {
        int wide = covariance.length;
        Random random = new Random(SEED);
        double[][] directions = new double[width][wide];
        for (double[] direction : directions) {
            for (int i = 0; i < wide; i++) {
                direction[i] = random.nextGaussian();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < width; k++) {
                double[] turned = new double[wide];
                for (int i = 0; i < wide; i++) {
                    for (int j = 0; j < wide; j++) {
                        turned[i] += covariance[i][j] * directions[k][j];
                    }
                }
                directions[k] = turned;
            }
            for (int k = 0; k < width; k++) {
                for (int before = 0; before < k; before++) {
                    double along = dot(directions[k], directions[before]);
                    for (int i = 0; i < wide; i++) {
                        directions[k][i] -= along * directions[before][i];
                    }
                }
                double length = Math.sqrt(dot(directions[k], directions[k]));
                for (int i = 0; i < wide; i++) {
                    directions[k][i] /= length;
                }
            }
        }
        return directions;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
