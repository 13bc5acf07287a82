package dev.toward.cli;

import dev.toward.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which token callers of the server must show, if any: {@code --token} or {@code --token-file}. */
final class TokenOptions {
    private static final int RANDOM_BYTES = 24;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "What callers must show, as 'Authorization: Bearer TOKEN'. Others on this computer can see it; a file is better.")
    private @Nullable String given;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The same, from the first line of a file, which is made when it is not there.")
    private @Nullable String file;

    /** The token, or null when none is asked for. */
    @Nullable
    String token(Shell shell) {
        if (given != null) {
            return longEnough(given.strip(), "--token");
        }
        return file == null ? null : ofFile(shell, file);
    }

    private static String ofFile(Shell shell, String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new CallerMistake("--token-file: " + name + " is a folder; give a file");
            }
            try {
                return longEnough(
                        Files.readString(path, StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse("")
                                .strip(),
                        "--token-file: the first line of " + name);
            } catch (NoSuchFileException e) {
                return made(shell, path);
            }
        } catch (InvalidPathException e) {
            throw new CallerMistake("--token-file: that is no path of a file");
        } catch (IOException e) {
            throw new CallerMistake("--token-file: cannot read or make " + name + ": " + Mistakes.reason(e));
        }
    }

    private static String made(Shell shell, Path path) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        FileAttribute<?>[] ownersAlone =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(path, ownersAlone);
        } catch (FileAlreadyExistsException e) {
            throw new CallerMistake("--token-file: " + path + " has just been made by somebody else; start again");
        }
        Files.writeString(path, token + "\n", StandardOpenOption.WRITE);
        shell.say("made a new token in " + path);
        return token;
    }

    private static String longEnough(String token, String where) {
        if (token.length() < ServerOptions.SHORTEST_TOKEN) {
            throw new CallerMistake(where + ": expected " + ServerOptions.SHORTEST_TOKEN
                    + " characters or more; --token-file FILE makes a good one where there is no such file");
        }
        return token;
    }
}
