package app.linden.store;

import java.util.List;

/**
 * What a look through the whole cache found.
 *
 * @param events how many events the person has
 * @param occurrences how many occurrences their documents give up to the horizon of the index
 * @param index sentences, one for each event whose index rows are not what its document says;
 *     {@link Store#reindex} mends them
 * @param objects sentences, one for each object that is not what the server said with the waiting
 *     changes applied, and for each waiting change whose object is gone
 */
public record Check(long events, long occurrences, List<String> index, List<String> objects) {
    public Check {
        index = List.copyOf(index);
        objects = List.copyOf(objects);
    }

    public boolean isRight() {
        return index.isEmpty() && objects.isEmpty();
    }
}
