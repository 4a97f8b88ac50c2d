package fr.halle.sales.service;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A {@code winmail.dat}: files that an Outlook wrapped into one which few others open (TNEF, the format of [MS-OXTNEF]). */
final class Winmail {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int CHECKSUM_BYTES = 2;

    /** Attributes of a file, as the low half of their number has them. */
    private static final int BEGINS = 0x9002;

    private static final int TITLE = 0x8010;
    private static final int CONTENT = 0x800f;

    private Winmail() {}

    /** @return the first files within, so many at most; none where it is no such thing, or holds none, and then it is a file like others */
    static List<NewFile> files(byte[] content, int most) {
        List<NewFile> files = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < Integer.BYTES || bytes.getInt() != SIGNATURE) {
            return files;
        }
        String title = "";
        try {
            bytes.getShort();
            while (bytes.hasRemaining() && files.size() < most) {
                bytes.get();
                int attribute = bytes.getInt() & 0xffff;
                byte[] value = value(bytes);
                switch (attribute) {
                    case BEGINS -> title = "";
                    case TITLE -> title = MailText.decoded(value, null).replaceFirst("(?s)\0.*", "");
                    case CONTENT -> files.add(new NewFile(title, value));
                    default -> {
                        // The words stand in the mail itself; the rest is of use to an Outlook.
                    }
                }
            }
        } catch (BufferUnderflowException cutOff) {
            return files;
        }
        return files;
    }

    private static byte[] value(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining() - CHECKSUM_BYTES) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        bytes.get(value);
        bytes.getShort();
        return value;
    }
}
