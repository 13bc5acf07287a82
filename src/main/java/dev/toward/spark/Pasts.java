package dev.toward.spark;

import dev.toward.ledger.Past;
import dev.toward.ledger.Utterance;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** What was said before each bucket in the conversation that it begins in the middle of. */
final class Pasts {
    private Pasts() {}

    private record Left(int bucket, Past past) implements Serializable {}

    static List<Past> before(JavaPairRDD<Place, Item> buckets, Bounds bounds) {
        List<Past> pasts = new ArrayList<>();
        for (int i = 0; i < bounds.numPartitions(); i++) {
            pasts.add(Past.NOTHING);
        }
        if (!bounds.cutsTalks()) {
            return pasts;
        }
        List<Left> left = buckets.mapPartitionsWithIndex((bucket, records) -> left(bucket, records, bounds), false)
                .collect();
        for (Left each : left) {
            boolean goesOn = bounds.cutBefore(each.bucket()).equals(bounds.cutBefore(each.bucket() + 1));
            Past earlier = goesOn ? pasts.get(each.bucket()) : Past.NOTHING;
            pasts.set(each.bucket() + 1, earlier.then(each.past()));
        }
        return pasts;
    }

    private static Iterator<Left> left(int bucket, Iterator<Tuple2<Place, Item>> records, Bounds bounds) {
        String talk = bounds.cutBefore(bucket + 1);
        if (talk.isEmpty()) {
            return List.<Left>of().iterator();
        }
        Iterable<Utterance> said = () -> new Said(records, talk);
        return List.of(new Left(bucket, Past.of(said))).iterator();
    }

    /** The words of one conversation among others. */
    private static final class Said implements Iterator<Utterance> {
        private final Iterator<Tuple2<Place, Item>> records;
        private final String talk;
        private java.util.Optional<Utterance> next = java.util.Optional.empty();

        Said(Iterator<Tuple2<Place, Item>> records, String talk) {
            this.records = records;
            this.talk = talk;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && records.hasNext()) {
                Tuple2<Place, Item> record = records.next();
                if (record._1().talk().equals(talk) && record._2() instanceof Item.Said said) {
                    next = java.util.Optional.of(said.utterance());
                }
            }
            return next.isPresent();
        }

        @Override
        public Utterance next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            Utterance said = next.orElseThrow();
            next = java.util.Optional.empty();
            return said;
        }
    }
}
