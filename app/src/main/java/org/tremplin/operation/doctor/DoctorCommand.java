package org.tremplin.operation.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tremplin.platform.command.Check;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Finding;
import org.tremplin.platform.command.Refused;

/**
 * {@code doctor}: one line for each thing that was looked at, with what to do; changes nothing. It works where the
 * application does not start, and beside one that runs.
 */
@CommandPart
class DoctorCommand implements Command {

    private final ListableBeanFactory beans;
    private final Environment environment;

    DoctorCommand(ListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public int run(CommandLine line, Console console) {
        List<Finding> findings = new ArrayList<>();
        String problem = CommandStart.problem(environment);
        if (!problem.isEmpty()) {
            findings.add(Finding.bad("doctor.setting", problem));
        }
        for (String check : checks()) {
            findings.addAll(look(check, !problem.isEmpty()));
        }
        findings.forEach(finding -> finding.tell(console));
        long bad = findings.stream().filter(Finding::isBad).count();
        console.say(bad > 0 ? "doctor.bad" : "doctor.well", bad);
        return bad > 0 ? FAILED : DONE;
    }

    private List<String> checks() {
        return Arrays.stream(beans.getBeanNamesForType(Check.class))
                .sorted(Comparator.comparingInt(this::place))
                .toList();
    }

    private int place(String check) {
        return Optional.ofNullable(beans.findAnnotationOnBean(check, Order.class))
                .map(Order::value)
                .orElse(Ordered.LOWEST_PRECEDENCE);
    }

    private List<Finding> look(String name, boolean settingsAreWrong) {
        try {
            return beans.getBean(name, Check.class).look();
        } catch (BeansException unmade) {
            // it needs the settings whose problem was told already
            return settingsAreWrong ? List.of() : List.of(unseen(unmade.getMostSpecificCause()));
        } catch (Refused refused) {
            return List.of(Finding.bad(refused.key(), refused.arguments()));
        } catch (RuntimeException failure) {
            return List.of(unseen(failure));
        }
    }

    private static Finding unseen(Throwable failure) {
        return Finding.bad("doctor.unseen", String.valueOf(failure.getMessage()));
    }
}
