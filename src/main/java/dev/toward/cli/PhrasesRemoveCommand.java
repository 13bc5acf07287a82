package dev.toward.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code toward phrases remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Takes phrases of yours out, all or none. What ships stays.")
final class PhrasesRemoveCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids as 'toward phrases list --own' prints them.")
    private List<String> ids = new ArrayList<>();

    private final Shell shell;

    PhrasesRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Shelf shelf = new Shelf(shell);
        shelf.with(() -> {
            shelf.own().remove(ids);
            return ids;
        });
        shell.say("removed " + ids.size());
        return ExitCode.DONE;
    }
}
