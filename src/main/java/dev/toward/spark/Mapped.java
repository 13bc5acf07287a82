package dev.toward.spark;

import java.util.Iterator;
import java.util.function.Function;

/** An iterator seen through a function. */
record Mapped<A, B>(Iterator<A> from, Function<? super A, ? extends B> each) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return from.hasNext();
    }

    @Override
    public B next() {
        return each.apply(from.next());
    }
}
