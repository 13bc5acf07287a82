package dev.toward.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.toward.models.ModelException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An ONNX file loaded once. One thread a run, so that sums are always made in one order and the answer is the same each time;
 * callers run as many at once as they like.
 */
final class Onnx implements AutoCloseable {
    private final OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "toward");
    private final OrtSession session;

    Onnx(Path file) throws ModelException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // idle threads must not spin: a warm service should cost nothing while nobody types
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new ModelException("model file " + file + " is not a model that ONNX Runtime can run", e);
        }
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
