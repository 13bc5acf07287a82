package dev.toward.annotate.corenlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * CoreNLP's model of grammar, text of some 40 MB that takes seconds to read, turned into the bytes that {@link Grammar} looks
 * into. The numbers are CoreNLP's own floats.
 */
final class GrammarFile {
    /** Of {@link Grammar}'s form; another form has another name. */
    static final String NAME = "english_UD.1";

    private GrammarFile() {}

    /** Reads the model and lays it out: numbers of each kind, then names, then weights. */
    static ByteBuffer convert(Path gzip) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip), 1 << 16), StandardCharsets.UTF_8))) {
            int words = number(lines, "dict");
            int tags = number(lines, "pos");
            int relations = number(lines, "label");
            int wide = number(lines, "embeddingSize");
            int hidden = number(lines, "hiddenSize");
            int features = number(lines, "numTokens");
            int ahead = number(lines, "preComputed");

            List<String> names = new ArrayList<>();
            int all = words + tags + relations;
            float[] vectors = new float[all * wide];
            for (int i = 0; i < all; i++) {
                String[] fields = line(lines).split(" ");
                names.add(fields[0]);
                for (int k = 0; k < wide; k++) {
                    vectors[i * wide + k] = Float.parseFloat(fields[k + 1]);
                }
            }
            float[] first = floats(lines, wide * features, hidden);
            float[] bias = floats(lines, 1, hidden);
            float[] second = floats(lines, hidden, relations * 2 - 1);
            int[] computed = new int[ahead];
            for (int n = 0; n < ahead; ) {
                for (String field : line(lines).split(" ")) {
                    computed[n++] = Integer.parseInt(field);
                }
            }
            return layOut(
                    new int[] {words, tags, relations, wide, hidden, features, ahead},
                    names,
                    computed,
                    vectors,
                    first,
                    bias,
                    second);
        } catch (RuntimeException e) {
            throw new IOException("not a model of CoreNLP's dependency parser", e);
        }
    }

    private static ByteBuffer layOut(int[] sizes, List<String> names, int[] computed, float[]... weights) {
        WordTable words = WordTable.of(names.subList(0, sizes[0]));
        byte[] others = String.join("\n", names.subList(sizes[0], names.size())).getBytes(StandardCharsets.UTF_8);
        int bytes = Integer.BYTES * (sizes.length + 1 + computed.length) + words.length() + padded(others.length);
        for (float[] some : weights) {
            bytes += Float.BYTES * some.length;
        }
        ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int size : sizes) {
            out.putInt(size);
        }
        out.putInt(others.length).put(others);
        out.position(out.position() + padded(others.length) - others.length);
        words.write(out);
        for (int index : computed) {
            out.putInt(index);
        }
        for (float[] some : weights) {
            out.asFloatBuffer().put(some);
            out.position(out.position() + Float.BYTES * some.length);
        }
        return out.flip();
    }

    /** Numbers lie at multiples of four, where they are read fastest. */
    static int padded(int bytes) {
        return (bytes + 3) / 4 * 4;
    }

    private static String line(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("a model of CoreNLP's dependency parser that ends too soon");
        }
        return line;
    }

    private static int number(BufferedReader lines, String name) throws IOException {
        String line = line(lines);
        if (!line.startsWith(name + "=")) {
            throw new IOException("expected " + name + "= in a model of CoreNLP's dependency parser");
        }
        return Integer.parseInt(line.substring(name.length() + 1));
    }

    private static float[] floats(BufferedReader lines, int rows, int columns) throws IOException {
        float[] floats = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            String[] fields = line(lines).split(" ");
            for (int i = 0; i < columns; i++) {
                floats[row * columns + i] = Float.parseFloat(fields[i]);
            }
        }
        return floats;
    }
}
