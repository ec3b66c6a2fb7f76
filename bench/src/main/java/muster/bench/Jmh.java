package muster.bench;

import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.WarmupMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `muster bench jmh`: the steps of a command and of an answer, each by itself.
@Command(
        name = "jmh",
        description = {
            "Measures single steps with JMH: canonicalising, reading a command, sealing, judging, deciding, reading an entry,",
            "rendering a card, proving. Times depend on how busy the machine is; bytes allocated do not."
        },
        mixinStandardHelpOptions = true)
final class Jmh implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "REGEX",
            description = "Which steps, by name: 'seal|judge'; all unless given.",
            defaultValue = "")
    private String which = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Measured for each step, after half as many to warm up; ${DEFAULT-VALUE} unless given.",
            defaultValue = "10")
    private int seconds = 10;

    @Option(
            names = "--forks",
            paramLabel = "N",
            description = "How many processes measure each step; ${DEFAULT-VALUE} unless given.",
            defaultValue = "1")
    private int forks = 1;

    @Override
    public Integer call() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("muster\\.bench\\.micro\\..*(" + which + ")")
                .forks(forks)
                .warmupMode(WarmupMode.INDI)
                .warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(250L * seconds))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(200L * seconds))
                .addProfiler(GCProfiler.class)
                .build();
        new Runner(options).run();
        return 0;
    }
}
