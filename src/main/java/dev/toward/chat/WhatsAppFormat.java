package dev.toward.chat;

import java.io.IOException;

/**
 * The text that WhatsApp exports, from Android, iOS and older versions, plain or in a zip. Read twice: the first pass learns the
 * shape of its headers, the order of its dates and its authors, the second delivers.
 */
final class WhatsAppFormat implements ChatFormat {
    @Override
    public String id() {
        return "whatsapp";
    }

    @Override
    public String name() {
        return "WhatsApp";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        if (head.isBlank()) {
            return WhatsAppNames.isChatFile(source.fileName()) ? Fit.YES : Fit.NO;
        }
        int headers = 0;
        for (String line : head.lines()) {
            WhatsAppHeader header = WhatsAppHeader.of(line);
            if (header != null && header.stamp().isPossible() && ++headers > 1) {
                return Fit.YES;
            }
        }
        return headers == 0 ? Fit.NO : WhatsAppHeader.of(head.firstLine()) != null ? Fit.YES : Fit.MAYBE;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        String named = options.chatName() != null
                ? options.chatName()
                : WhatsAppNames.named(source.fileName(), source.container()).orElse(null);
        WhatsAppEvidence evidence = WhatsAppEvidence.of(source, named);
        WhatsAppPlan plan = new WhatsAppPlan(evidence, options, source.modified());
        evidence.authors.settle(plan.shapes());
        String name = named != null ? named : WhatsAppNames.fallback(source.fileName(), source.container());
        plan.warnings().forEach(delivery::warning);
        new WhatsAppReading(name, plan, evidence.authors, options, delivery).read(source);
    }
}
