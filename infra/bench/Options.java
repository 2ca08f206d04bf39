import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Arguments of the form name=value. */
final class Options {

    private final Map<String, String> given = new HashMap<>();

    Options(String[] args) {
        for (String arg : args) {
            int at = arg.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("name=value, not " + arg);
            }
            given.put(arg.substring(0, at), arg.substring(at + 1));
        }
    }

    int number(String name, int otherwise) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
    }

    long number(String name, long otherwise) {
        return given.containsKey(name) ? Long.parseLong(given.get(name)) : otherwise;
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    Path path(String name) {
        return Path.of(given.get(name));
    }
}
