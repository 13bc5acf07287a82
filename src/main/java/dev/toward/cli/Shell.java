package dev.toward.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command is run in.
 *
 * @param out takes results and nothing else
 * @param err takes progress, warnings and errors
 * @param colour whether {@code out} is a terminal that may be sent colour
 */
record Shell(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment, boolean colour) {
    /** One line for whoever runs the command. No line may hold what a person wrote. */
    void say(String line) {
        err.println("toward: " + line.replaceAll("\\p{Cntrl}", " "));
        err.flush();
    }
}
