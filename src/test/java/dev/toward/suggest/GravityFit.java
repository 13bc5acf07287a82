package dev.toward.suggest;

import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Intensity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fits {@code gravity.txt} to labelled messages and says how well it does on others. Run by hand: {@code bench/gravity.sh}. */
public final class GravityFit {
    private static final Map<String, Intensity> LETTERS =
            Map.of("L", Intensity.LIGHT, "M", Intensity.MEDIUM, "G", Intensity.GRAVE);
    private static final int STEPS = 1000;
    private static final double RATE = 8;
    private static final double HELD_SMALL = 0.0002;
    private static final String HEAD =
            "# How heavy a message is, by its vector; made by bench/gravity.sh from corpus/gravity. The offset first.";

    private GravityFit() {}

    private record Labelled(float[] vector, String message, Intensity weight) {}

    /** @param args where the labelled messages are, and the file to write */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(Path.of("models")))) {
            List<Labelled> train = read(folder.resolve("train.tsv"), encoder);
            List<String> lines =
                    List.of(HEAD, line("grave", train, Intensity.GRAVE), line("light", train, Intensity.LIGHT));
            Files.write(Path.of(args[1]), lines);
            Gravity gravity = Gravity.read(lines.subList(1, lines.size()));
            for (String split : List.of("train", "dev")) {
                print(split, read(folder.resolve(split + ".tsv"), encoder), gravity);
            }
        }
    }

    /** Lines of a letter, a tabulator and a message. */
    private static List<Labelled> read(Path file, SentenceEncoder encoder) throws IOException {
        List<Labelled> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", 2);
            all.add(new Labelled(encoder.vector(fields[1]), fields[1], LETTERS.get(fields[0])));
        }
        return all;
    }

    private static String line(String name, List<Labelled> train, Intensity which) {
        int width = train.get(0).vector().length;
        double[] weights = new double[width + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[width + 1];
            for (Labelled one : train) {
                double at = weights[0];
                for (int i = 0; i < width; i++) {
                    at += weights[i + 1] * one.vector()[i];
                }
                double off = (one.weight() == which ? 1 : 0) - 1 / (1 + StrictMath.exp(-at));
                slope[0] += off;
                for (int i = 0; i < width; i++) {
                    slope[i + 1] += off * one.vector()[i];
                }
            }
            for (int i = 0; i <= width; i++) {
                weights[i] += RATE * (slope[i] / train.size() - (i == 0 ? 0 : HELD_SMALL * weights[i]));
            }
        }
        StringBuilder line = new StringBuilder(name).append(':');
        for (double weight : weights) {
            line.append(String.format(Locale.ROOT, " %.3f", weight));
        }
        return line.toString();
    }

    private static void print(String split, List<Labelled> all, Gravity gravity) {
        System.out.printf("## %s%n%n| labelled | read light | medium | grave | %n| --- | --- | --- | --- |%n", split);
        for (Intensity labelled : Intensity.values()) {
            System.out.printf("| %s |", labelled.id());
            for (Intensity read : Intensity.values()) {
                System.out.printf(
                        " %d |",
                        all.stream()
                                .filter(l -> l.weight() == labelled)
                                .filter(l -> gravity.of(dev.toward.phrase.Meanings.of(l.vector())) == read)
                                .count());
            }
            System.out.println();
        }
    }
}
