package dev.easel.web.ui.docs;

import java.util.List;

/** One API surface as its page shows it. */
public record Surface(
    String tag, String title, String base, String descriptionHtml, List<Operation> operations) {}
