using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Itineraries;

/// <summary>A point of a leg with its times, as a march table or path request lists it. Times are seconds since the start.</summary>
/// <param name="Node">Node id.</param>
/// <param name="Name">Node name.</param>
/// <param name="Via">Road, line or fairway that leads to it; empty at the first point.</param>
/// <param name="Km">Distance from the leg's first point.</param>
/// <param name="HeadArrives">Head's arrival.</param>
/// <param name="HeadLeaves">Head's departure; the arrival where it does not stop.</param>
/// <param name="TailClears">When the tail has passed.</param>
/// <param name="Remark">start, halt, reverses, lock, release or empty.</param>
public sealed record TimingPoint(
    string Node, string Name, string Via, double Km, int HeadArrives, int HeadLeaves, int TailClears, string Remark);

/// <summary>A maximal run of moves and holds of one serial in one mode.</summary>
/// <param name="Planned">The serial.</param>
/// <param name="Mode">Mode.</param>
/// <param name="Ordinal">1 for the serial's first leg in this mode.</param>
/// <param name="Points">Points in order, at least two.</param>
public sealed record Leg(PlannedSerial Planned, TransportMode Mode, int Ordinal, IReadOnlyList<TimingPoint> Points)
{
    public int StartSeconds => Points[0].HeadLeaves;

    public int EndSeconds => Points[^1].TailClears;

    public double Km => Points[^1].Km;

    /// <summary>Roads, lines or fairways in order, neighbours merged: <c>A58, A4, A16</c>.</summary>
    public string Route
    {
        get
        {
            var names = new List<string>();
            foreach (var point in Points.Skip(1))
            {
                if (names.Count == 0 || names[^1] != point.Via) names.Add(point.Via);
            }

            return string.Join(", ", names);
        }
    }
}
