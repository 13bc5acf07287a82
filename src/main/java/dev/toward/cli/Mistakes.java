package dev.toward.cli;

import dev.toward.Fault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * One line for everything that goes wrong, and the exit code that belongs to it. The parser's own messages repeat arguments,
 * which may be drafts, so each is put anew.
 */
final class Mistakes implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** What can only be meant as the name of an option. */
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z0-9-]{0,30}");

    private final Shell shell;

    Mistakes(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        shell.say(describe(e, command, name) + "; " + name + " --help tells more");
        return ExitCode.MISTAKE;
    }

    private static String describe(ParameterException e, CommandLine command, String name) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command, name);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return option(twice.getOverwritten()) + " is given twice";
        }
        if (e instanceof MissingParameterException missing) {
            return missing.getMissing().isEmpty()
                    ? "something is missing"
                    : option(missing.getMissing().get(0)) + " needs a value";
        }
        if (e.getArgSpec() != null) {
            String expected = e.getMessage() == null ? "" : e.getMessage();
            // Our own converters speak after the last colon of picocli's sentence, and repeat nothing.
            int at = expected.indexOf("expected ");
            return option(e.getArgSpec()) + ": " + (at >= 0 ? expected.substring(at) : "the value is not understood");
        }
        return "the arguments are not understood";
    }

    private static String option(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "an argument";
    }

    private static String unmatched(UnmatchedArgumentException e, CommandLine command, String name) {
        String given = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        String option = given.split("=", 2)[0];
        if (OPTION.matcher(option).matches()) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(o -> !o.hidden())
                    .flatMap(o -> List.of(o.names()).stream())
                    .toList();
            return "there is no option " + option + near(option, options);
        }
        if (given.startsWith("-")) {
            return "an argument starts with '-' and is no option; put -- before a text that starts so";
        }
        if (!command.getSubcommands().isEmpty()) {
            return "there is no such command"
                    + near(given, List.copyOf(command.getSubcommands().keySet()));
        }
        return name + " takes options only, and there is an argument that is none";
    }

    private static String near(String given, List<String> names) {
        List<String> near = Nearby.of(given.toLowerCase(Locale.ROOT), names);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof CallerMistake mistake) {
            shell.say(mistake.line());
            return ExitCode.MISTAKE;
        }
        return fault(e);
    }

    int fault(Throwable thrown) {
        shell.say("a fault in toward: " + Fault.of(thrown) + "; please report this line, it holds none of your text");
        return ExitCode.FAULT;
    }

    /** What an input or output error says of itself, without the path, which the caller's message names. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is none";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileSystemException file) {
            return file.getReason() == null ? "it cannot be used" : file.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
