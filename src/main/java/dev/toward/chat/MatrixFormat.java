package dev.toward.chat;

import java.io.IOException;

/** A room of Matrix as Element exports it, as JSON or as plain text. */
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
        if (MatrixJson.fits(head.json())) {
            return Fit.YES;
        }
        return MatrixText.fit(head, options.today());
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        if (Head.of(source).firstLine().stripLeading().startsWith("{")) {
            new MatrixJson(source, options, delivery).read();
        } else {
            new MatrixText(source, options, delivery).read();
        }
    }
}
