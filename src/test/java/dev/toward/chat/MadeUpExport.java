package dev.toward.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A made-up export of two people in any of the formats that one program writes with a fixed layout, a record a message. */
enum MadeUpExport {
    TELEGRAM_JSON("result.json", "\"id\": ") {
        @Override
        String head() {
            return "{\n \"name\": \"Maya\",\n \"type\": \"personal_chat\",\n \"id\": 4242,\n \"messages\": [\n";
        }

        @Override
        String record(int n) {
            return """
                      {
                       "id": %d,
                       "type": "message",
                       "date": "2024-01-31T18:%02d:%02d",
                       "date_unixtime": "%d",
                       "from": "%s",
                       "from_id": "user%d",
                       "text": [
                        "word ",
                        {
                         "type": "bold",
                         "text": "number %d"
                        }
                       ],
                       "text_entities": []
                      }""".formatted(n, n / 60, n % 60, 1_706_720_700L + n, name(n), n % 2, n)
                    .indent(2)
                    .stripTrailing();
        }

        @Override
        String foot() {
            return "\n ]\n}";
        }
    },
    TELEGRAM_ACCOUNT("result.json", "\"id\": ") {
        @Override
        String head() {
            return "{\n \"about\": \"Here is the data you requested.\",\n \"contacts\": {\n  \"list\": []\n },\n \"chats\": {\n  \"list\": [\n   {\n"
                    + "    \"name\": \"Maya\",\n    \"type\": \"personal_chat\",\n    \"id\": 4242,\n    \"messages\": [\n";
        }

        @Override
        String record(int n) {
            return "     " + TELEGRAM_JSON.record(n).strip().replace("\n", "\n   ");
        }

        @Override
        String foot() {
            return "\n    ]\n   }\n  ]\n }\n}";
        }
    },
    TELEGRAM_HTML("messages.html", "class=\"message ") {
        @Override
        String head() {
            return "<!DOCTYPE html>\n<html>\n<body>\n<div class=\"page_wrap\">\n<div class=\"page_header\">\n<div class=\"text bold\">\nMaya\n</div>\n</div>\n<div class=\"history\">\n";
        }

        @Override
        String record(int n) {
            return """
                    <div class="message default clearfix" id="message%d">
                     <div class="body">
                      <div class="pull_right date details" title="31.01.2024 18:%02d:%02d">
                    18:%02d
                      </div>
                      <div class="from_name">
                    %s
                      </div>
                      <div class="text">
                    word <strong>number %d</strong>
                      </div>
                     </div>
                    </div>
                    """.formatted(n, n / 60, n % 60, n / 60, name(n), n);
        }

        @Override
        String foot() {
            return "</div>\n</div>\n</body>\n</html>\n";
        }
    },
    MATRIX_HTML("messages.html", "mx_Export_EventWrapper") {
        @Override
        String head() {
            return "<!DOCTYPE html>\n<html lang=\"en\">\n<body class=\"cpd-theme-light\">\n<div id=\"matrixchat\">\n"
                    + "<ol class=\"mx_RoomView_MessageList\">\n"
                    + "<li><div class=\"mx_DateSeparator\" aria-label=\"Wed, Jan 31, 2024\"><hr/></div></li>\n";
        }

        @Override
        String record(int n) {
            return """
                    <div class="mx_Export_EventWrapper" id="$%d"><li class="mx_EventTile">
                    <div class="mx_DisambiguatedProfile"><span class="mx_DisambiguatedProfile_displayName">%s</span></div>
                    <div class="mx_EventTile_line"><a href="https://matrix.to/#/!r:x.example/$%d" class="mx_MessageTimestamp">18:%02d</a>
                    <div class="mx_MTextBody mx_EventTile_content"><div class="mx_EventTile_body" dir="auto">word number %d</div></div>
                    </div>
                    </li></div>
                    """.formatted(n, name(n), n, n, n);
        }

        @Override
        String foot() {
            return "</ol>\n</div>\n</body>\n</html>\n";
        }
    },
    DISCORD_JSON("general.json", "\"timestamp\": ") {
        @Override
        String head() {
            return "{\n  \"guild\": {\n    \"id\": \"1\",\n    \"name\": \"Club\"\n  },\n  \"channel\": {\n    \"id\": \"700\",\n    \"type\": \"GuildTextChat\",\n    \"name\": \"general\"\n  },\n  \"messages\": [\n";
        }

        @Override
        String record(int n) {
            return """
                        {
                          "id": "%d",
                          "type": "Default",
                          "timestamp": "2024-01-31T18:%02d:%02d.123+00:00",
                          "timestampEdited": null,
                          "content": "word number %d",
                          "author": {
                            "id": "%d",
                            "name": "%s",
                            "isBot": false
                          },
                          "attachments": [],
                          "mentions": []
                        }""".formatted(n, n / 60, n % 60, n, n % 2, name(n)).indent(4).stripTrailing();
        }

        @Override
        String foot() {
            return "\n  ],\n  \"messageCount\": 1\n}";
        }
    },
    DISCORD_CSV("general.csv", "\",\"") {
        @Override
        String head() {
            return "AuthorID,Author,Date,Content,Attachments,Reactions\n";
        }

        @Override
        String record(int n) {
            return String.format(
                    Locale.ROOT,
                    "\"%d\",\"%s\",\"2024-01-31T18:%02d:%02d.0000000+00:00\",\"word number %d\",\"\",\"\"%n",
                    n % 2,
                    name(n),
                    n / 60,
                    n % 60,
                    n);
        }

        @Override
        String foot() {
            return "";
        }
    },
    DISCORD_TXT("general.txt", "[31/01/2024 ") {
        @Override
        String head() {
            return "=".repeat(62) + "\nGuild: Club\nChannel: Text / general\n" + "=".repeat(62) + "\n\n";
        }

        @Override
        String record(int n) {
            return String.format(Locale.ROOT, "[31/01/2024 18:%02d] %s%nword number %d%n%n%n", n / 60, name(n), n);
        }

        @Override
        String foot() {
            return "=".repeat(62) + "\nExported 1 message(s)\n" + "=".repeat(62) + "\n";
        }
    },
    IMESSAGE_TXT("Maya.txt", "Jan 31, 2024") {
        @Override
        String head() {
            return "";
        }

        @Override
        String record(int n) {
            return String.format(
                    Locale.ROOT, "Jan 31, 2024  6:%02d:%02d PM%n%s%nword number %d%n%n", n / 60, n % 60, name(n), n);
        }

        @Override
        String foot() {
            return "";
        }
    },
    IMESSAGE_HTML("Maya.html", "class=\"message\"") {
        @Override
        String head() {
            return "<html>\n<head>\n<meta charset=\"UTF-8\">\n</head>\n<body>\n";
        }

        @Override
        String record(int n) {
            return """
                    <div class="message">
                    <div class="received">
                    <p><span class="timestamp"><a href="sms://open?message-guid=AAA-%d">Jan 31, 2024  6:%02d:%02d PM</a></span>
                    <span class="sender">%s</span></p>
                    <hr><div class="message_part">
                    <span class="bubble">word <b>number %d</b></span>
                    </div>
                    </div>
                    </div>
                    """.formatted(n, n / 60, n % 60, name(n), n);
        }

        @Override
        String foot() {
            return "</body></html>";
        }
    };

    private final String fileName;
    private final String opening;

    MadeUpExport(String fileName, String opening) {
        this.fileName = fileName;
        this.opening = opening;
    }

    abstract String head();

    /** @param n counts from 1; the words are {@code word number n} */
    abstract String record(int n);

    abstract String foot();

    String fileName() {
        return fileName;
    }

    /** Stands in each record at least once, so that there cannot be more messages than it comes. */
    String opening() {
        return opening;
    }

    String format() {
        return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    private boolean hasCommas() {
        return name().startsWith("TELEGRAM_") && !this.equals(TELEGRAM_HTML) || this.equals(DISCORD_JSON);
    }

    String whole(int messages) {
        List<String> records = new ArrayList<>();
        for (int n = 1; n <= messages; n++) {
            records.add(record(n));
        }
        return of(records);
    }

    /** An export of these records. */
    String of(List<String> records) {
        return (head() + String.join(hasCommas() ? ",\n" : "", records) + foot()).replace("\r\n", "\n");
    }

    static String name(int n) {
        return n % 2 == 0 ? "Maya" : "Ben";
    }
}
