import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Builds the screens for the module `web`: `java build/Web.java build|test|skip FOLDER`. Does nothing where nothing
/// changed. The files end up in FOLDER/target/classes/muster/web, with a list of them for the server.
final class Web {
    private static final Set<String> SOURCES = Set.of(
            "package.json", "package-lock.json", ".npmrc", "index.html", "vite.config.ts", "budgets.ts", "tsconfig.json", "src",
            "public", "test");
    private static final Set<String> WORTH_PACKING =
            Set.of("html", "js", "css", "svg", "json", "webmanifest", "txt");
    private static final int LEAST_PACKED = 256;

    private static final String BROTLI = """
            const fs = require('node:fs'), zlib = require('node:zlib');
            for (const file of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
              const plain = fs.readFileSync(file);
              const packed = zlib.brotliCompressSync(plain, { params: {
                [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
              if (packed.length < plain.length) fs.writeFileSync(file + '.br', packed);
            }
            """;

    /// Whoever gets the files gets the work of others with them, so their licences come along; each text once.
    private static final String LICENCES = """
            const fs = require('node:fs');
            const texts = new Map();
            const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
            for (const [folder, { dev, version }] of Object.entries(lock.packages)) {
              if (!folder || dev || !fs.existsSync(folder)) continue;
              const name = folder.slice(folder.lastIndexOf('node_modules/') + 13) + ' ' + version;
              const file = fs.readdirSync(folder).sort().find((each) => /^licen[cs]e/i.test(each));
              const { license } = JSON.parse(fs.readFileSync(folder + '/package.json', 'utf8'));
              const text = file ? fs.readFileSync(folder + '/' + file, 'utf8').trim() : 'License: ' + license;
              texts.set(text, [...(texts.get(text) ?? []), name]);
            }
            const parts = [...texts].map(([text, names]) => names.sort().join('\\n') + '\\n\\n' + text + '\\n');
            process.stdout.write('The screens of Muster contain the work of others:\\n\\n'
              + parts.sort().join('\\n' + '-'.repeat(80) + '\\n\\n'));
            """;

    private final Path home;
    private final Path target;
    private final Path packed;
    private final Path stamp;
    private final Path skipped;

    private Web(Path home) {
        this.home = home;
        this.target = home.resolve("target");
        this.packed = target.resolve("classes/muster/web");
        this.stamp = target.resolve("web.stamp");
        this.skipped = target.resolve("web.skipped");
    }

    public static void main(String[] args) throws IOException {
        try {
            Web web = new Web(Path.of(args[1]).toAbsolutePath().normalize());
            switch (args[0]) {
                case "build" -> web.build();
                case "test" -> web.test();
                case "skip" -> web.skip();
                default -> throw new Unbuildable("-Dweb=" + args[0] + " means nothing: it is build or skip.");
            }
        } catch (Unbuildable words) {
            System.err.println("web: " + words.getMessage());
            System.exit(1);
        }
    }

