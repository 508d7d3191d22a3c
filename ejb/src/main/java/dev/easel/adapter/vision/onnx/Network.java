package dev.easel.adapter.vision.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One loaded network with one input. May be run by several threads at once. */
final class Network {

  private static final Logger LOG = Logger.getLogger(Network.class.getName());

  private final OrtEnvironment environment;
  private final OrtSession session;
  private int users;
  private long lastUsed;

  Network(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** All outputs by name, in the order of the network. */
  Map<String, Output> run(float[] values, long... shape) {
    try (OnnxTensor input = OnnxTensor.createTensor(environment, direct(values), shape);
        OrtSession.Result result = session.run(Map.of(inputName(), input))) {
      Map<String, Output> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> output : result) {
        outputs.put(output.getKey(), copy((OnnxTensor) output.getValue()));
      }
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first output alone. */
  float[] first(float[] values, long... shape) {
    return run(values, shape).values().iterator().next().values();
  }

  /**
   * The first output for one row of numbers, each input by its name.
   *
   * @param inputs one row each, all of one length
   */
  Output read(Map<String, long[]> inputs) {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, long[]> input : inputs.entrySet()) {
        long[][] row = {input.getValue()};
        tensors.put(input.getKey(), OnnxTensor.createTensor(environment, row));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        return copy((OnnxTensor) result.get(0));
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private String inputName() {
    return session.getInputNames().iterator().next();
  }

  private static FloatBuffer direct(float[] values) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return buffer.put(values).rewind();
  }

  private static Output copy(OnnxTensor tensor) {
    return new Output(tensor.getFloatBuffer().array(), tensor.getInfo().getShape());
  }

  // The following belong to Networks and are called under its lock.

  void borrowed() {
    users++;
  }

  void givenBack(long now) {
    users--;
    lastUsed = now;
  }

  boolean closeIfIdleSince(long before) {
    if (users > 0 || lastUsed - before > 0) {
      return false;
    }
    try {
      session.close();
    } catch (OrtException e) {
      LOG.log(Level.WARNING, e, () -> "a model cannot be closed");
    }
    return true;
  }

  /** What came out of a network: values and the lengths of their dimensions. */
  static final class Output {
    private final float[] values;
    private final long[] shape;

    Output(float[] values, long[] shape) {
      this.values = values;
      this.shape = shape;
    }

    float[] values() {
      return values;
    }

    int length(int dimension) {
      return (int) shape[dimension];
    }
  }
}
