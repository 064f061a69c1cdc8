package app.linden.server;

/** The correction bytes of a QR code: arithmetic in GF(256) modulo 0x11D. */
final class ReedSolomon {
    private ReedSolomon() {}

    /** What is left of the data, divided by the generator of this degree. */
    static byte[] remainder(byte[] data, int degree) {
        int[] generator = generator(degree);
        int[] rest = new int[degree];
        for (byte b : data) {
            int factor = (b & 0xFF) ^ rest[0];
            System.arraycopy(rest, 1, rest, 0, degree - 1);
            rest[degree - 1] = 0;
            for (int i = 0; i < degree; i++) {
                rest[i] ^= times(generator[i], factor);
            }
        }
        byte[] bytes = new byte[degree];
        for (int i = 0; i < degree; i++) {
            bytes[i] = (byte) rest[i];
        }
        return bytes;
    }

    /** The product of (x - 2^i), without its leading 1. */
    private static int[] generator(int degree) {
        int[] generator = new int[degree];
        generator[degree - 1] = 1;
        int root = 1;
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                generator[j] = times(generator[j], root);
                if (j + 1 < degree) {
                    generator[j] ^= generator[j + 1];
                }
            }
            root = times(root, 2);
        }
        return generator;
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int i = 7; i >= 0; i--) {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (b >> i & 1) * a;
        }
        return product;
    }
}
