package dev.toward.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * How a run is cut, kept beside its output, so that a later run cuts in the same places and skips what is complete.
 *
 * @param asked all that the output depends on: kind, files, models, wordings
 */
record Plan(List<String> asked, List<Place> starts) {
    static final String FILE = "_plan.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Plan read(FileSystem system, Path file) throws IOException {
        try (InputStream in = system.open(file)) {
            JsonNode tree = JSON.readTree(in);
            List<String> asked = new ArrayList<>();
            tree.get("asked").forEach(a -> asked.add(a.asText()));
            List<Place> starts = new ArrayList<>();
            tree.get("starts")
                    .forEach(s -> starts.add(new Place(
                            s.get(0).asText(),
                            s.get(1).asLong(),
                            s.get(2).asInt(),
                            s.get(3).asLong())));
            return new Plan(asked, starts);
        }
    }

    byte[] json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("asked");
            for (String each : asked) {
                json.writeString(each);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("starts");
            for (Place start : starts) {
                json.writeStartArray();
                json.writeString(start.talk());
                json.writeNumber(start.micros());
                json.writeNumber(start.file());
                json.writeNumber(start.position());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }
}
