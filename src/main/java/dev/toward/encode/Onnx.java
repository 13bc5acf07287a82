package dev.toward.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX file loaded once. One thread a run, so that sums are always made in one order and the answer is the same each time;
 * callers run as many at once as they like.
 */
final class Onnx implements AutoCloseable {
    private final OrtEnvironment environment = environment();
    private final OrtSession session;

    /** What the session's weights lie in, held for as long as it lives; null when it has its own. */
    @SuppressWarnings("UnusedVariable")
    private final @Nullable ByteBuffer bytes;

    /** Reads a file that is not in a manifest. */
    Onnx(Path file) throws ModelException {
        try (OrtSession.SessionOptions options = options()) {
            session = environment.createSession(file.toString(), options);
            bytes = null;
        } catch (OrtException e) {
            throw unfit(file, e);
        }
    }

    private Onnx(Path file, ByteBuffer bytes) throws ModelException {
        this.bytes = bytes;
        try (OrtSession.SessionOptions options = options()) {
            options.addConfigEntry("session.load_model_format", "ORT");
            options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
            options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
            session = environment.createSession(bytes, options);
        } catch (OrtException e) {
            throw unfit(file, e);
        }
    }

    /**
     * Opens a model of the store. What ONNX Runtime makes of it at a start, some tenths of a second of work, is kept and mapped from then on:
     * weights that it uses as they are then take no memory of their own.
     */
    static Onnx open(ModelStore store, String name) throws ModelException {
        Path file = store.folder().resolve(name);
        // for one version of ONNX Runtime on one kind of processor
        String form = name + "." + environment().getVersion() + "-" + System.getProperty("os.arch") + ".ort";
        ByteBuffer prepared = store.prepared(name, form, () -> prepare(file));
        // what was only just made is not mapped yet
        return prepared.isDirect() ? new Onnx(file, prepared) : new Onnx(file);
    }

    private static ByteBuffer prepare(Path file) throws IOException {
        Path made = Files.createTempFile("toward", ".ort");
        try (OrtSession.SessionOptions options = options()) {
            options.setOptimizedModelFilePath(made.toString());
            options.addConfigEntry("session.save_model_format", "ORT");
            environment().createSession(file.toString(), options).close();
            return ByteBuffer.wrap(Files.readAllBytes(made));
        } catch (OrtException e) {
            throw unfit(file, e);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "toward");
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        // idle threads must not spin: a warm service should cost nothing while nobody types
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private static ModelException unfit(Path file, OrtException e) {
        return new ModelException("model file " + file + " is not a model that ONNX Runtime can run", e);
    }

    /** What a run gives: a flat array for each output. */
    Map<String, float[]> run(Map<String, long[]> inputs) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, long[]> input : inputs.entrySet()) {
                long[] values = input.getValue();
                tensors.put(
                        input.getKey(),
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length}));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                Map<String, float[]> out = new HashMap<>();
                for (Map.Entry<String, ai.onnxruntime.OnnxValue> value : result) {
                    if (value.getValue() instanceof OnnxTensor tensor) {
                        float[] flat = new float[tensor.getFloatBuffer().remaining()];
                        tensor.getFloatBuffer().get(flat);
                        out.put(value.getKey(), flat);
                    }
                }
                return out;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to run a model that it had loaded", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    /**
     * The one output of a run of several rows, flat.
     *
     * @param rows how many, all of one length
     */
    float[] run(int rows, Map<String, int[]> inputs) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, int[]> input : inputs.entrySet()) {
                int[] values = input.getValue();
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, IntBuffer.wrap(values), new long[] {
                    rows, values.length / rows
                }));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] flat = new float[values.remaining()];
                values.get(flat);
                return flat;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to run a model that it had loaded", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to let go of a model", e);
        }
    }
}
