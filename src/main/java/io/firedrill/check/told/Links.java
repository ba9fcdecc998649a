package io.firedrill.check.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the links and mail addresses of a text lead: to the company's own domains and those below
 * them, or to somebody else.
 *
 * @param domains the company's own
 */
record Links(Set<String> domains) {
    private static final Pattern WEB =
            Pattern.compile("(?i)(?:\\b[a-z][a-z0-9+.-]*://|\\bwww\\.)[^\\s<>\"'|)\\]]+");
    private static final Pattern MAIL =
            Pattern.compile("(?i)(?<![\\w.+/@-])[\\w.+-]+@([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");

    /** Gives the links and addresses that do not lead to one of the domains, as written. */
    List<String> foreign(String text) {
        List<String> found = new ArrayList<>();
        Matcher web = WEB.matcher(text);
        while (web.find()) {
            if (!own(host(web.group()))) {
                found.add(web.group());
            }
        }
        Matcher mail = MAIL.matcher(WEB.matcher(text).replaceAll(" "));
        while (mail.find()) {
            if (!own(mail.group(1))) {
                found.add(mail.group());
            }
        }
        return List.copyOf(found);
    }

    /** Says whether a host is one of the domains, or below one. */
    boolean own(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    /**
     * Gives the host; nothing where programs do not agree on what it is. What stands before an at
     * sign is a user's name, however much it looks like a host.
     */
    private static String host(String link) {
        if (link.contains("\\")) {
            return "";
        }
        String rest = link.replaceFirst("^[^:/]*://", "");
        String authority = rest.split("[/?#]", 2)[0];
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        return place.replaceFirst("[.,;:!]+$", "").replaceFirst(":\\d*$", "");
    }
}
