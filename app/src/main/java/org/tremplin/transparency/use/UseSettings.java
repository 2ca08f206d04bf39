package org.tremplin.transparency.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.campaign.Plan;
import org.tremplin.platform.BadSetting;

/**
 * Charge accounts an expense may be booked on, and the one proposed by the nature of its line (rules.md 7.4).
 *
 * @param accounts number and name of each, {@code 6063 Petit équipement}
 * @param money proposed for a line that needs money, and so on; {@code costs} for the costs of collecting
 */
@ConfigurationProperties("tremplin.use")
record UseSettings(List<String> accounts, String money, String skill, String equipment, String time, String costs) {

    /** Classes of the chart that have a plain word. */
    private static final Set<String> KNOWN = Set.of("60", "61", "62", "63", "64", "65", "66");

    private static final Pattern ACCOUNT = Pattern.compile("6[0-9]{2,7} .+");

    UseSettings {
        accounts = List.copyOf(accounts);
        List<String> numbers = accounts.stream().map(UseSettings::number).toList();
        if (!accounts.stream().allMatch(one -> ACCOUNT.matcher(one).matches())) {
            throw new BadSetting(
                    "tremplin.use.accounts",
                    "Each account of tremplin.use.accounts must be a number of class 6 and a name, such as"
                            + " \"6063 Petit équipement\".");
        }
        Map.of("money", money, "skill", skill, "equipment", equipment, "time", time, "costs", costs)
                .forEach((name, number) -> {
                    if (!numbers.contains(number)) {
                        throw new BadSetting(
                                "tremplin.use." + name,
                                "The setting tremplin.use." + name + " must be a number of tremplin.use.accounts.");
                    }
                });
    }

    List<Account> choices() {
        return accounts.stream()
                .map(one -> new Account(number(one), one.substring(one.indexOf(' ') + 1)))
                .toList();
    }

    /** The same, by what they are for: the first two digits, in their order. */
    List<Group> grouped() {
        Map<String, List<Account>> groups = new TreeMap<>();
        choices()
                .forEach(one -> groups.computeIfAbsent(kind(one.number()), none -> new ArrayList<>())
                        .add(one));
        return groups.entrySet().stream()
                .map(one -> new Group(one.getKey(), one.getValue()))
                .toList();
    }

    private static String kind(String number) {
        String kind = number.substring(0, 2);
        return KNOWN.contains(kind) ? kind : "other";
    }

    boolean knows(String number) {
        return accounts.stream().anyMatch(one -> number(one).equals(number));
    }

    String proposed(Plan.BudgetLine line) {
        if (line.collectionCosts()) {
            return costs;
        }
        return switch (line.need()) {
            case MONEY -> money;
            case SKILL -> skill;
            case EQUIPMENT -> equipment;
            case TIME -> time;
        };
    }

    private static String number(String account) {
        int blank = account.indexOf(' ');
        return blank < 0 ? account : account.substring(0, blank);
    }

    record Account(String number, String name) {}

    /** @param kind names its text {@code expense.class.<kind>} */
    record Group(String kind, List<Account> accounts) {}
}
