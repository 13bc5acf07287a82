package dev.toward.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A connection to a server, byte by byte, for what clients' libraries would not send. */
final class Wire implements AutoCloseable {
    private final Socket socket;

    Wire(URI server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(20_000);
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        out().write(bytes);
        out().flush();
        return this;
    }

    /** Nothing more will be sent. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Everything until the server closes. */
    String rest() throws IOException {
        return new String(in().readAllBytes(), UTF_8);
    }

    /** Up to the end of this text. */
    String until(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int c = in().read();
            if (c < 0) {
                throw new IOException("ended after: " + read);
            }
            read.append((char) c);
        }
        return read.toString();
    }

    /** One request, its answer, and the end of the connection. */
    static String ask(URI server, String method, String path, String headers, String body) throws IOException {
        try (Wire wire = new Wire(server)) {
            boolean host = ("\n" + headers).contains("\nHost:");
            wire.send(method + " " + path + " HTTP/1.1\r\n" + (host ? "" : "Host: localhost\r\n") + headers
                    + "Connection: close\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
            return wire.rest();
        }
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
