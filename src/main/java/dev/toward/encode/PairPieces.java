package dev.toward.encode;

import dev.toward.text.Bid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A bid and its reply as the word pieces that are read: {@code [CLS] bid [SEP] reply [SEP]}. Of the bid the last {@value #CONTEXT} pieces are
 * taken, a mark between utterances, of the reply the first {@value #REPLY}.
 *
 * @param ids numbers in the vocabulary
 * @param start where the reply begins
 * @param reply its pieces, with their places
 */
public record PairPieces(int[] ids, int start, List<WordPiece.Piece> reply) {
    private static final int CONTEXT = 96;
    private static final int REPLY = 160;
    /** Characters at the end of an utterance that are looked at: more than its pieces can hold. */
    private static final int MOST_CHARACTERS = 4000;

    /** Cuts both; an empty reply leaves the bid alone. */
    public static PairPieces of(WordPiece pieces, Bid bid, String reply) {
        int first = pieces.special("[CLS]");
        int between = pieces.special("[SEP]");
        Deque<Integer> context = context(pieces, between, bid);
        List<WordPiece.Piece> after = pieces.pieces(reply, REPLY);
        int[] ids = new int[context.size() + after.size() + 3];
        int at = 0;
        ids[at++] = first;
        for (int id : context) {
            ids[at++] = id;
        }
        ids[at++] = between;
        int start = at;
        for (WordPiece.Piece piece : after) {
            ids[at++] = piece.id();
        }
        ids[at] = between;
        return new PairPieces(ids, start, after);
    }

    /** The last pieces of the bid; what is older than fits is not looked at. */
    private static Deque<Integer> context(WordPiece pieces, int between, Bid bid) {
        Deque<Integer> context = new ArrayDeque<>();
        List<String> utterances = bid.utterances();
        for (int i = utterances.size() - 1; i >= 0 && context.size() < CONTEXT; i--) {
            String utterance = utterances.get(i);
            String end = utterance.length() > MOST_CHARACTERS
                    ? utterance.substring(utterance.length() - MOST_CHARACTERS)
                    : utterance;
            List<WordPiece.Piece> cut = new ArrayList<>(pieces.pieces(end, Integer.MAX_VALUE));
            if (!cut.isEmpty() && !context.isEmpty()) {
                context.addFirst(between);
            }
            for (int j = cut.size() - 1; j >= 0 && context.size() < CONTEXT; j--) {
                context.addFirst(cut.get(j).id());
            }
        }
        return context;
    }
}
