package mirador.trainer.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mirador.trainer.nn.AdamW;
import mirador.trainer.nn.Parameters;

/** All that has to be known to go on: the weights as they are, and what the optimiser remembers. */
public record CheckpointFile(Path path) {
  private static final int MAGIC = 0x4d495241;

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(path);
  }

  /** Writes it, under another name until it is whole. */
  public void write(Parameters parameters, AdamW optimiser) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(MAGIC);
      out.writeLong(parameters.count());
      for (Parameters.Parameter parameter : parameters.all()) {
        for (float value : parameter.values()) {
          out.writeFloat(value);
        }
      }
      optimiser.write(out, parameters);
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Goes on from it.
   *
   * @throws IOException when it is of another network
   */
  public void read(Parameters parameters, AdamW optimiser) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      if (in.readInt() != MAGIC || in.readLong() != parameters.count()) {
        throw new IOException(
            path + " is no checkpoint of this network: remove it, or train elsewhere (--work)");
      }
      for (Parameters.Parameter parameter : parameters.all()) {
        for (int i = 0; i < parameter.values().length; i++) {
          parameter.values()[i] = in.readFloat();
        }
        parameter.push();
      }
      optimiser.read(in, parameters);
    }
  }
}
