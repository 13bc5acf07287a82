package dev.toward.annotate.opennlp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's language model as a table that is mapped, not read: some 146,000 short strings, each with the languages that it speaks for and
 * how much. As objects they are 70 MB of heap and a second of loading. A text's own few strings are looked up and given to OpenNLP's own
 * arithmetic, so its guesses are the same to the bit. Threads may share it.
 *
 * <p>In little-endian order: how many strings n, parameters m and languages; the languages' names (a length and UTF-8 each); padding to
 * eight; n strings, sorted, as {@link #key}; m weights; n + 1 places of the first parameter; m languages, a byte each.
 */
final class LanguageTable extends AbstractModel {
    /** The file of this form. */
    static final String NAME = "langdetect.table";

    private static final int LONGEST = 3;
    private static final int MOST_LANGUAGES = 256;

    private final ByteBuffer table;
    private final int strings;
    private final int keys;
    private final int weights;
    private final int places;
    private final int languages;

    private LanguageTable(String[] names, ByteBuffer table, int strings, int parameters) {
        super(new Context[0], new String[0], Map.of(), names);
        this.table = table;
        this.strings = strings;
        this.keys = aligned(table.position());
        this.weights = keys + strings * Long.BYTES;
        this.places = weights + parameters * Double.BYTES;
        this.languages = places + (strings + 1) * Integer.BYTES;
    }

    /** @param bytes as {@link #convert} gives them */
    static LanguageTable of(ByteBuffer bytes) {
        ByteBuffer table = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int strings = table.getInt();
        int parameters = table.getInt();
        String[] names = new String[table.getInt()];
        for (int i = 0; i < names.length; i++) {
            byte[] name = new byte[table.getInt()];
            table.get(name);
            names[i] = new String(name, StandardCharsets.UTF_8);
        }
        return new LanguageTable(names, table, strings, parameters);
    }

    /** The table of a model as OpenNLP reads it. */
    static ByteBuffer convert(AbstractModel model) throws IOException {
        if (!(model instanceof GISModel) || model.getNumOutcomes() > MOST_LANGUAGES) {
            throw new IOException("expected a maximum entropy model of at most " + MOST_LANGUAGES + " languages");
        }
        TreeMap<Long, Context> sorted = new TreeMap<>();
        int parameters = 0;
        for (Map.Entry<?, ?> each : ((Map<?, ?>) model.getDataStructures()[1]).entrySet()) {
            String string = (String) each.getKey();
            Context context = (Context) each.getValue();
            if (string.length() > LONGEST) {
                throw new IOException("expected strings of at most " + LONGEST + " characters");
            }
            sorted.put(key(string), context);
            parameters += context.getOutcomes().length;
        }
        List<byte[]> names = new ArrayList<>();
        int head = 3 * Integer.BYTES;
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            byte[] name = model.getOutcome(i).getBytes(StandardCharsets.UTF_8);
            names.add(name);
            head += Integer.BYTES + name.length;
        }
        int size = aligned(head)
                + sorted.size() * (Long.BYTES + Integer.BYTES)
                + Integer.BYTES
                + parameters * (Double.BYTES + 1);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(sorted.size()).putInt(parameters).putInt(names.size());
        names.forEach(name -> out.putInt(name.length).put(name));
        out.position(aligned(head));
        sorted.keySet().forEach(out::putLong);
        for (Context context : sorted.values()) {
            for (double weight : context.getParameters()) {
                out.putDouble(weight);
            }
        }
        int place = 0;
        for (Context context : sorted.values()) {
            out.putInt(place);
            place += context.getOutcomes().length;
        }
        out.putInt(place);
        for (Context context : sorted.values()) {
            for (int language : context.getOutcomes()) {
                out.put((byte) language);
            }
        }
        return out.flip();
    }

    /** A string of up to three characters as a number; no two have the same. */
    private static long key(String string) {
        long key = string.length();
        for (int i = 0; i < LONGEST; i++) {
            key = key << Character.SIZE | (i < string.length() ? string.charAt(i) : 0);
        }
        return key;
    }

    private static int aligned(int place) {
        return (place + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    private @Nullable Context context(String string) {
        if (string.length() > LONGEST) {
            return null;
        }
        long wanted = key(string);
        int low = 0;
        int high = strings - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = table.getLong(keys + middle * Long.BYTES);
            if (found < wanted) {
                low = middle + 1;
            } else if (found > wanted) {
                high = middle - 1;
            } else {
                return context(middle);
            }
        }
        return null;
    }

    private Context context(int index) {
        int first = table.getInt(places + index * Integer.BYTES);
        int last = table.getInt(places + (index + 1) * Integer.BYTES);
        int[] outcomes = new int[last - first];
        double[] parameters = new double[last - first];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = Byte.toUnsignedInt(table.get(languages + first + i));
            parameters[i] = table.getDouble(weights + (first + i) * Double.BYTES);
        }
        return new Context(outcomes, parameters);
    }

    /** A model of these strings alone. */
    private GISModel model(String[] context) {
        List<String> known = new ArrayList<>();
        List<Context> contexts = new ArrayList<>();
        for (String string : new LinkedHashSet<>(List.of(context))) {
            Context found = context(string);
            if (found != null) {
                known.add(string);
                contexts.add(found);
            }
        }
        return new GISModel(contexts.toArray(Context[]::new), known.toArray(String[]::new), outcomeNames);
    }

    @Override
    public double[] eval(String[] context) {
        return model(context).eval(context);
    }

    @Override
    public double[] eval(String[] context, double[] probabilities) {
        return model(context).eval(context, probabilities);
    }

    @Override
    public double[] eval(String[] context, float[] values) {
        return model(context).eval(context, values);
    }
}
