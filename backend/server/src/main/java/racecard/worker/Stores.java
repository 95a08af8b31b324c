package racecard.worker;

import racecard.host.HostStore;
import racecard.queue.Children;
import racecard.queue.JobQueue;
import racecard.queue.Rescue;
import racecard.sample.OutcomeStore;
import racecard.sample.ProfileStore;
import racecard.sample.SampleStore;
import racecard.sample.TimelineStore;

/** Where a worker takes jobs from and keeps what it measures. */
public record Stores(
    JobQueue queue,
    Rescue rescue,
    Children children,
    HostStore hosts,
    SampleStore samples,
    TimelineStore timelines,
    OutcomeStore outcomes,
    ProfileStore profiles) {}
