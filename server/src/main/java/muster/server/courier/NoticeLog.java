package muster.server.courier;

import java.util.TreeMap;
import muster.kernel.Errand;
import muster.kernel.StreamId;

/// The outlet that every Muster has: it writes notices to the server's log, without names or words of the crisis.
public final class NoticeLog implements Outlet {
    private static final System.Logger LOG = System.getLogger("muster.notice");

    @Override
    public Delivery deliver(StreamId stream, String key, Errand errand) {
        LOG.log(System.Logger.Level.INFO, "{0} {1} {2}", stream, errand.outlet(), new TreeMap<>(errand.words()));
        return new Delivery(Errand.Outcome.DONE, "written to the log");
    }
}
