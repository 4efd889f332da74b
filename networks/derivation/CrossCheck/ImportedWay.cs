using MilMobility.Exchange.Drafts;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>A way on the imported network: its links, and how many metres of each.</summary>
public sealed class ImportedWay(FullDetail network, IReadOnlyList<(int Link, double Metres)> parts)
{
    /// <summary>A limit of a shorter piece is not that of the way: a junction's or a siding's.</summary>
    private const double PieceMetres = 300;

    private static readonly string[] s_cemt = ["0", "I", "II", "III", "IV", "V", "VI", "VII"];

    public double Metres => parts.Sum(part => part.Metres);

    public double Hours => parts.Sum(part => part.Metres / 1000 / Link(part.Link).SpeedKmh);

    /// <summary>Share of the way on links of a name, 0-1.</summary>
    public double ShareNamed(string name)
        => Metres > 0 ? parts.Where(part => Link(part.Link).Name == name).Sum(part => part.Metres) / Metres : 1;

    /// <summary>Tracks that most of the way has; 0 without any.</summary>
    public int TracksMostly => parts.GroupBy(part => Link(part.Link).LanesOrTracks)
        .OrderByDescending(group => group.Sum(part => part.Metres)).ThenBy(group => group.Key)
        .Select(group => group.Key).FirstOrDefault();

    /// <summary>The least draught known on a piece of some length, cm.</summary>
    public int? DraughtCm => parts.Where(part => part.Metres >= PieceMetres)
        .Min(part => Link(part.Link).Limits?.DraughtCm?.Value);

    /// <summary>The lowest CEMT rank known on a piece of some length.</summary>
    public int? CemtRank => parts.Where(part => part.Metres >= PieceMetres).Select(part => Link(part.Link).Limits?.Cemt?.Value)
        .Min(cemt => cemt is null ? (int?)null : Array.IndexOf(s_cemt, cemt.TrimEnd('a', 'b', 'c')));

    private DraftLink Link(int index) => network.Draft.Links[index];
}
