package dev.toward;

/** Where in the program something went wrong, in words that hold nothing of what anybody wrote. */
public final class Fault {
    private Fault() {}

    /**
     * The kind of a throwable and the line of ours that it passed through first. Its message is left out, for it may repeat
     * the text that was being read.
     */
    public static String of(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.toward.")) {
                return root.getClass().getName() + " at " + frame.getClassName() + "." + frame.getMethodName()
                        + ", line " + frame.getLineNumber();
            }
        }
        return root.getClass().getName();
    }
}
