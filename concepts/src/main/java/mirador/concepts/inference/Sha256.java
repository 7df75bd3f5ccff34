package mirador.concepts.inference;

/**
 * SHA-256 (FIPS 180-4), fed piece by piece. For pages that have no {@code crypto.subtle}: those
 * that a server of the classroom sends by plain http.
 */
public final class Sha256 {
  private static final int BLOCK = 64;
  private static final int ROUNDS = 64;
  private static final int LENGTH_BYTES = 8;
  private static final String HEX = "0123456789abcdef";

  /** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
  private static final int[] K = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  /** First 32 bits of the fractional parts of the square roots of the first 8 primes. */
  private final int[] state = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private final int[] schedule = new int[ROUNDS];
  private final byte[] rest = new byte[BLOCK];
  private int held;
  private long length;

  /** Takes the next bytes of the message. */
  public void update(byte[] bytes) {
    length += bytes.length;
    int at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      System.arraycopy(bytes, 0, rest, held, at);
      held += at;
      if (held < BLOCK) {
        return;
      }
      compress(rest, 0);
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) {
      compress(bytes, at);
    }
    held = bytes.length - at;
    System.arraycopy(bytes, at, rest, 0, held);
  }

  /** The hash of all bytes so far, 64 lower-case hexadecimal digits; takes no more bytes then. */
  public String hex() {
    long bits = length * 8;
    byte[] padding = new byte[(held < BLOCK - LENGTH_BYTES ? BLOCK : 2 * BLOCK) - held];
    padding[0] = (byte) 0x80;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      padding[padding.length - 1 - i] = (byte) (bits >>> (8 * i));
    }
    update(padding);
    StringBuilder hex = new StringBuilder();
    for (int word : state) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        hex.append(HEX.charAt((word >>> shift) & 15));
      }
    }
    return hex.toString();
  }

  private void compress(byte[] bytes, int from) {
    int[] w = schedule;
    for (int t = 0; t < 16; t++) {
      int i = from + 4 * t;
      w[t] =
          (bytes[i] & 255) << 24
              | (bytes[i + 1] & 255) << 16
              | (bytes[i + 2] & 255) << 8
              | (bytes[i + 3] & 255);
    }
    for (int t = 16; t < ROUNDS; t++) {
      int x = w[t - 15];
      int y = w[t - 2];
      int sigma0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
      int sigma1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
      w[t] = w[t - 16] + sigma0 + w[t - 7] + sigma1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int t = 0; t < ROUNDS; t++) {
      int sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
      int chosen = (e & f) ^ (~e & g);
      int first = h + sum1 + chosen + K[t] + w[t];
      int sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
      int majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + sum0 + majority;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int rotated(int word, int by) {
    return (word >>> by) | (word << (32 - by));
  }
}
