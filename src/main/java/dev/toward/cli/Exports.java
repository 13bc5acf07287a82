package dev.toward.cli;

import dev.toward.chat.ChatExports;
import dev.toward.chat.DateOrder;
import dev.toward.chat.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The chat exports that a command is given, and how to read them. */
final class Exports {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Chat exports: files, folders or zips, any mix.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            converter = Order.class,
            description = "dmy, mdy or ymd, where the export leaves open which number is the day.")
    private @Nullable DateOrder dateOrder;

    List<Path> paths() {
        return paths;
    }

    ChatExports reading() {
        return ChatExports.with(ReadOptions.defaults().withDateOrder(dateOrder));
    }

    /** The order of day, month and year. */
    static final class Order implements ITypeConverter<DateOrder> {
        @Override
        public DateOrder convert(String value) {
            return DateOrder.of(value).orElseThrow(() -> new TypeConversionException("expected dmy, mdy or ymd"));
        }
    }
}
