package org.tremplin.transparency.proof;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an uploaded file once it was drawn: pictures of its pages, or why there are none.
 *
 * @param problem end of a message key; empty when there are pages
 * @param type media type of the file by its content
 */
record Drawing(String problem, String type, List<Page> pages) {

    static final int MOST_PAGES = 20;
    static final int MOST_WORDS = 20_000;

    private static final int MOST_IMAGE = 24 * 1024 * 1024;
    private static final int MARK = 0x54524d50;
    private static final int MOST_TEXT = 200;

    static Drawing refused(String problem) {
        return new Drawing(problem, "", List.of());
    }

    boolean drawn() {
        return problem.isEmpty();
    }

    /**
     * One page, drawn anew.
     *
     * @param type of the picture
     * @param readable whether the file says what is written on it; a photograph does not
     */
    record Page(int width, int height, String type, byte[] image, boolean readable, List<Word> words) {

        void write(DataOutputStream out) throws IOException {
            out.writeInt(width);
            out.writeInt(height);
            out.writeUTF(type);
            out.writeInt(image.length);
            out.write(image);
            out.writeBoolean(readable);
            out.writeInt(words.size());
            for (Word word : words) {
                out.writeUTF(
                        word.text().substring(0, Math.min(MOST_TEXT, word.text().length())));
                out.writeInt(word.line());
                out.writeInt(word.x());
                out.writeInt(word.y());
                out.writeInt(word.width());
                out.writeInt(word.height());
            }
        }

        static Page read(DataInputStream in) throws IOException {
            int width = in.readInt();
            int height = in.readInt();
            String type = in.readUTF();
            byte[] image = in.readNBytes(bounded(in.readInt(), MOST_IMAGE));
            boolean readable = in.readBoolean();
            int count = bounded(in.readInt(), MOST_WORDS);
            List<Word> words = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                words.add(new Word(in.readUTF(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
            }
            return new Page(width, height, type, image, readable, List.copyOf(words));
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MARK);
        out.writeUTF(problem);
        out.writeUTF(type);
        out.writeInt(pages.size());
        for (Page page : pages) {
            page.write(out);
        }
        out.flush();
    }

    static Drawing read(DataInputStream in) throws IOException {
        if (in.readInt() != MARK) {
            throw new IOException("Not a drawing");
        }
        String problem = in.readUTF();
        String type = in.readUTF();
        int count = bounded(in.readInt(), MOST_PAGES);
        List<Page> pages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pages.add(Page.read(in));
        }
        return new Drawing(problem, type, List.copyOf(pages));
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("More than a drawing holds");
        }
        return value;
    }
}