    /// What somebody has to do something about.
    private static final class Unbuildable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unbuildable(String words) {
            super(words);
        }
    }

    private void build() throws IOException {
        String sources = digestOfSources();
        if (Files.exists(stamp) && Files.readString(stamp).equals(sources) && Files.exists(packed.resolve("files.txt"))) {
            return;
        }
        needsNode();
        Files.deleteIfExists(stamp);
        Files.deleteIfExists(skipped);
        installLibraries();
        System.out.println("web: building the screens");
        delete(target.resolve("dist"));
        run("Building the screens", "", "npm", "run", "build");
        pack();
        Files.writeString(stamp, sources);
    }

    private void test() {
        if (!Files.exists(skipped)) {
            needsNode();
            System.out.print(run("Testing the screens", "", "npm", "test"));
        }
    }

    private void skip() throws IOException {
        delete(packed);
        Files.deleteIfExists(stamp);
        Files.createDirectories(target);
        Files.writeString(skipped, "");
        System.out.println("web: the screens are left out; the server says so where they would be");
    }

    private void needsNode() {
        String found = "there is none";
        try {
            String version = run("Looking for Node.js", "", "node", "--version").strip();
            Matcher numbers = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
            if (numbers.matches()) {
                int major = Integer.parseInt(numbers.group(1));
                int minor = Integer.parseInt(numbers.group(2));
                if (major > 20 || (major == 20 && minor >= 19)) {
                    return;
                }
            }
            found = "here is " + version;
        } catch (Unbuildable none) {
            // then that is what is said
        }
        throw new Unbuildable("The screens are built with Node.js 20.19 or newer, and " + found
                + ": install it (https://nodejs.org, or apt-get install nodejs npm where that is new enough), or build"
                + " without screens: -Dweb=skip.");
    }

    /// Only where the list of them is another than that of those that are there.
    private void installLibraries() throws IOException {
        Path installed = home.resolve("node_modules/.muster-lock");
        String lock = hex(digest().digest(Files.readAllBytes(home.resolve("package-lock.json"))));
        if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
            System.out.println("web: fetching the libraries of the screens");
            run("Fetching the libraries of the screens", "", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.createDirectories(installed.getParent());
            Files.writeString(installed, lock);
        }
    }

    private void pack() throws IOException {
        delete(packed);
        Path dist = target.resolve("dist");
        if (!Files.exists(dist.resolve("index.html"))) {
            throw new Unbuildable("The build of the screens left no index.html in " + dist + ".");
        }
        for (Path file : filesIn(dist)) {
            Path copy = packed.resolve(dist.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.writeString(
                packed.resolve("licenses.txt"), run("Collecting licences", "", "node", "-e", LICENCES));
        List<Path> plain = filesIn(packed);
        List<Path> worth = plain.stream().filter(Web::isWorthPacking).toList();
        for (Path file : worth) {
            byte[] small = gzip(Files.readAllBytes(file));
            if (small.length < Files.size(file)) {
                Files.write(Path.of(file + ".gz"), small);
            }
        }
        run("Packing the screens", String.join("\n", worth.stream().map(Path::toString).toList()), "node", "-e", BROTLI);
        StringBuilder list = new StringBuilder();
        for (Path file : plain) {
            list.append(packed.relativize(file).toString().replace('\\', '/'))
                    .append(Files.exists(Path.of(file + ".br")) ? " br" : "")
                    .append(Files.exists(Path.of(file + ".gz")) ? " gzip" : "")
                    .append('\n');
        }
        Files.writeString(packed.resolve("files.txt"), list);
    }

    private static boolean isWorthPacking(Path file) {
        String name = file.getFileName().toString();
        try {
            return WORTH_PACKING.contains(name.substring(name.lastIndexOf('.') + 1))
                    && Files.size(file) >= LEAST_PACKED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /// Of everything that what is built depends on, and of how it is built.
    private String digestOfSources() throws IOException {
        MessageDigest digest = digest();
        List<Path> files = new ArrayList<>();
        for (String each : SOURCES) {
            Path source = home.resolve(each);
            files.addAll(Files.isDirectory(source) ? filesIn(source) : Files.exists(source) ? List.of(source) : List.of());
        }
        files.sort(Comparator.comparing(Path::toString));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            digest.update((home.relativize(file) + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        digest.update((BROTLI + LICENCES + WORTH_PACKING.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8));
        return hex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void tell(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // it did not want to hear all of it; how it ended says whether that was right
        }
    }

    /// What a program prints; where it fails, that is said first and what it printed is shown.
    private String run(String what, String input, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            builder.environment().put("NO_COLOR", "1");
            builder.environment().put("CI", "1");
            builder.environment().put("npm_config_update_notifier", "false");
            Path errors = Files.createTempFile("muster-web", ".log");
            Process process = builder.redirectError(errors.toFile()).start();
            tell(process, input);
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String complaints = Files.readString(errors);
            Files.delete(errors);
            if (exit != 0) {
                System.err.println(printed + complaints);
                throw new Unbuildable(what + " failed (" + String.join(" ", command).lines().findFirst().orElse("")
                        + "); without screens Muster builds with -Dweb=skip.");
            }
            return printed;
        } catch (IOException missing) {
            throw new Unbuildable(what + " failed: " + missing.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unbuildable(what + " was stopped.");
        }
    }
}
