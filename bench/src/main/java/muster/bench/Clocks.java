package muster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Processor time, which others on the machine do not lengthen much.
final class Clocks {
    private Clocks() {}

    /// Nanoseconds of this thread.
    static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Nanoseconds of this process, compiler and collector included.
    static long process() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
