package muster.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything that `muster` can be told.
public final class Commands {
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("demo", Demo::new);
        ALL.put("serve", Serve::new);
        ALL.put("drill", Rehearse::new);
        ALL.put("verify", Verify::new);
        ALL.put("person", People::new);
        ALL.put("token", Token.Bearer::new);
        ALL.put("link", Token.Link::new);
        ALL.put("charter", Charter::new);
        ALL.put("export", Crises::new);
        ALL.put("backup", Copies.Away::new);
        ALL.put("restore", Copies.Back::new);
    }

    private Commands() {}

    /// One object for each command, made anew for each run of the command line: the one that is meant, or all
    /// where that is not clear. To understand the options of every command would make up half of a fast
    /// start.
    public static List<Object> meant(String... args) {
        Supplier<Object> one = args.length == 0 ? null : ALL.get(args[0]);
        return one == null ? ALL.values().stream().map(Supplier::get).toList() : List.of(one.get());
    }
}
