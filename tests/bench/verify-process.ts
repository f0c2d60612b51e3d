/** The thread of the benchmark of verification: the app's own. */
import '#main/bundles/verify-worker.ts';
