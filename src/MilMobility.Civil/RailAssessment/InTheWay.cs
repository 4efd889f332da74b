namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Why a civil train gives way: where it is in the way, of which military serials, and in which cells of theirs (section, direction and
/// hour of their entry). A train that gives way to another civil one that was displaced has that one's serials and cells. Not thread-safe.
/// </summary>
public sealed class InTheWay
{
    /// <summary>Sections where the train is in the way.</summary>
    public SortedSet<int> Sections { get; } = [];

    /// <summary>Military serials that it gives way to, in the end.</summary>
    public SortedSet<string> Serials { get; } = new(StringComparer.Ordinal);

    /// <summary>Where and when these serials run that it gives way to.</summary>
    public SortedSet<(int Section, bool Forward, int Hour)> Cells { get; } = [];

    public void Add(MilitaryStay stay)
    {
        Sections.Add(stay.Section);
        Serials.Add(stay.Serial);
        Cells.Add((stay.Section, stay.Forward, (int)Math.Floor(stay.Enter / 3600.0)));
    }

    /// <summary>It gives way on a section to a civil train that was displaced itself.</summary>
    public void Add(int section, InTheWay cause)
    {
        Sections.Add(section);
        Serials.UnionWith(cause.Serials);
        Cells.UnionWith(cause.Cells);
    }
}
