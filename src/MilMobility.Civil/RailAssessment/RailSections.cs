using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// The rail links of a network as sections for trains, in columns. A section of two or more tracks has half of them, rounded down, in
/// each direction. A section of single track is cut in pieces of equal length between passing places: the fewest with which as many
/// trains as its stated capacity can run, one each way in turn at the speed of a stopping train (where they really are the dataset does
/// not say; often there are none, and the section is one piece). Trains may wait at the ends of pieces and at all nodes that are no
/// mere junctions. Every track of every piece has a number, its diary.
/// Immutable.
/// </summary>
public sealed class RailSections
{
    private readonly int[] _sectionOfLink;
    private readonly int[] _diaryStart;

    private RailSections(CompiledNetwork network, RailRules rules)
    {
        Network = network;
        Rules = rules;
        Links = [.. Enumerable.Range(0, network.LinkCount).Where(l => network.LinkMode[l] == TransportMode.Rail)];
        _sectionOfLink = new int[network.LinkCount];
        Array.Fill(_sectionOfLink, -1);
        Tracks = new int[Links.Length];
        PieceStart = new int[Links.Length + 1];
        for (var s = 0; s < Links.Length; s++)
        {
            var link = Links[s];
            _sectionOfLink[link] = s;
            Tracks[s] = network.LinkLanesOrTracks[link] <= 1 ? 0 : network.LinkLanesOrTracks[link] / 2;
            PieceStart[s + 1] = PieceStart[s] + (Tracks[s] > 0 ? 1 : Pieces(link));
        }

        PieceSection = new int[PieceStart[^1]];
        _diaryStart = new int[PieceStart[^1] + 1];
        for (var s = 0; s < Links.Length; s++)
        {
            for (var piece = PieceStart[s]; piece < PieceStart[s + 1]; piece++)
            {
                PieceSection[piece] = s;
                _diaryStart[piece + 1] = _diaryStart[piece] + (Tracks[s] > 0 ? 2 * Tracks[s] : 1);
            }
        }
    }

    public CompiledNetwork Network { get; }

    public RailRules Rules { get; }

    public int Count => Links.Length;

    public int DiaryCount => _diaryStart[^1];

    /// <summary>[S] link of each section.</summary>
    public int[] Links { get; }

    /// <summary>[S] tracks in each direction; 0 for single track, which both share.</summary>
    public int[] Tracks { get; }

    /// <summary>[S + 1] pieces of section s, in the link's direction: PieceStart[s] .. PieceStart[s + 1).</summary>
    public int[] PieceStart { get; }

    /// <summary>[pieces] section of each piece.</summary>
    public int[] PieceSection { get; }

    public static RailSections Compile(CompiledNetwork network, RailRules rules) => new(network, rules);

    /// <summary>Section of a link; -1 if it is no rail link.</summary>
    public int OfLink(int link) => _sectionOfLink[link];

    /// <summary>Diaries that a train may use on a piece in a direction: the first, and how many.</summary>
    public (int First, int Count) Diaries(int piece, bool forward)
    {
        var tracks = Tracks[PieceSection[piece]];
        return tracks == 0 ? (_diaryStart[piece], 1) : (_diaryStart[piece] + (forward ? 0 : tracks), tracks);
    }

    /// <summary>Running time of a civil train over a piece, s.</summary>
    public int RunSeconds(int piece, int category)
    {
        var section = PieceSection[piece];
        var link = Links[section];
        var speed = Math.Min(Rules.SpeedKmh[category], Network.LinkSpeedKmh[link]);
        var pieces = PieceStart[section + 1] - PieceStart[section];
        return Math.Max(1, (int)Math.Ceiling(3.6 * Network.LinkLengthMetres[link] / speed / pieces));
    }

    /// <summary>Whether a train may wait at a node.</summary>
    public bool CanWait(int node) => Network.Dataset.Nodes[node].Kind != "junction";

    public int NodeAt(int section, bool forward, bool atEnd) =>
        forward == atEnd ? Network.LinkTo[Links[section]] : Network.LinkFrom[Links[section]];

    private int Pieces(int link)
    {
        var capacity = Network.LinkCapacityPerHour[link];
        if (capacity <= 0) return 1;
        // A train each way takes twice the running time over a piece and the separation.
        var longest = (1800.0 / capacity) - Rules.OpposingSeconds - Rules.PassSeconds(1);
        if (longest <= 0) return 1;
        var run = 3.6 * Network.LinkLengthMetres[link] / Math.Min(Rules.SpeedKmh[1], Network.LinkSpeedKmh[link]);
        return Math.Max(1, (int)Math.Ceiling(run / longest));
    }
}
