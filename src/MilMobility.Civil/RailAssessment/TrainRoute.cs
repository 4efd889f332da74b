namespace MilMobility.Civil.RailAssessment;

/// <summary>The way of a civil train of a category over pieces of track, in columns. Immutable.</summary>
public sealed class TrainRoute
{
    private TrainRoute(int category, int pass, int[] pieces, bool[] forward, int[] run, bool[] mayWait, int[] sections)
    {
        Category = category;
        PassSeconds = pass;
        Pieces = pieces;
        Forward = forward;
        RunSeconds = run;
        MayWait = mayWait;
        Sections = sections;
        foreach (var seconds in run) TotalRunSeconds += seconds;
    }

    public int Category { get; }

    public int PassSeconds { get; }

    /// <summary>[P] pieces in order.</summary>
    public int[] Pieces { get; }

    /// <summary>[P] along the link.</summary>
    public bool[] Forward { get; }

    /// <summary>[P] running time.</summary>
    public int[] RunSeconds { get; }

    /// <summary>[P] whether the train may wait before the piece; always before the first.</summary>
    public bool[] MayWait { get; }

    /// <summary>Sections in order, each once.</summary>
    public int[] Sections { get; }

    public int TotalRunSeconds { get; }

    public static TrainRoute Of(RailSections rail, int category, IReadOnlyList<int> sections, IReadOnlyList<bool> forward)
    {
        var pieces = new List<int>();
        var along = new List<bool>();
        var mayWait = new List<bool>();
        for (var i = 0; i < sections.Count; i++)
        {
            var (start, end) = (rail.PieceStart[sections[i]], rail.PieceStart[sections[i] + 1]);
            for (var k = 0; k < end - start; k++)
            {
                pieces.Add(forward[i] ? start + k : end - 1 - k);
                along.Add(forward[i]);
                mayWait.Add(k > 0 || i == 0 || rail.CanWait(rail.NodeAt(sections[i], forward[i], false)));
            }
        }

        return new TrainRoute(
            category, rail.Rules.PassSeconds(category), [.. pieces], [.. along], [.. pieces.Select(p => rail.RunSeconds(p, category))],
            [.. mayWait], [.. sections]);
    }

    /// <summary>The same way back.</summary>
    public static TrainRoute Back(RailSections rail, int category, ThroughFlow flow) =>
        Of(rail, category, [.. flow.Sections.Reverse()], [.. flow.Forward.Reverse().Select(f => !f)]);
}

/// <summary>A civil train: its way, and when and on which track it enters each piece.</summary>
/// <param name="Number">From 0, in order of insertion: by day, then by category, then by time.</param>
/// <param name="Route">Its way.</param>
/// <param name="Place">Where it runs.</param>
public sealed record CivilTrain(int Number, TrainRoute Route, TrainPlace Place);

/// <summary>Times and tracks of a train.</summary>
/// <param name="Enter">[P] seconds at which its head enters each piece.</param>
/// <param name="Diary">[P] track of each piece.</param>
public sealed record TrainPlace(int[] Enter, int[] Diary)
{
    /// <summary>When its head arrives.</summary>
    public int Arrival(TrainRoute route) => Enter[^1] + route.RunSeconds[^1];

    /// <summary>Largest delay on the way against another place on the same route.</summary>
    public int Delay(TrainPlace planned)
    {
        var delay = 0;
        for (var i = 0; i < Enter.Length; i++) delay = Math.Max(delay, Enter[i] - planned.Enter[i]);
        return delay;
    }
}
