package dev.toward.chat;

import java.io.IOException;
import java.util.List;

/** A room of Matrix as Element exports it, as JSON, as plain text, or as pages of HTML. */
final class MatrixFormat implements ChatFormat {
    @Override
    public String id() {
        return "matrix";
    }

    @Override
    public String name() {
        return "Matrix (Element)";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        if (MatrixJson.fits(head.json()) || MatrixHtml.fits(head)) {
            return Fit.YES;
        }
        return MatrixText.fit(source, head, options.today());
    }

    /** The pages of a folder are one room, in the order of their numbers. */
    @Override
    public List<List<Source>> together(List<Source> files) {
        return Pages.together(files);
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        read(List.of(source), options, delivery);
    }

    @Override
    public void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        MatrixHtml pages = new MatrixHtml(options, delivery);
        for (Source file : files) {
            delivery.from(file);
            try {
                String start = Head.of(file).firstLine().stripLeading();
                if (start.startsWith("<")) {
                    pages.read(file);
                } else if (start.startsWith("{")) {
                    new MatrixJson(file, options, delivery).read();
                } else {
                    new MatrixText(file, options, delivery).read();
                }
            } catch (IOException e) {
                delivery.unreadable(e);
            }
        }
    }
}
